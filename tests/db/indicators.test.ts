import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor, type SystemActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { inTransaction } from '#app/access/transaction.server';
import { done } from '#app/access/result';
import type { ValueForm } from '#app/countries/indicators/input.server';
import { takeValuesIn, type IncomingValue } from '#app/countries/indicators/intake.server';
import { indicatorList } from '#app/countries/indicators/list';
import { recordValue, setBenchmark } from '#app/countries/indicators/operations.server';
import { indicatorPolicy } from '#app/countries/indicators/policy';
import { figuresOf, indicatorHistory, listIndicators, standingsOf } from '#app/countries/indicators/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { valueOf } from './accounts-world';
import { openCommitments, type CommitmentsWorld } from './commitments-world';
import { kenya } from './requests-world';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await openCommitments();
});
afterAll(() => world.close());

const code = '4.1.2-lower-secondary';
const view = () => ({ language: 'en', now: world.now }) as const;
const said = (more: Partial<ValueForm> = {}): ValueForm => ({ year: 2024, disaggregation: 'total', value: '56.5', missing: null, missing_note: null, source: 'School census 2024', footnote: null, ...more });
const record = async (form: ValueForm, { version, actor = world.coordinator, of = code }: { version?: number; actor?: Actor; of?: string } = {}) =>
  recordValue(permit(indicatorPolicy.record, actor, await kenya()), { now: world.now }, of, version, form);

describe('a value of an indicator', () => {
  it('IN-1: is there once, or has a reason', async () => {
    valueOf(await record(said()));
    expect(await record(said({ value: '60' }))).toMatchObject({ ok: false, problems: [{ field: 'year', code: 'countries:problems.value_exists' }] });
    expect(await record(said({ year: 2023, value: null }))).toMatchObject({ ok: false, problems: [{ field: 'value', code: 'countries:problems.value_or_reason' }] });
    expect(await record(said({ year: 2023, missing: 'not_yet' }))).toMatchObject({ ok: false, problems: [{ field: 'missing', code: 'countries:problems.value_and_reason' }] });
    valueOf(await record(said({ year: 2023, value: null, missing: 'not_collected', missing_note: 'No survey' })));
  });
  it('IN-2: is within what its unit can be, and of a year that has come', async () => {
    expect(await record(said({ year: 2027, value: '100.1' }))).toMatchObject({ ok: false, problems: [{ field: 'year', code: 'countries:problems.value_year' }, { field: 'value', code: 'countries:problems.value_range' }] });
    valueOf(await record(said({ value: '120' }), { of: 'speed' }));
  });
  it('IN-3: is corrected by who has seen it, and what stood there before is told', async () => {
    const [first] = (await figuresOf(anyone, 'KE', code, view())).filter(({ year }) => year === 2024);
    valueOf(await record(said({ value: '58' }), { version: first?.version ?? 0 }));
    expect(await record(said({ value: '59' }), { version: first?.version ?? 0 })).toMatchObject({ ok: false, problems: [{ code: 'form:problems.changed_meanwhile' }] });
    const [latest] = await indicatorHistory(permit(indicatorPolicy.history, world.coordinator, await kenya()), code);
    expect(latest?.changes).toEqual([{ field: 'indicator_values.value', before: '56.500000', after: '58.000000' }].map((change) => expect.objectContaining({ field: change.field, after: expect.stringMatching(/^58/), before: expect.stringMatching(/^56\.5/) })));
  });
  it('is written down by nobody else', async () => {
    await expect(record(said({ year: 2020 }), { actor: world.focal })).rejects.toBeInstanceOf(Forbidden);
  });
  it('IN-4: stands beside what the country aims at next', async () => {
    const aim = async (year: number, value: string) => setBenchmark(permit(indicatorPolicy.aim, world.coordinator, await kenya()), { now: world.now }, code, undefined, { benchmark_year: year, benchmark: value, benchmark_source: 'Sector plan' });
    valueOf(await aim(2035, '90'));
    valueOf(await aim(2030, '75'));
    valueOf(await aim(2025, '60'));
    const standing = (await standingsOf(anyone, 'KE', view())).find((one) => one.code === code);
    expect(standing).toMatchObject({ value: '58', year: 2024, source: 'School census 2024', aim: '75', aim_year: 2030, missing: null });
    expect((await standingsOf(anyone, 'KE', view())).find((one) => one.code === '4.c.1')).toMatchObject({ value: null, missing: null, aim: null });
  });
});

describe('IN-5: values of a file', () => {
  const portal: SystemActor = { kind: 'system', name: 'import' };
  const row = (more: Partial<IncomingValue>): IncomingValue => ({
    source_key: `key ${more.country_iso2 ?? 'KE'} ${more.year ?? 2015}`, content_hash: 'first', country_iso2: 'KE', indicator_code: code, disaggregation: 'total', year: 2015, value: '40', missing_reason: null, source: 'Survey 2015', footnote: null, ...more,
  });
  const take = async (rows: readonly IncomingValue[]) => {
    const granted = permit(indicatorPolicy.import, portal, { source: 'test' });
    const outcomes = valueOf(await inTransaction(granted, { now: world.now }, async (tx) => done(await takeValuesIn(tx, granted, { now: world.now }, { source: 'test', importId: null }, rows))));
    return rows.map(({ source_key }) => outcomes.get(source_key)?.outcome);
  };
  const stored = async (year: number) => database().selectFrom('indicator_values').select(['value', 'missing']).where('country_iso2', '=', 'KE').where('indicator_code', '=', code).where('year', '=', year).executeTakeFirst();

  it('are new once, unchanged afterwards, and changed where the source says something else', async () => {
    const rows = [row({}), row({ year: 2016, value: null, missing_reason: 'not_published' })];
    expect(await take(rows)).toEqual(['new', 'new']);
    expect(await take(rows)).toEqual(['unchanged', 'unchanged']);
    expect(await take([row({ value: '41', content_hash: 'second' })])).toEqual(['changed']);
    expect(Number((await stored(2015))?.value)).toBe(41);
    expect(await stored(2016)).toMatchObject({ value: null, missing: 'not_published' });
  });
  it('never overwrite what a person wrote: they ask', async () => {
    expect(await take([row({ year: 2024, value: '1' })])).toEqual(['changed']);
    expect(Number((await stored(2024))?.value)).toBe(58);
    expect(await database().selectFrom('import_questions').select('code').where('table_name', '=', 'indicator_values').execute()).toEqual([{ code: 'edited' }]);
    expect(await take([row({ year: 2024, value: '1' })])).toEqual(['unchanged']);
  });
  it('are listed with benchmarks, by what they are about', async () => {
    const found = async (query: string) => (await listIndicators(anyone, readState(indicatorList, new URLSearchParams(query)), view())).rows.map(({ figure, year }) => `${figure} ${year}`);
    expect(await found(`indicator=${code}&country=KE`)).toEqual(['benchmark 2035', 'benchmark 2030', 'benchmark 2025', 'value 2024', 'value 2023', 'value 2016', 'value 2015']);
    expect(await found(`indicator=${code}&known=no`)).toEqual(['value 2023', 'value 2016']);
    expect(await found('figure=benchmark&year=2030')).toEqual(['benchmark 2030']);
    expect(await found('country=JO')).toEqual([]);
  });
});
