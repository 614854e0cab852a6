import type postgres from 'postgres';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';

/** A figure as it is kept; tests read it past the portal. */
interface Kept {
  readonly key: string;
  readonly number: string;
  readonly result: { readonly rows: readonly { readonly part: string; readonly value: string; readonly count: number; readonly currency: string | null; readonly first: string | null }[] };
  readonly definition: { readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>; readonly version?: number };
  readonly reporting: number;
  readonly expected: number;
  readonly missing: number;
  readonly verification: readonly { readonly part: string; readonly rung: string; readonly count: number }[] | null;
  readonly difference: { readonly against: { readonly year: number; readonly as_of: string; readonly sha256: string }; readonly rows: readonly Readonly<Record<string, string>>[] } | null;
}

/** What a number that stands in a report may be traced to. */
export interface Traces {
  readonly figures: readonly Kept[];
  readonly chapters: readonly { readonly position: number; readonly heading: string }[];
  /** Days of the report: published, signed off, replied, as of. */
  readonly days: readonly string[];
  readonly edition: number;
  readonly sha256: string;
  /** What an extract counts from the rows of the snapshot besides, and what it quotes of them. */
  readonly counted?: readonly string[];
  readonly quoted?: readonly string[];
}

export async function tracesOf(sql: postgres.Sql, ref: string, language: Language): Promise<Traces> {
  const [report] = await sql`select r.id, r.edition, r.snapshot_of, s.sha256, s.as_of::text, r.published_at::date::text as published_on from reports r join snapshots s on s.report_id = r.snapshot_of where r.ref = ${ref} order by r.edition desc limit 1`;
  if (report === undefined) throw new Error(`no report ${ref}`);
  const figures = await sql<Kept[]>`select key, number, result, definition, reporting, expected, missing, verification, difference from report_figures where report_id = ${report['snapshot_of'] as string} order by number`;
  const chapters = await sql<{ position: number; heading: string; signed: string | null }[]>`select s.position, coalesce(t.heading, '') as heading, (s.signed_off_at at time zone 'UTC')::date::text as signed from report_sections s
    left join report_section_texts t on t.section_id = s.id and t.language = ${language} where s.report_id = ${report['id'] as string} and s.left_out_at is null order by s.position`;
  const replies = await sql<{ on: string }[]>`select (replied_at at time zone 'UTC')::date::text as on from report_replies where report_id = ${report['id'] as string} and replied_at is not null`;
  const issues = await sql<{ on: string }[]>`select (published_at at time zone 'UTC')::date::text as on from reports where ref = ${ref} and published_at is not null`;
  const days = [report['as_of'] as string, ...issues.map(({ on }) => on), ...chapters.flatMap(({ signed }) => (signed === null ? [] : [signed])), ...replies.map(({ on }) => on), ...figures.flatMap(({ difference }) => (difference === null ? [] : [difference.against.as_of]))];
  return { figures, chapters, days: [...new Set(days)], edition: Number(report['edition']), sha256: report['sha256'] as string };
}

/** A row of a snapshot. */
export interface Row {
  readonly kind: string;
  readonly record_id: string;
  readonly ref: string;
  readonly facts: {
    readonly standing?: string; readonly clauses?: readonly string[]; readonly update?: { readonly verification: string } | null; readonly reported?: boolean; readonly expected?: boolean;
    readonly text?: string; readonly status?: string; readonly on?: string;
  };
}

/** The same for the extracts of a report: every principle and clause counted again, record by record, what is open of each figure, and the decisions. */
export async function extractTracesOf(sql: postgres.Sql, ref: string, language: Language): Promise<Traces> {
  const traces = await tracesOf(sql, ref, language);
  const rows = await sql<Row[]>`select r.kind, r.record_id, r.ref, r.facts from snapshot_rows r join snapshots s on s.id = r.snapshot_id where s.sha256 = ${traces.sha256} and r.kind in ('commitment', 'expected', 'decision')`;
  const principles = await sql<{ name: string }[]>`select n.code || ' ' || t.title as name from framework_nodes n join framework_node_texts t on t.node_id = n.id where n.kind = 'principle' and t.language = ${language}`;
  const decisions = rows.filter(({ kind }) => kind === 'decision');
  const clauses = [...new Set(rows.flatMap(({ facts }) => facts.clauses ?? []))];
  const scopes = [...clauses.map((clause) => (one: string) => one === clause), ...[...new Set(clauses.map((clause) => clause.split('.')[0] ?? ''))].map((principle) => (one: string) => one.startsWith(`${principle}.`)), () => true];
  return {
    ...traces, days: [...traces.days, ...new Set(decisions.flatMap(({ facts }) => facts.on ?? []))],
    counted: ['0', String(traces.edition), ...scopes.flatMap((within) => countsOf(rows, ({ facts }) => (facts.clauses ?? []).some(within))), ...['provisional', 'adopted'].flatMap((status) => shownOf(decisions.filter(({ facts }) => facts.status === status).length)), ...traces.figures.flatMap(openOf), String(traces.chapters.length)],
    quoted: [...principles.map(({ name }) => name), ...decisions.map(({ facts }) => (facts.text ?? '').replaceAll(/\s+/g, ' ').trim()).flatMap((text) => [text, ...prefixes(text)])],
  };
}

