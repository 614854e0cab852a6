import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { errorsOf, findImport, listImports } from '#app/open-data/imports/queries.server';
import { openPairs, openQuestions, writtenBy } from '#app/open-data/imports/following.server';
import { importDesk, importPolicy } from '#app/open-data/imports/policy';
import { updateOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { settleQuestion } from '#app/records/sources/operations.server';
import { sourcePolicy } from '#app/records/sources/policy';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { abandon, apply, check, now, openImports, outcomeOf, recordOf, standing, table, take, type ImportsWorld } from './imports-world';

let world: ImportsWorld;
beforeAll(async () => {
  world = await openImports();
});
afterAll(() => world.close());

const head = ['organisation_name', 'org_refs', 'iati_org_type_codes'];
const pledgeHead = ['To', 'Text', 'From', 'Response', 'Issue', 'Session'];
const pledge = (country: string, text: string, tags = 'Detention') => [country, text, country, 'Voluntary Pledge', tags, '20'];
const rateHead = ['Date', 'Rate', 'Currency', 'Frequency', 'Source'];
const names = () => database().selectFrom('organisations').select('name').orderBy('name').execute().then((rows) => rows.map(({ name }) => name));

describe('an import', () => {
  it('is checked without a trace in the records, applied as a whole, and changes nothing the second time', async () => {
    const before = await standing();
    const file = table(head, ['Open Shelf', 'XM-DAC-1', '22'], ['Savanna Network', 'N/A', '10|22'], ['Savanna Network', 'N/A', '10|22'], ['', 'XM-DAC-3', '10']);
    const checked = valueOf(await check(world.officer, file));
    expect(checked.counts).toEqual({ read: 4, new: 2, changed: 0, unchanged: 1, inError: 1 });
    expect(await standing()).toEqual(before);
    expect(await recordOf(world.officer, checked.id)).toMatchObject({ status: 'checked', kind: 'members', errors: 1, outcome: { repeats: [{ row: 4, first: 3 }], repeated: 1, missing: expect.arrayContaining([{ field: 'country_iso2', reason: 'not-in-file', rows: 3 }, { field: 'type_code', reason: 'several', rows: 2 }]) } });
    expect(await errorsOf(world.officer, checked.id)).toEqual([{ row: 5, column: 'organisation_name', code: 'required', values: {} }]);
    const applied = valueOf(await apply(world.officer, checked.id));
    expect([applied.again, applied.counts]).toEqual([false, checked.counts]);
    expect(await names()).toEqual(['Harbour Telecom Group', 'Open Shelf', 'Savanna Network']);
    expect((await writtenBy(world.officer, checked.id)).rows.map(({ table: of, name }) => [of, name])).toEqual([['organisations', 'Open Shelf'], ['organisations', 'Savanna Network']]);
    expect(await database().selectFrom('organisations').select(['type_code', 'type_missing']).where('name', '=', 'Savanna Network').execute()).toEqual([{ type_code: null, type_missing: 'several (10|22)' }]);
    const after = await standing();
    expect(outcomeOf(await take(world.officer, file))).toEqual([0, 0, 3, 1]);
    expect(await standing()).toEqual(after);
    await expect(apply(world.officer, checked.id)).rejects.toMatchObject({ reason: 'access:reasons.not_now' });
  });

  it('shows old and new values before they change, and never changes what a person wrote', async () => {
    const file = (type: string, name = 'Meridian Bank') => table(head, [name, 'XM-DAC-9', type]);
    valueOf(await take(world.officer, file('40')));
    const checked = valueOf(await check(world.officer, file('15')));
    const record = await recordOf(world.officer, checked.id);
    const { ref, id } = await database().selectFrom('organisations').select(['ref', 'id']).where('name', '=', 'Meridian Bank').executeTakeFirstOrThrow();
    expect(record.outcome.changes).toEqual([{ row: 2, record: { table: 'organisations', ref }, field: 'type_code', before: '40', after: '15' }]);
    const form = { name: 'Meridian Development Bank', short_name: null, type_code: '40', constituency: null, country_iso2: 'KE', website: null, identifiers: ['XM-DAC-9'] };
    valueOf(await updateOrganisation(permit(organisationPolicy.edit, world.officer, { id }), { now }, 1, form));
    const applied = valueOf(await apply(world.officer, checked.id));
    expect(applied.counts.changed).toBe(1);
    expect(await database().selectFrom('organisations').select(['name', 'type_code']).where('id', '=', id).execute()).toEqual([{ name: 'Meridian Development Bank', type_code: '40' }]);
    const questions = await openQuestions(world.officer, checked.id);
    expect(questions.rows).toMatchObject([{ code: 'edited', record: { ref } }]);
    valueOf(await settleQuestion(permit(sourcePolicy.settle, world.officer, { id: questions.rows[0]?.id ?? '' }), { now }));
    expect((await openQuestions(world.officer, checked.id)).count).toBe(0);
    expect(outcomeOf(await take(world.officer, file('15')))).toEqual([0, 0, 1, 0]);
  });

  it('writes nothing when the outcome is no longer what was shown, and shows itself again', async () => {
    const file = table(head, ['First of two', '', '22'], ['Second of two', '', '22']);
    const checked = valueOf(await check(world.officer, file));
    valueOf(await take(world.officer, table(head, ['First of two', '', '22'])));
    const before = await standing();
    const tried = valueOf(await apply(world.officer, checked.id));
    expect([tried.again, tried.counts.new, tried.counts.unchanged]).toEqual([true, 1, 1]);
    expect(await standing()).toEqual(before);
    expect(await recordOf(world.officer, checked.id)).toMatchObject({ status: 'checked', counts: { new: 1, unchanged: 1 }, outcome: { before: { new: 2, unchanged: 0 } } });
    expect(valueOf(await apply(world.officer, checked.id)).again).toBe(false);
  });

  it('is applied once, however many press the button at once, and not at all once it was thrown away', async () => {
    const checked = valueOf(await check(world.officer, table(head, ['Pressed by many', '', '22'])));
    const record = await recordOf(world.officer, checked.id);
    const { applyImport } = await import('#app/open-data/imports/operations.server');
    const all = await Promise.all([1, 2, 3].map(() => applyImport(permit(importPolicy.apply, world.officer, record), { now })));
    expect(all.filter((one) => one.ok).length).toBe(1);
    expect(all.find((one) => !one.ok)).toEqual({ ok: false, problems: [{ code: 'form:problems.changed_meanwhile' }] });
    expect((await names()).filter((name) => name === 'Pressed by many')).toEqual(['Pressed by many']);
    const other = valueOf(await check(world.officer, table(head, ['Thrown away', '', '22'])));
    valueOf(await abandon(world.officer, other.id));
    await expect(apply(world.officer, other.id)).rejects.toMatchObject({ reason: 'access:reasons.not_now' });
    expect(await names()).not.toContain('Thrown away');
  });

  it('that is cut off in the middle leaves nothing, and works the next time', async () => {
    const file = table(head, ...Array.from({ length: 3000 }, (_, at) => [`Organisation ${at}`, `XM-DAC-9${at}`, '22']));
    const before = await standing();
    const killer = postgres(world.appUrl, { max: 1, onnotice: () => undefined });
    const dying = take(world.officer, file).then(() => 'done', () => 'lost');
    for (let killed = 0; killed === 0; await sleep(2)) {
      const [found] = await killer<{ count: number }[]>`
        select count(pg_terminate_backend(pid))::int as count from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() and query ilike '%insert into organisation_identifiers%' and state <> 'idle'`;
      killed = found?.count ?? 0;
    }
    expect(await dying).toBe('lost');
    await killer.end();
    expect(await standing()).toEqual(before);
    expect(outcomeOf(await take(world.officer, file))).toEqual([3000, 0, 0, 0]);
  });

  it('of commitments makes drafts of the global coalition, and asks a person about tags', async () => {
    const file = table(pledgeHead, pledge('Kenya', 'Free schooling for all children of the country.', 'Detention,Right to education'), pledge('Atlantis', 'Anything.'), pledge('Kenya', 'Second promise, which is one.'));
    const taken = valueOf(await take(world.officer, file));
    expect([taken.kind, taken.counts]).toEqual(['commitments', { read: 3, new: 2, changed: 0, unchanged: 0, inError: 1 }]);
    const rows = await database().selectFrom('commitments').select(['status', 'type', 'starts_on', 'ends_on', 'lead_country_iso2', 'source_name', 'submitted_by']).execute();
    expect(rows).toEqual([1, 2].map(() => ({ status: 'draft', type: null, starts_on: null, ends_on: null, lead_country_iso2: 'KE', source_name: 'upr-pledges', submitted_by: null })));
    expect((await openQuestions(world.officer, taken.id)).rows.map(({ code, details }) => [code, details])).toEqual([['tags', { tags: ['Detention'] }], ['tags', { tags: ['Detention'] }]]);
  });

  it('of organisations notes whoever may be the same, also beyond the file (ME-1)', async () => {
    const taken = valueOf(await take(world.officer, table(head, ['OPEN SHELF', 'XM-DAC-1', '22'], ['Twin one', 'XM-DAC-77', '22'], ['Twin two', 'XM-DAC-77', '22'])));
    const pairs = (await openPairs(world.officer, taken.id)).rows.map(({ reason, identifier, one, other }) => [one.name, other.name, reason, identifier]);
    expect(pairs.toSorted()).toEqual([
      ['OPEN SHELF', 'Open Shelf', 'same_identifier', 'XM-DAC-1'], ['OPEN SHELF', 'Open Shelf', 'same_name', null], ['Twin two', 'Twin one', 'same_identifier', 'XM-DAC-77'],
    ]);
    expect(await database().selectFrom('organisation_identifiers').select('identifier').where('identifier', '=', 'XM-DAC-77').execute()).toEqual([]);
  });

  it('of rates never changes a rate: a different one is an error of its row (FI-6)', async () => {
    const file = (rate: string) => table(rateHead, ['2024-12-31', rate, 'KES', 'A', 'Bank'], ['2024-12-31', '3.3333333333333333333333333333333', 'PLN', 'A', 'Bank']);
    expect(outcomeOf(await take(world.officer, file('128.5')))).toEqual([2, 0, 0, 0]);
    expect(await database().selectFrom('exchange_rates').select('units_per_usd').where('currency', '=', 'PLN').execute()).toEqual([{ units_per_usd: '3.3333333333333333333333333333333' }]);
    const taken = valueOf(await take(world.officer, file('129')));
    expect(taken.counts).toEqual({ read: 2, new: 0, changed: 0, unchanged: 1, inError: 1 });
    expect(await errorsOf(world.officer, taken.id)).toEqual([{ row: 2, column: 'Rate', code: 'rate-known', values: { currency: 'KES', date: '2024-12-31', found: '129', known: '128.5' } }]);
  });

  it('is for the secretariat: others find none, and a file of theirs is not taken', async () => {
    const [latest] = (await listImports(world.officer, null)).rows;
    expect((await listImports(world.auditor, null)).rows.length).toBeGreaterThan(5);
    for (const viewer of [anyone, world.stranger]) {
      expect([(await listImports(viewer, null)).rows, await findImport(viewer, latest?.id ?? ''), await errorsOf(viewer, latest?.id ?? ''), (await openPairs(viewer, latest?.id ?? '')).count]).toEqual([[], undefined, [], 0]);
      expect(() => permit(importPolicy.run, viewer, importDesk)).toThrow();
    }
    expect(() => permit(importPolicy.run, world.auditor, importDesk)).toThrow();
  });

  it('names the person in the audit trail, for every row that it writes', async () => {
    const found = await sql<{ actor_id: string; rule: string }>`select distinct actor_id, rule from audit_log where table_name = 'organisation_identifiers' and action = 'insert' and rule like 'import:%'`.execute(database());
    expect(new Set(found.rows.map(({ actor_id }) => actor_id))).toEqual(new Set([world.officer.id]));
  });
});

describe('a hostile file', () => {
  const word = (length: number) => Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join('');
  it.each<readonly [string, string | Uint8Array, string]>([
    ['empty', '', 'file-empty'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'file-markup'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), 'file-binary'],
    ['an archive that is none', 'PK\u0003\u0004 and then nothing', 'workbook-damaged'],
    ['a quote that never closes', 'organisation_name,org_refs,iati_org_type_codes\n"a,b,c', 'text-quote-open'],
    ['nothing but a header', head.join(','), 'no-rows'],
    ['columns of nobody', 'constructor,__proto__,toString\n1,2,3', 'not-recognised'],
  ])('%s is refused in words and leaves nothing', async (_, content, code) => {
    const before = await standing();
    const files = await database().selectFrom('files').select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirst();
    expect(await check(world.officer, content)).toMatchObject({ ok: false, problems: [{ code: `open-data:imports.problems.${code}`, field: 'file' }] });
    expect(await standing()).toEqual(before);
    expect(await database().selectFrom('files').select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirst()).toEqual(files);
  });

  it.each<readonly [string, string]>([
    ['a word without an end', word(3000)],
    ['a name that is SQL', "'); drop table organisations; --"],
    ['a name that is a formula', '=HYPERLINK("http://x.example")'],
    ['a name in every direction', '\u202e\u200f name \u2067'],
    ['a very long name', Array.from({ length: 5000 }, (_, at) => `w${at}`).join(' ')],
    ['a word of signs', '§'.repeat(9000)],
    ['half a character', 'a\ud800b'],
  ])('%s is taken or an error of its row, never a fault', async (_, name) => {
    const result = await take(world.officer, table(head, [name, '', '22'], ['An honest neighbour', '', '22']));
    expect(valueOf(result).counts.read).toBe(2);
    expect(await names()).toContain('An honest neighbour');
  });

  it('with what the database cannot keep is refused as a whole', async () => {
    const before = await standing();
    const activities = ['iati_identifier', 'title_eng', 'reporting_org_ref', 'activity_status_code'];
    const file = table([...activities, 'recipient_country_code', 'recipient_country_pct'], ['XM-1', 'Schools', '', '', 'KE', '99999999']);
    const result = await check(world.officer, file);
    expect(result.ok ? result.value : result.problems[0]?.code).toBe('open-data:imports.problems.file-not-storable');
    expect(await standing()).toEqual(before);
  });
});
