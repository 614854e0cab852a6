import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { saveWhat } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { findCommitment } from '#app/commitments/record/queries.server';
import { exportLists } from '#app/open-data/exports/lists.server';
import type { ExportKind } from '#app/open-data/exports/model';
import type { Imported } from '#app/open-data/imports/operations.server';
import { database } from '#app/platform/database.server';
import { bytesOf } from '#app/table/files/answer.server';
import { realFilesMissing } from '#db/reference/real-files';
import { cellsOf, sourceFile, sourceNames } from '#tests/harness/source-files';
import { valueOf } from './accounts-world';
import { check, now, openImports, outcomeOf, standing, take, type ImportsWorld } from './imports-world';

const file = 'handout/commitments/iati_multilingual_activities_flat.csv';
const languages = ['en', 'fr', 'es', 'de', 'sv'];

/** The rows of the file by column, read by a few lines of their own: no cell of it holds a line break. */
function source(): Record<string, string>[] {
  const [head = '', ...rows] = sourceFile(file).toString('utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '');
  const names = cellsOf(head);
  return rows.map((row) => Object.fromEntries(cellsOf(row).slice(0, names.length).map((cell, at) => [names[at] ?? '', cell])));
}
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe.skipIf(realFilesMissing !== null)(`published activities in five languages${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  let world: ImportsWorld;
  let taken: Imported;
  let rows: Record<string, string>[];
  beforeAll(async () => {
    world = await openImports();
    rows = source();
    const before = await standing();
    expect(outcomeOf(await check(world.officer, sourceFile(file)))).toEqual([1021, 0, 0, 0]);
    expect(await standing()).toEqual(before);
    taken = valueOf(await take(world.officer, sourceFile(file)));
  });
  afterAll(() => world.close());

  const stored = async () => (await sql<{ identifier: string; language: string; texts: Record<string, string>; missing: Record<string, { reason: string }>; starts_on: string | null; ends_on: string | null; lead: string; status: string; type: string | null; nodes: number; goals: number; shares: Record<string, string | null> }>`
    select s.notes ->> 'iati_identifier' as identifier, s.notes -> 'missing' as missing, c.language, c.starts_on, c.ends_on, o.name as lead, c.status, c.type,
      (select json_object_agg(t.language, t.title) from commitment_texts t where t.commitment_id = c.id) as texts,
      (select count(*)::int from commitment_nodes k where k.commitment_id = c.id) as nodes, (select count(*)::int from goals g where g.commitment_id = c.id) as goals,
      coalesce((select json_object_agg(k.country_iso2, trim_scale(k.share)::text) from commitment_countries k where k.commitment_id = c.id), '{}') as shares
    from commitments c join import_sources s on s.record_id = c.id join organisations o on o.id = c.lead_organisation_id`.execute(database())).rows;

  it('every row is taken, and again changes nothing', async () => {
    expect([rows.length, taken.counts.new, taken.counts.inError]).toEqual([1021, 1021, 0]);
    const before = await standing();
    expect(outcomeOf(await take(world.officer, sourceFile(file)))).toEqual([0, 0, 1021, 0]);
    expect(await standing()).toEqual(before);
  });

  it('each has the titles of its row, each in its language; without one the first sentence of its text', async () => {
    const byIdentifier = new Map((await stored()).map((row) => [row.identifier, row]));
    for (const row of rows) {
      const titles = Object.fromEntries(languages.flatMap((language) => (row[`title_${language}`] ? [[language, row[`title_${language}`]]] : [])));
      const found = byIdentifier.get(row['iati_identifier'] ?? '');
      if (Object.keys(titles).length > 0) expect(found?.texts).toEqual(titles);
      else expect([Object.keys(found?.texts ?? {}), squeezed(row['description_fr'] ?? '').startsWith(found?.texts['fr'] ?? '?')]).toEqual([['fr'], true]);
      expect(found?.language).toBe(titles['en'] === undefined ? Object.keys(found?.texts ?? {})[0] : 'en');
      expect(found?.missing['language']?.reason).toBe(titles['en'] === undefined ? 'no-text' : undefined);
    }
    const counts = await sql<{ language: string; count: number }>`select language, count(*)::int as count from commitment_texts group by 1`.execute(database());
    expect(Object.fromEntries(counts.rows.map(({ language, count }) => [language, count]))).toEqual({ en: 703, de: 280, sv: 280, fr: 289, es: 171 });
  });

  it('they are drafts of their publishers, and nothing is made up', async () => {
    const all = await stored();
    expect(new Set(all.map(({ status, type, nodes, goals }) => `${status} ${type ?? '-'} ${nodes} ${goals}`))).toEqual(new Set(['draft - 0 0']));
    const leads = new Set(rows.map((row) => row['reporting_org']));
    expect(new Set(all.map(({ lead }) => lead))).toEqual(leads);
    const unidentified = await database().selectFrom('organisations').select('name').where('source_note', '=', '46002').execute();
    expect(unidentified).toEqual([{ name: 'African Development Bank Group' }]);
  });

  it('an end that does not come after the start is left open, and asked about', async () => {
    const start = (row: Record<string, string>) => row['actual_start'] || row['planned_start'] || '';
    const end = (row: Record<string, string>) => row['actual_end'] || row['planned_end'] || '';
    const odd = rows.filter((row) => end(row) !== '' && end(row) <= start(row));
    expect(odd.length).toBe(11);
    const byIdentifier = new Map((await stored()).map((row) => [row.identifier, row]));
    for (const row of rows) {
      const found = byIdentifier.get(row['iati_identifier'] ?? '');
      expect([found?.starts_on, found?.ends_on]).toEqual([start(row) || null, odd.includes(row) ? null : end(row) || null]);
    }
    const asked = await database().selectFrom('import_questions').select((eb) => eb.fn.countAll<string>().as('n')).where('code', '=', 'dates').executeTakeFirstOrThrow();
    expect(asked.n).toBe('11');
  });

  it('shares total what the source says, exactly 100 where it means 100, and a person is asked about the others', async () => {
    const byIdentifier = new Map((await stored()).map((row) => [row.identifier, row]));
    let asked = 0;
    for (const row of rows) {
      const parts = (row['recipient_countries'] ?? '').split('|').filter((part) => part !== '').map((part) => part.split(':'));
      const known = parts.filter(([code = '']) => /^[A-Z]{2}$/.test(code) && !['XK', 'ZZ'].includes(code));
      const shares = byIdentifier.get(row['iati_identifier'] ?? '')?.shares ?? {};
      expect(Object.keys(shares).toSorted()).toEqual(known.map(([code = '']) => code).toSorted());
      const whole = known.length === parts.length && Math.abs(parts.reduce((sum, [, share]) => sum + Number(share), 0) - 100) < 0.0001;
      const total = Object.values(shares).reduce((sum, share) => sum + Math.round(Number(share ?? 0) * 10_000), 0);
      if (parts.length > 0 && whole) expect(total).toBe(1_000_000);
      if (parts.length > 0 && !whole) asked += 1;
      for (const [code = '', share] of known) expect(Math.abs(Number(shares[code] ?? 0) - Number(share))).toBeLessThan(0.0005);
    }
    const questions = await database().selectFrom('import_questions').select((eb) => eb.fn.countAll<string>().as('n')).where('code', '=', 'shares').executeTakeFirstOrThrow();
    expect(Number(questions.n)).toBe(asked);
    expect(asked).toBeGreaterThan(30);
  });

  it('a person can mend the longest title, and what they wrote is not written over', async () => {
    const [longest] = (await sql<{ ref: string }>`select c.ref from commitments c join commitment_texts t on t.commitment_id = c.id and t.language = c.language order by length(t.title) desc limit 1`.execute(database())).rows;
    const draft = await findDraft(world.officer, longest?.ref ?? '', { language: 'en', now });
    if (draft === undefined) throw new Error('no draft');
    expect(draft.title.length).toBeGreaterThan(200);
    const what = { language: draft.language, title: draft.title, action: 'Said by a person.', problem: null, type: null, nodes: [], beneficiaries: [], countries: draft.countries, learner_data: null, origin: null, visibility: draft.visibility, embargo_until: null };
    valueOf(await saveWhat(permit(commitmentPolicy.edit, world.officer, draft), { now }, draft.version, what));
    expect(outcomeOf(await take(world.officer, sourceFile(file)))).toEqual([0, 0, 1021, 0]);
    expect((await findCommitment(world.officer, draft.ref, { language: 'en', now }))?.text.action).toBe('Said by a person.');
    expect(await findCommitment(anyone, draft.ref, { language: 'en', now })).toBeUndefined();
  });

  describe('taken out of the portal and brought back, with the pledges of the review', () => {
    const fileOf = async (kind: ExportKind, format: 'csv' | 'xlsx'): Promise<Buffer> => {
      const parts: Uint8Array[] = [];
      for await (const bytes of bytesOf(exportLists[kind].open(world.officer, new URLSearchParams(), { language: 'fr', now }), format)) parts.push(bytes);
      return Buffer.concat(parts);
    };
    beforeAll(async () => {
      expect(outcomeOf(await take(world.officer, sourceFile(sourceNames.commitments)))).toEqual([945, 0, 2, 0]);
    });

    it.each([['commitments', 'csv', 1966], ['commitments', 'xlsx', 1966], ['commitment-texts', 'csv', 945 + 703 + 280 + 280 + 289 + 171], ['commitment-texts', 'xlsx', 945 + 703 + 280 + 280 + 289 + 171]] as const)('%s as %s differ in nothing', async (kind, format, count) => {
      const before = await standing();
      const result = await check(world.officer, await fileOf(kind, format));
      expect(outcomeOf(result)).toEqual([0, 0, count, 0]);
      expect(await standing()).toEqual(before);
    });
  });
});