const shownOf = (count: number): string[] => [String(count), String(Math.min(3, count))];
/** A quotation may end between any two words. */
const prefixes = (text: string): string[] => [...text.matchAll(/ /g)].map(({ index }) => text.slice(0, index)).filter((one) => one.length > 60);

/** How some commitments stand, who has looked, and of how many it was heard. */
export function countsOf<Counted extends Row>(rows: readonly Counted[], within: (row: Counted) => boolean): string[] {
  const here = rows.filter((row) => row.kind === 'commitment' && within(row));
  const asked = rows.filter(({ kind, record_id }) => kind === 'expected' && here.some((one) => one.record_id === record_id));
  const of = (test: (row: Counted) => boolean) => String(here.filter(test).length);
  const reported = asked.filter(({ facts }) => facts.reported === true).length;
  const expected = asked.filter(({ facts }) => facts.reported === true || facts.expected === true).length;
  return [
    String(here.length), String(reported), String(expected), String(expected - reported), of(({ facts }) => facts.standing === 'reached_on_time' || facts.standing === 'reached_late'),
    ...['on_track', 'at_risk', 'off_track', 'not_reached', 'stale'].map((standing) => of(({ facts }) => facts.standing === standing)),
    of(({ facts }) => (facts.update ?? null) === null), ...['self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested'].map((rung) => of(({ facts }) => facts.update?.verification === rung)),
  ];
}

/** What is open of a figure, with its share. */
function openOf({ key, result: { rows }, definition, missing, expected }: Kept): string[] {
  const value = (...of: string[]) => rows.filter(({ part }) => of.length === 0 || of.includes(part)).reduce((all, row) => all + Number(row.value), 0);
  const bare = Object.keys(definition.names ?? {}).filter((part) => !rows.some((row) => row.part === part)).length;
  const open: readonly (readonly [number, number])[] = [
    [missing, expected], [value('off_track', 'not_reached'), value()], [value('self_reported'), value()], [bare, bare + rows.length],
    ...(key === 'ladder' ? [[value('pledged') - value('disbursed'), value('pledged')] as const] : []), ...(key === 'total_c' ? [[value() - value('confirmed'), value()] as const] : []),
  ];
  return open.flatMap(([part, whole]) => [part, whole].flatMap((one) => [rounded(one, 0), ...short(String(one))]).concat(whole === 0 ? [] : [rounded((part / whole) * 100, 0)]));
}

/** As the number is written without groups, to so many decimals. */
export const rounded = (value: string | number, decimals: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: decimals, useGrouping: false }).format(value as number);
const short = (value: string): string[] => [1e6, 1e9].map((unit) => new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: false }).format(Number(value) / unit));
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** Every number that a figure says: its rows, what they add up to, their shares, n of N, the rungs, and why it is not what it was. */
function numbersOf({ result: { rows }, definition, reporting, expected, missing, verification, difference, number }: Kept): string[] {
  const counts = rows.map(({ count }) => count);
  const unserved = Object.keys(definition.names ?? {}).filter((part) => !rows.some((row) => row.part === part)).length;
  const of = (...parts: string[]) => sum(rows.filter(({ part }) => parts.includes(part)).map(({ count }) => count));
  const whole = [
    ...counts, sum(counts), sum(counts) + missing, reporting, expected, missing, unserved, unserved + rows.length, unserved + rows.filter(({ count }) => count === 0).length, new Set(rows.map(({ currency }) => currency)).size,
    of('reached_on_time', 'reached_late', 'on_track'), of('secretariat_checked', 'independently_verified'), ...rows.map(({ part }) => of(part)),
    ...[...new Set((verification ?? []).map(({ rung }) => rung))].map((rung) => sum((verification ?? []).filter((one) => one.rung === rung).map(({ count }) => count))), ...(verification ?? []).map(({ count }) => count),
    ...(unserved > 0 ? [0] : []),
  ];
  const shares = counts.map((count) => (sum(counts) === 0 ? 0 : count / sum(counts)));
  const amounts = [...rows.flatMap(({ value, first }) => [value, first ?? '0']), ...(difference?.rows ?? []).flatMap(({ part: _, currency: __, ...effects }) => Object.values(effects).flatMap((effect) => [effect, effect.replace(/^-/, '')]))];
  return [
    number, ...whole.map(String), ...[...shares, 1].map((share) => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(share * 100)),
    ...amounts.flatMap((value) => [0, 2, 6].map((decimals) => rounded(value, decimals))), ...rows.flatMap(({ value }) => short(value)), ...(difference === null ? [] : [String(difference.against.year)]),
  ];
}

