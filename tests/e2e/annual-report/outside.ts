import { expect } from '@playwright/test';
import { createHash } from 'node:crypto';
import { fileOf } from '#app/paths';
import { unzipped } from '#app/platform/zip';
import type { Traveller } from '../journey/traveller';

const kinds = ['pdf', 'docx', 'xlsx', 'csv', 'zip'] as const;

/** The pages of a report: at the address of what stands, or at that of an edition. */
function pagesOf({ to }: Traveller, ref: string, edition?: number): string[] {
  const figure = to.figure(ref, 'standing', edition);
  return [
    to.report(ref, edition), to.chapter(ref, 2, edition), figure, to.figureEmbed(ref, 'standing', edition), fileOf(figure, 'svg'), fileOf(figure, 'csv'), `${figure}/numbers.csv`,
    to.extract(ref, 'summary', edition), to.extract(ref, 'principles', edition), to.ownReports(ref, 'country', edition), to.ownReports(ref, 'member', edition), to.ownReport(ref, 'country', 'KE', edition),
  ];
}
const filesOf = ({ to }: Traveller, ref: string, edition?: number): string[] => [
  ...kinds.map((kind) => fileOf(to.report(ref, edition), kind)),
  ...[to.extract(ref, 'summary', edition), to.extract(ref, 'principles', edition), to.ownReport(ref, 'country', 'KE', edition)].map((path) => fileOf(path, 'pdf')),
];

/** Pages that are there anyway, and lead to a report that is out: lists, the search, what a figure counts, what is its subject. */
const waysTo = ({ to }: Traveller, ref: string, commitment: string): string[] => [to.reports(), to.search({ q: ref }), to.commitment(commitment), to.declaration(), to.country('KE')];

const get = async ({ page }: Traveller, path: string) => page.request.get(path, { maxRedirects: 0 });

/** Asks one address after another, as a crawler does; says what is not as it should be. */
async function wrongIn(who: Traveller, paths: readonly string[], status: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const path of paths) {
    const answer = await get(who, path);
    if (answer.status() !== status) wrong.push(`${answer.status()} ${path}`);
  }
  return wrong;
}

/** Whether each page that is there anyway leads to the report. */
async function leading(who: Traveller, ref: string, commitment: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of [...waysTo(who, ref, commitment), who.to.home(), who.to.coalition('global'), who.to.data(), fileOf(who.to.data(), 'json')]) {
    const answer = await get(who, path);
    expect(answer.status(), path).toBe(200);
    if ((await answer.text()).includes(`/reports/${ref}`)) found.push(path);
  }
  return found;
}

/** Nothing tells of the report, at any address, and asked twice, so that what is kept is asked too. */
export async function isNowhere(who: Traveller, ref: string, commitment: string): Promise<void> {
  for (const edition of [undefined, 1]) expect(await wrongIn(who, [...pagesOf(who, ref, edition), ...filesOf(who, ref, edition)], 404)).toEqual([]);
  expect(await wrongIn(who, [who.to.reportErrata(ref)], 404)).toEqual([]);
  for (const _ of ['made', 'kept']) expect(await leading(who, ref, commitment)).toEqual([]);
}

/** Its pages are there, and whatever may lead to them does. */
export async function isOut(who: Traveller, ref: string, commitment: string): Promise<void> {
  for (const edition of [undefined, 1]) expect(await wrongIn(who, pagesOf(who, ref, edition), 200)).toEqual([]);
  expect(await leading(who, ref, commitment)).toEqual(expect.arrayContaining(waysTo(who, ref, commitment)));
}

/** Every form of an edition, as it is taken home, with words that stand in it; says the seal of its data. */
export async function takeHome(who: Traveller, ref: string, edition: number, words: string): Promise<string> {
  const file = new Map<string, Buffer>();
  for (const kind of kinds) {
    const answer = await get(who, fileOf(who.to.report(ref, edition), kind));
    expect(answer.status(), kind).toBe(200);
    file.set(kind, await answer.body());
  }
  const inside = (kind: string, name: string): Buffer => unzipped(file.get(kind)!).get(name) ?? Buffer.alloc(0);
  expect(file.get('pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(inside('docx', 'word/document.xml').toString()).toContain(words);
  expect(inside('xlsx', 'xl/workbook.xml').toString()).toContain('<sheet ');
  expect(file.get('csv')?.toString().split('\r\n').length).toBeGreaterThan(10);
  expect(JSON.parse(inside('zip', 'datapackage.json').toString())).toMatchObject({ resources: expect.arrayContaining([expect.objectContaining({ path: 'snapshot.txt' })]) as unknown });
  return createHash('sha256').update(inside('zip', 'snapshot.txt')).digest('hex');
}
