import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { applyImport, checkFile, importFile } from '#app/open-data/imports/operations.server';
import { deskOf, importDesk, importPolicy } from '#app/open-data/imports/policy';
import { departuresOf, desksOf, errorsOf, findImport, listImports } from '#app/open-data/imports/queries.server';
import { database } from '#app/platform/database.server';
import { holder, valueOf } from './accounts-world';
import { check, given, now, openImports, outcomeOf, recordOf, take, table, type ImportsWorld } from './imports-world';

/** An activity file in a few words. */
interface Payment { readonly ref?: string; readonly type?: string; readonly on?: string; readonly value: string; readonly currency?: string }
const payment = ({ ref, type = '3', on = '2024-05-01', value, currency = 'USD' }: Payment) =>
  `<transaction${ref === undefined ? '' : ` ref="${ref}"`}><transaction-type code="${type}"/><transaction-date iso-date="${on}"/><value currency="${currency}" value-date="${on}">${value}</value></transaction>`;
const activity = (id: string, { org = 'XM-DAC-7', title = 'Schools', more = '' }: { org?: string; title?: string; more?: string } = {}) => `<iati-activity xml:lang="EN" default-currency="USD">
<iati-identifier>${id}</iati-identifier><reporting-org ref="${org}" type="22"><narrative>Harbour</narrative></reporting-org><title><narrative>${title}</narrative></title>
<description><narrative>Words</narrative></description><participating-org ref="${org}" role="1" type="22"/><activity-status code="2"/><activity-date iso-date="2024-01-01" type="2"/>
<recipient-country code="KE" percentage="60"/><recipient-country code="UG" percentage="40"/><sector code="11110"/>${more}</iati-activity>`;
const file = (...activities: readonly string[]) => `<?xml version="1.0"?>\n<iati-activities version="2.03">\n${activities.join('\n')}\n</iati-activities>`;

const stands = async () => (await sql<{ told: string }>`select type_code || ' ' || trim_scale(value) || ' ' || currency || coalesce(' (' || description || ')', '') as told from transactions order by created_at, value desc`.execute(database())).rows.map(({ told }) => told);
const net = async () => (await sql<{ sum: string }>`select trim_scale(coalesce(sum(value), 0))::text as sum from transactions`.execute(database())).rows[0]?.sum;
const recordsOf = async (id: string) => (await recordOf(world.officer, id)).outcome;

let world: ImportsWorld;
let harbour: string;
beforeEach(async () => {
  if (world !== undefined) await world.close();
  world = await openImports();
  harbour = (await database().selectFrom('organisations').select('id').executeTakeFirstOrThrow()).id;
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await tx.insertInto('organisation_identifiers').values({ organisation_id: harbour, identifier: 'XM-DAC-7' }).execute();
  });
});
afterAll(() => world.close());