/**
 * The numbers of a text that no figure has. What is on the list that everybody may read here is left out first: dates, chapters and versions by their
 * words, references, hashes, addresses, names of norms, and years.
 */
export function untraced(text: string, language: Language, { figures, chapters, days, edition, sha256, counted = [], quoted = [] }: Traces, pages = 0): string[] {
  const t = textFor(language, 'reporting');
  const versions = Array.from({ length: edition }, (_, at) => at + 1);
  const short16 = (hash: string) => hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');
  const hashes = [sha256, ...figures.flatMap(({ difference }) => (difference === null ? [] : [difference.against.sha256]))].flatMap((hash) => [hash, short16(hash)]);
  const stated = [
    '4.0 International', ...quoted, ...days.map((day) => formatDate(language, day)), ...days, ...hashes,
    ...chapters.flatMap(({ position, heading }) => [t('edition.chapter_of', { number: position, total: chapters.length }), `${position} ${heading}`]),
    ...versions.flatMap((one) => [t('errata.corrected', { edition: one }), t('errata.corrected_by', { edition: one }), t('errata.corrects', { edition: one }), t('report.edition', { edition: one, published: '' }).split('،')[0]?.split(',')[0] ?? '']),
    // A figure of one subject is named and numbered by it: `standing-group-WG-01`, `2.1-WG-01`.
    ...figures.flatMap(({ key, number }) => [key, number]),
    ...figures.flatMap(({ definition }) => Object.entries(definition.names ?? {}).flatMap(([part, names]) => [...Object.values(names), part])),
  ].map(plain).filter((one) => /\d/.test(one) && /\p{L}|-|[0-9a-f]{4} /u.test(one)).toSorted((a, b) => b.length - a.length);
  let rest = plain(text).replaceAll(/https?:\/\/[^\s<>"]+/g, ' ');
  for (const one of stated) rest = rest.replaceAll(one, ' ');
  rest = rest.replaceAll(/\b[A-Z]{1,6}(?:-[A-Z]{2})?-\d{4}(?:-\d+)*\b/g, ' ').replaceAll(/\bSHA-256\b|CC[- ]BY[- ]4\.0|by\/4\.0|UTF-8/g, ' ');
  if (language === 'fr') rest = rest.replaceAll(pages === 0 ? /(?<=\d)[\u202f\u00a0](?=\d{3})/g : /(?<=\d)[\u202f\u00a0 ](?=\d{3})/g, '');
  // Words and hashes are torn apart on paper, so what the list has is known there by its numbers alone.
  const torn = pages === 0 ? [] : [...Array.from({ length: pages }, (_, at) => String(at + 1)), ...stated.flatMap((one) => one.match(/\d+(?:\.\d+)*/g) ?? [])];
  const known = new Set([...figures.flatMap(numbersOf), ...counted, ...torn]);
  const found = rest.match(/\d+(?:[.,]\d+)*/g) ?? [];
  return found.map((one) => normal(one, language)).filter((one) => !known.has(one) && !/^(19|20)\d\d$/.test(one) && !(pages > 0 && hashes.some((hash) => hash.includes(one))));
}

const plain = (text: string): string => text.replaceAll(/[\u200b\u200e\u200f\u2066-\u2069\u061c]/g, '').replaceAll(/[ \t]+/g, ' ');
const normal = (written: string, language: Language): string => {
  const bare = language === 'fr' ? written.replace(',', '.') : written.replaceAll(/,(?=\d{3}(?:\D|$))/g, '');
  return bare.includes('.') && !/^\d\.\d$/.test(bare) ? bare.replace(/\.?0+$/, '') : bare;
};

/** The words of a page's article, without its marks. */
export const wordsOfPage = (html: string): string => (/<article.*?<\/article>/s.exec(html)?.[0] ?? '').replaceAll(/<(style|script|title)\b.*?<\/\1>/gs, ' ').replaceAll(/<[^>]+>/g, ' ')
  .replaceAll('&nbsp;', '\u00a0').replaceAll(/&#x27;|&#39;/g, "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** The words of a Word file, a line for each paragraph. */
export const wordsOfWord = (xml: string): string => xml.split('</w:p>').map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1] ?? '').join('')).join('\n');
