import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { coalitionInput } from '#app/coalitions/input.server';
import { licenceNames, licences, type Licence } from '#app/coalitions/licences';
import { updateCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { renderWord } from '#app/document/word/word.server';
import type { Language } from '#app/languages/language';
import { readReturnedBook } from '#app/open-data/imports/source/returned-book';
import { database } from '#app/platform/database.server';
import { unzipped } from '#app/platform/zip';
import { tellingOf } from '#app/reporting/publication/about.server';
import { ChapterPage } from '#app/reporting/publication/chapter';
import { Cover } from '#app/reporting/publication/cover';
import type { EditionModel } from '#app/reporting/publication/edition';
import { findEdition } from '#app/reporting/publication/edition.server';
import { editionMeta } from '#app/reporting/publication/meta';
import { editionPackage } from '#app/reporting/publication/package.server';
import { printable } from '#app/reporting/publication/printable';
import { editionBook } from '#app/reporting/publication/spreadsheet.server';
import { correctReport } from '#app/reporting/reports/errata/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { writeSection } from '#app/reporting/sections/texts/operations.server';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { markupOf } from '#tests/harness/markup';
import { valueOf } from './accounts-world';
import { freeze, openReporting, planned, publish, published, reportOf, sectionsOf, signed, write, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;

const edition = async (language: Language, number?: number): Promise<EditionModel> => {
  const found = await findEdition(anyone, ref, number, { language, now: world.later }, 'https://portal.example');
  if (found === undefined) throw new Error('no such edition');
  return found.edition;
};
const gathered = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
};
const paperOf = (one: EditionModel) => printable(one, tellingOf(one, false));
const packageOf = async (one: EditionModel) => unzipped(await gathered(editionPackage(one, tellingOf(one, false))));
const translate = async (position: number, language: Language, body: string) => {
  const section = (await sectionsOf(ref))[position - 1];
  if (section === undefined) throw new Error('no such section');
  return writeSection(permit(sectionPolicy.write, world.officer, section.subject), { now: world.later }, undefined, language, { heading: 'Chapitre', body });
};
async function say(licence: Licence | null): Promise<void> {
  const coalition = await database().selectFrom('coalitions').selectAll().where('id', '=', world.coalition).executeTakeFirstOrThrow();
  valueOf(await updateCoalition(permit(coalitionPolicy.edit, world.lead, coalition), { now: world.now }, coalition.version, { language: 'en', name: 'Coalition', mandate: null, parent_id: coalition.parent_id, licence }));
}

beforeAll(async () => {
  world = await openReporting();
  await published(world);
  ref = (await planned(world)).ref;
  valueOf(await freeze(world, ref));
  valueOf(await translate(2, 'fr', 'Où en sont les promesses.'));
  valueOf(await translate(3, 'fr', 'Qui est nommé.'));
  // What counts moves on; its translation does not.
  valueOf(await write(world, ref, 2, 'How the promises stand today.\n\n{{figure:standing}}'));
  await signed(world, ref);
  valueOf(await publish(world, ref));
});
afterAll(() => world.close());

describe('a translation that the authoritative text has left behind (SE-6)', () => {
  it('says so on its page, with a link to what counts in the same edition', async () => {
    const french = await edition('fr');
    expect(french.chapters.map(({ language, outdated }) => `${language} ${outdated}`).slice(0, 4)).toEqual(['en false', 'fr true', 'fr false', 'en false']);
    const page = (at: number, named?: number) => markupOf(<ChapterPage edition={french} chapter={french.chapters[at]!} named={named} />, 'fr');
    expect(page(1)).toContain('C’est le texte en anglais qui fait foi.');
    expect(page(1)).toContain(`href="/en/reports/${ref}/chapters/2"`);
    expect(page(1, 1)).toContain(`href="/en/reports/${ref}/editions/1/chapters/2"`);
    expect(page(2)).not.toContain('qui fait foi');
    const english = await edition('en');
    expect(markupOf(<ChapterPage edition={english} chapter={english.chapters[1]!} named={undefined} />, 'en')).not.toContain('What counts is');
  });

  it('says so on paper and in Word, with its address', async () => {
    const paper = paperOf(await edition('fr'));
    const notices = paper.sections.map(({ blocks }) => blocks.flatMap((block) => (block.kind === 'notice' ? block.runs.filter(({ href }) => href !== undefined).map(({ href }) => href) : [])));
    expect(notices.slice(0, 3)).toEqual([[], [`https://portal.example/en/reports/${ref}/editions/1/chapters/2`], []]);
    const word = unzipped(await renderWord(paper));
    expect(word.get('word/_rels/document.xml.rels')?.toString()).toContain(`https://portal.example/en/reports/${ref}/editions/1/chapters/2`);
    expect(word.get('word/document.xml')?.toString()).toContain('qui fait foi');
  });
});

describe('the licence of a report', () => {
  it('is not stated, in words and in every form, where its coalition has not said', async () => {
    const one = await edition('en');
    expect(one.licence).toBeNull();
    expect(markupOf(<Cover edition={one} named={undefined} />, 'en')).toContain('Not stated.');
    expect(paperOf(one).imprint?.join('\n')).toContain('Licence: not stated.');
    expect(one.citation).not.toMatch(/licence/i);
    const files = await packageOf(one);
    expect(JSON.parse(files.get('datapackage.json')?.toString() ?? '')).not.toHaveProperty('licenses');
    expect(files.get('README.md')?.toString()).toContain('Licence: Not stated.');
    expect(JSON.stringify(editionMeta(one))).not.toContain('license');
    expect(JSON.stringify([paperOf(one), files.get('README.md')?.toString()])).not.toContain('creativecommons');
  });

  it('is that of its coalition when it comes out, and stays it whatever the coalition says afterwards (RP-5)', async () => {
    await say('CC-BY-SA-3.0-IGO');
    valueOf(await correctReport(permit(reportPolicy.correct, world.officer, await reportOf(ref)), { now: world.later }, undefined, { position: 1, figure_key: null, words: 'A name was spelled wrongly.', language: 'en', figures_change: false }));
    await signed(world, ref);
    valueOf(await publish(world, ref));
    const saying = async () => {
      const one = await edition('fr', 2);
      const book = await gathered(editionBook(one, tellingOf(one, false)));
      return { one, book, word: Buffer.from(await renderWord(paperOf(one))), zip: await gathered(editionPackage(one, tellingOf(one, false))), cover: markupOf(<Cover edition={one} named={2} />, 'fr') };
    };
    const first = await saying();
    const { title, path } = licences['CC-BY-SA-3.0-IGO'];
    expect(first.one.citation).toMatch(/ Licence d’utilisation : CC BY-SA 3\.0 IGO\.$/);
    expect(first.cover).toContain(`href="${path}" rel="license"`);
    expect(paperOf(first.one).imprint?.[1]?.replaceAll(/[\u2066\u2069]/g, '')).toBe(`Licence d’utilisation : ${title}, ${path}`);
    expect(JSON.parse(unzipped(first.zip).get('datapackage.json')?.toString() ?? '')).toMatchObject({ licenses: [{ name: 'CC-BY-SA-3.0-IGO', title, path }] });
    const sheets = await readReturnedBook(first.book);
    expect(JSON.stringify(sheets.ok && sheets.value[0]?.table)).toContain(`${title} (CC-BY-SA-3.0-IGO), ${path}`);
    expect(editionMeta(first.one)).toContainEqual({ tagName: 'link', rel: 'license', href: path });
    for (const later of ['CC0-1.0', null] as const) {
      await say(later);
      const then = await saying();
      expect(then.word.equals(first.word) && then.book.equals(first.book) && then.zip.equals(first.zip) && then.cover === first.cover, `after ${later}`).toBe(true);
    }
    expect((await edition('en', 1)).licence).toBeNull();
  });

  it('is one of the list, for the form and for the database', async () => {
    const coalition = { language: 'en', name: 'Coalition' };
    for (const name of licenceNames) await say(name);
    await say(null);
    expect(coalitionInput.parse({ ...coalition, licence: 'CC-BY-4.0' }).licence).toBe('CC-BY-4.0');
    expect(coalitionInput.parse(coalition).licence).toBeNull();
    expect(coalitionInput.safeParse({ ...coalition, licence: 'WTFPL' }).error?.issues).toMatchObject([{ path: ['licence'], message: 'coalitions:problems.licence' }]);
    await expect(sql`update coalitions set licence = 'WTFPL' where id = ${world.coalition}::uuid`.execute(database())).rejects.toThrow();
    // A draft has none of its own: what its coalition says counts when it comes out.
    await expect(sql`insert into reports (id, ref, cycle_id, status, language, licence) select gen_random_uuid(), 'RPT-X', cycle_id, 'drafting', 'en', 'CC0-1.0' from reports limit 1`.execute(database())).rejects.toThrow();
  });
});