describe('a later edition of an activity file', () => {
  it('FI-1: a transaction that its reference says is another amount is reversed and recorded anew, and shown first', async () => {
    valueOf(await take(world.officer, file(activity('XM-DAC-7-1', { more: payment({ ref: 'a', value: '100' }) + payment({ ref: 'b', value: '7.50' }) }))));
    const checked = valueOf(await check(world.officer, file(activity('XM-DAC-7-1', { title: 'Schools and more', more: payment({ ref: 'a', value: '120.25' }) + payment({ ref: 'b', value: '7.50' }) + payment({ value: '1' }) }))));
    expect(checked.counts).toEqual({ read: 5, new: 1, changed: 2, unchanged: 2, inError: 0 });
    expect((await recordsOf(checked.id)).changes.map(({ field, before, after }) => [field, before, after])).toEqual([['title (en)', 'Schools', 'Schools and more'], ['value', '100', '120.25']]);
    expect(await net()).toBe('107.5');
    const granted = permit(importPolicy.apply, world.officer, await recordOf(world.officer, checked.id));
    valueOf(await applyImport(granted, { now: new Date(now.getTime() + 60_000) }));
    expect(await stands()).toEqual(['3 100 USD', '3 7.5 USD', '3 120.25 USD', '3 1 USD', '3 -100 USD (changed by the source)']);
    expect(await net()).toBe('128.75');
  });

  it('knows transactions of one reference by what they say, in whatever order they come', async () => {
    const [one, two, three] = [payment({ ref: 'contract', value: '10' }), payment({ ref: 'contract', value: '20' }), payment({ ref: 'contract', value: '30' })];
    valueOf(await take(world.officer, file(activity('A-1', { more: one + two }))));
    expect(outcomeOf(await take(world.officer, file(activity('A-1', { more: three + two + one }))))).toEqual([1, 0, 4, 0]);
    expect(await net()).toBe('60');
    expect(outcomeOf(await take(world.officer, file(activity('A-1', { more: payment({ ref: 'contract', value: '25' }) + three + one }))))).toEqual([0, 1, 4, 0]);
    expect(await net()).toBe('65');
  });

  it('lists what vanished and deletes nothing of it', async () => {
    valueOf(await take(world.officer, file(activity('A-1', { more: payment({ ref: 'a', value: '100' }) + payment({ value: '5' }) }), activity('A-2'))));
    const again = valueOf(await take(world.officer, file(activity('A-1', { more: payment({ ref: 'a', value: '100' }) }))));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect((await recordsOf(again.id)).vanished).toEqual([{ record: { table: 'activities', ref: 'A-1' }, part: 'transaction', said: '3 · 2024-05-01 · 5 USD' }, { record: { table: 'activities', ref: 'A-2' }, part: 'activity', said: null }]);
    expect(await net()).toBe('105');
  });

  it('leaves alone what a person decided about, and asks', async () => {
    valueOf(await take(world.officer, file(activity('A-1', { more: payment({ ref: 'a', value: '100' }) }))));
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`insert into transactions (id, activity_id, type_code, transaction_on, value, currency, value_on, reversal_of) select gen_random_uuid(), activity_id, type_code, transaction_on, -value, currency, value_on, id from transactions`.execute(tx);
    });
    expect(outcomeOf(await take(world.officer, file(activity('A-1', { more: payment({ ref: 'a', value: '90' }) }))))).toEqual([0, 1, 2, 0]);
    expect(await net()).toBe('0');
    expect(await database().selectFrom('import_questions').select(['code', 'status']).where('code', '=', 'decided').execute()).toEqual([{ code: 'decided', status: 'open' }]);
  });

  it('in another form of file is not counted a second time', async () => {
    valueOf(await take(world.officer, file(activity('A-1', { more: payment({ value: '100' }) }))));
    const heads = ['iati_identifier', 'transaction_ref', 'transaction_type_code', 'transaction_date', 'transaction_value_currency', 'transaction_value'];
    const taken = valueOf(await take(world.officer, table(heads, ['A-1', '', '3', '2024-05-01', 'USD', '100'], ['B-1', '', '3', '2024-05-01', 'USD', '100'])));
    expect(taken.counts).toEqual({ read: 2, new: 1, changed: 0, unchanged: 0, inError: 1 });
    expect((await errorsOf(world.officer, taken.id)).map(({ row, code }) => [row, code])).toEqual([[2, 'told-elsewhere']]);
  });
});

describe('an organisation that reports for itself', () => {
  const bring = (actor: PersonActor, content: string) => importFile(permit(importPolicy.run, actor, deskOf(harbour)), { now }, given(content, 'ours.xml'));

  it('brings its own activities and nobody else’s', async () => {
    valueOf(await take(world.officer, file(activity('OTHER-1', { org: 'XM-DAC-8' }))));
    const taken = valueOf(await bring(world.stranger, file(activity('OURS-1', { more: payment({ value: '10' }) }), activity('OTHER-1'), activity('OTHER-2', { org: 'XM-DAC-8', more: payment({ value: '99' }) }))));
    expect(taken.counts).toEqual({ read: 8, new: 3, changed: 0, unchanged: 0, inError: 5 });
    expect(new Set((await errorsOf(world.stranger, taken.id)).map(({ code }) => code))).toEqual(new Set(['not-your-activity']));
    expect(await net()).toBe('10');
    expect((await database().selectFrom('activities').select(['iati_identifier', 'reporting_organisation_id']).orderBy('iati_identifier').execute())).toEqual([{ iati_identifier: 'OTHER-1', reporting_organisation_id: null }, { iati_identifier: 'OURS-1', reporting_organisation_id: harbour }]);
  });

  it('confirms its own dry run, sees its own imports only, and no other speaker sees them', async () => {
    const theirs = valueOf(await take(world.officer, file(activity('OTHER-1', { org: 'XM-DAC-8' }))));
    const checked = valueOf(await checkFile(permit(importPolicy.run, world.stranger, deskOf(harbour)), { now }, given(file(activity('OURS-1', { more: payment({ value: '10' }) })), 'ours.xml')));
    const record = await findImport(world.stranger, checked.id);
    expect(record).toMatchObject({ status: 'checked', organisation: 'Harbour Telecom Group' });
    if (record === undefined) return;
    valueOf(await applyImport(permit(importPolicy.apply, world.stranger, record), { now }));
    expect(await net()).toBe('10');
    expect((await listImports(world.stranger, null)).rows.map(({ id }) => id)).toEqual([checked.id]);
    expect([await findImport(world.stranger, theirs.id), await errorsOf(world.stranger, theirs.id), await departuresOf(world.stranger, theirs.id)]).toEqual([undefined, [], []]);
    const another = await holder('focal_point', now, { country_iso2: 'KE' });
    expect(await findImport(another, checked.id)).toBeUndefined();
    expect(() => permit(importPolicy.run, another, deskOf(harbour))).toThrow();
    expect(() => permit(importPolicy.run, world.stranger, importDesk)).toThrow();
    expect((await desksOf(world.stranger)).map(({ name }) => name)).toEqual(['Harbour Telecom Group']);
  });

  it('brings nothing but aid data', async () => {
    expect(await bring(world.stranger, table(['organisation_name', 'org_refs', 'iati_org_type_codes'], ['Open Shelf', 'XM-DAC-1', '22']))).toMatchObject({ ok: false, problems: [{ code: 'open-data:imports.not_own', field: 'file' }] });
  });
});

