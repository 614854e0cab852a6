import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departuresOf, errorsOf } from '#app/open-data/imports/queries.server';
import { database } from '#app/platform/database.server';
import { realFilesMissing } from '#db/reference/real-files';
import { count, sourceFile, sums } from '#tests/harness/source-files';
import { apply, check, openImports, recordOf, standing, take, type ImportsWorld } from './imports-world';
import { valueOf } from './accounts-world';

const valid = 'handout/iati-activities/dportal_education_handout_valid.xml';
const invalid = 'handout/iati-activities/dportal_education_handout_invalid.xml';

/** The transactions of an activity file, found by a few lines of their own: `[activity, type, currency, year, value]`. */
function transactionsOf(name: string): string[][] {
  return sourceFile(name).toString('utf8').split('<iati-activity ').slice(1).flatMap((activity) => {
    const attribute = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? '';
    const [head = ''] = activity.split('>');
    return activity.split(/<transaction[ >]/).slice(1).map((text) => [
      attribute(activity, /<iati-identifier>([^<]+)</).trim(), attribute(text, /<transaction-type code="([^"]+)"/),
      attribute(text, /<value [^>]*currency="([^"]+)"/) || attribute(head, /default-currency="([^"]+)"/), attribute(text, /<transaction-date iso-date="(\d{4})/), attribute(text, /<value[^>]*>([^<]+)</).trim(),
    ]);
  });
}
const elements = (name: string, element: string): number => sourceFile(name).toString('utf8').split(new RegExp(`<${element}[ >]`)).length - 1;
const inFile = (name: string) => ['iati-activity', 'participating-org', 'budget', 'transaction'].map((element) => elements(name, element));
const byKey = (rows: readonly string[][]) => ({ sums: sums(rows.map(([, type, currency, year, value = '']) => [`${type} ${currency} ${year}`, value])), counts: count(rows.map(([, type, currency, year]) => `${type} ${currency} ${year}`)) });

async function stored() {
  const found = await sql<{ key: string; value: string; count: number }>`
    select type_code || ' ' || currency || ' ' || extract(year from transaction_on) as key, trim_scale(sum(value))::text as value, count(*)::int as count from transactions group by 1`.execute(database());
  return { sums: Object.fromEntries(found.rows.map(({ key, value }) => [key, value])), counts: Object.fromEntries(found.rows.map((row) => [row.key, row.count])) };
}

describe.skipIf(realFilesMissing !== null)(`published activity files${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  let world: ImportsWorld;
  beforeAll(async () => { world = await openImports(); });
  afterAll(() => world.close());

  it('one that keeps the schema is taken whole, to the cent, by way of a dry run and its confirmation', async () => {
    const checked = valueOf(await check(world.officer, sourceFile(valid)));
    const [activities = 0, participants = 0, budgets = 0, transactions = 0] = inFile(valid);
    expect([activities, transactions]).toEqual([204, 501]);
    const read = activities + participants + budgets + transactions;
    // One budget ends before it begins: nobody can say for which time it is.
    expect(checked).toMatchObject({ kind: 'iati-file', counts: { read, new: read - 1, changed: 0, unchanged: 0, inError: 1 } });
    expect((await errorsOf(world.officer, checked.id)).map(({ code }) => code)).toEqual(['period-order']);
    expect((await recordOf(world.officer, checked.id)).outcome.parts?.map(({ part, read }) => [part, read])).toEqual([['activities', activities], ['participating-orgs', participants], ['budgets', budgets], ['transactions', transactions]]);
    expect((await stored()).counts).toEqual({});
    valueOf(await apply(world.officer, checked.id));
    const source = transactionsOf(valid);
    expect(source.filter((row) => row[4]?.startsWith('-')).length).toBe(47);
    expect(await stored()).toEqual(byKey(source));
    const perActivity = await sql<{ key: string; value: string }>`select a.iati_identifier as key, trim_scale(sum(t.value))::text as value from transactions t join activities a on a.id = t.activity_id group by 1`.execute(database());
    expect(Object.fromEntries(perActivity.rows.map(({ key, value }) => [key, value]))).toEqual(sums(source.map(([activity = '', , , , value = '']) => [activity, value])));
    const budgeted = await sql<{ value: string; count: number }>`select trim_scale(sum(value))::text as value, count(*)::int as count from activity_budgets`.execute(database());
    const values = sourceFile(valid).toString('utf8').split(/<budget[ >]/).slice(1).flatMap((text) => {
      const [start = '', end = ''] = [...text.matchAll(/iso-date="([^"]+)"/g)].map(([, day]) => day);
      return end < start ? [] : [/<value[^>]*>([^<]+)</.exec(text)?.[1] ?? ''];
    });
    expect(budgeted.rows[0]).toEqual({ value: sums(values.map((value) => ['all', value]))['all'], count: values.length });
  });

  it('its texts are in the language that they say, its empty ones are departures, and its shares too', async () => {
    const languages = await sql<{ language: string }>`select distinct language from activity_texts`.execute(database());
    expect(languages.rows.every(({ language }) => language === language.toLowerCase())).toBe(true);
    const id = (await database().selectFrom('imports').select('id').executeTakeFirstOrThrow()).id;
    const departures = await departuresOf(world.officer, id);
    const found = count(departures.map(({ code }) => code));
    expect(found['narrative-empty']).toBe(92);
    expect(Object.keys(found).toSorted()).toEqual(['narrative-empty', 'shares-total']);
    const lines = sourceFile(valid).toString('utf8').split('\n');
    for (const { row } of departures.filter(({ code }) => code === 'narrative-empty')) expect(lines[row - 1]).toMatch(/<narrative[^>]*(?:\/>|><\/narrative>)/);
  });

  it('one that breaks the schema is taken as far as it can be understood, with every departure by line and element', async () => {
    const taken = valueOf(await take(world.officer, sourceFile(invalid)));
    const read = inFile(invalid).reduce((sum, one) => sum + one, 0);
    expect(inFile(invalid)[0]).toBe(15);
    expect(taken.counts).toEqual({ read, new: read, changed: 0, unchanged: 0, inError: 0 });
    expect(await stored()).toEqual(byKey([...transactionsOf(valid), ...transactionsOf(invalid)]));
    expect(await errorsOf(world.officer, taken.id)).toEqual([]);
    const broken = (await departuresOf(world.officer, taken.id)).filter(({ code }) => code === 'attribute-unknown');
    const lines = sourceFile(invalid).toString('utf8').split('\n').flatMap((line, at) => (/<budget-item [^>]*vocabulary=/.test(line) ? [at + 1] : []));
    expect(broken.map(({ row }) => row)).toEqual(lines);
    expect(broken.map(({ column }) => column.replaceAll(/\[\d+\]/g, ''))).toEqual(lines.map(() => 'iati-activity/country-budget-items/budget-item/@vocabulary'));
  });

  it('importing both again changes nothing', async () => {
    const before = await standing();
    for (const [name, inError] of [[valid, 1], [invalid, 0]] as const) {
      const { counts } = valueOf(await take(world.officer, sourceFile(name)));
      expect(counts).toEqual({ read: counts.read, new: 0, changed: 0, unchanged: counts.read - inError, inError });
    }
    expect(await standing()).toEqual(before);
  });
});