describe('an activity file', () => {
  it.each([
    ['that is cut off', '<iati-activities version="2.03"><iati-activity>', 'xml-damaged'], ['with entities of its own', '<?xml version="1.0"?><!-- a --><!DOCTYPE a [<!ENTITY b "bbbb">]><iati-activities>&b;</iati-activities>', 'xml-declarations'],
    ['of another kind', '<iati-organisations version="2.03"/>', 'xml-other'], ['without activities', '<iati-activities version="2.03"/>', 'no-rows'], ['in an encoding that nobody knows', '<?xml version="1.0" encoding="klingon"?><iati-activities/>', 'xml-encoding'],
    ['nested beyond all sense', `<iati-activities version="2.03">${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}</iati-activities>`, 'xml-damaged'], ['that is a web page', '<html><body>x</body></html>', 'file-markup'],
  ])('%s is refused in words, and leaves nothing', async (_, content, code) => {
    expect(await check(world.officer, content)).toMatchObject({ ok: false, problems: [{ code: `open-data:imports.problems.${code}`, field: 'file' }] });
  });

  it('is read in the encoding that it names, with or without a mark', async () => {
    const text = file(activity('A-1', { title: 'École' })).replace('?>', ' encoding="ISO-8859-1"?>');
    valueOf(await take(world.officer, Buffer.from(text, 'latin1')));
    expect((await database().selectFrom('activity_texts').select('title').executeTakeFirstOrThrow()).title).toBe('École');
    expect(outcomeOf(await take(world.officer, Buffer.from(`\ufeff${file(activity('A-1', { title: 'École' }))}`)))).toEqual([0, 0, 2, 0]);
    expect(outcomeOf(await take(world.officer, Buffer.from(`\ufeff${file(activity('A-1', { title: 'École' }))}`, 'utf16le')))).toEqual([0, 0, 2, 0]);
  });

  it('has errors by line and element, all at once, and takes the rest', async () => {
    const taken = valueOf(await take(world.officer, file(activity('A-1', { more: payment({ value: '10' }) + payment({ value: 'ten', currency: 'QQQ' }) }), activity('', {}), activity('A-3'), activity('A-3', { title: 'Other' }))));
    expect(taken.counts).toEqual({ read: 10, new: 5, changed: 0, unchanged: 0, inError: 5 });
    expect((await errorsOf(world.officer, taken.id)).map(({ row, column, code }) => [row, column, code])).toEqual([
      [6, 'iati-activity[1]/transaction[2]/value', 'amount-invalid'], [6, 'iati-activity[1]/transaction[2]/value/@currency', 'currency-unknown'],
      [7, 'iati-activity[2]/iati-identifier', 'required'], [9, 'iati-activity[2]/iati-identifier', 'required'], [11, 'iati-activity[3]/iati-identifier', 'key-conflict'], [15, 'iati-activity[4]/iati-identifier', 'key-conflict'],
    ]);
  });
});
