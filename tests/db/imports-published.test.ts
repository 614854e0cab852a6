import { Big } from 'big.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { tallyCommitments } from '#app/commitments/list/queries.server';
import { sumTransactions } from '#app/financing/transactions/queries.server';
import { draftVersion, type NodeForm } from '#app/frameworks/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { exportLists } from '#app/open-data/exports/lists.server';
import type { ExportKind } from '#app/open-data/exports/model';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { acceptRegister, waitingRegister } from '#app/frameworks/endorsements/registers.server';
import type { Imported } from '#app/open-data/imports/operations.server';
import { database } from '#app/platform/database.server';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import type { FigureKey } from '#app/reporting/figures/model';
import { figuresOf } from '#app/reporting/figures/queries.server';
import { bytesOf } from '#app/table/files/answer.server';
import { realFilesMissing } from '#db/reference/real-files';
import { cellsOf, count, lines, sheet, sourceFile, sourceNames, sums } from '#tests/harness/source-files';
import { otherDesk, valueOf } from './accounts-world';
import { apply, check, now, openImports, recordOf, standing, take, type ImportsWorld } from './imports-world';
import { freeze, planned, reportOf, type Desk } from './reporting-world';

type Source = keyof typeof sourceNames;
const sources = Object.keys(sourceNames) as Source[];

/** How many rows each file has, counted by a few lines of their own. */
const rowsOf: Readonly<Record<Source, () => number>> = {
  commitments: () => lines(sourceNames.commitments, '\r', 'macintosh').length,
  members: () => lines(sourceNames.members, '\r\n', 'utf-8').length,
  activities: () => sheet(sourceNames.activities).length,
  participants: () => sheet(sourceNames.participants).length,
  budgets: () => sheet(sourceNames.budgets).length,
  transactions: () => sheet(sourceNames.transactions).length,
  indicators: () => lines(sourceNames.indicators, '\r\n', 'utf-8').length,
  rates: () => lines(sourceNames.rates, '\r\n', 'utf-8').length,
  endorsements: () => lines(sourceNames.endorsements, '\n', 'utf-8').length,
  framework: () => lines(sourceNames.framework, '\n', 'utf-8').length,
};

let world: ImportsWorld;
const taken: Partial<Record<Source, Imported>> = {};
const countsOf = (source: Source) => taken[source]?.counts;

/** The rows of a list's CSV by column, as a program that fetches the address has them. No cell of these lists holds a line break. */
async function csvRows(kind: ExportKind, query: string, viewer: Actor): Promise<Record<string, string>[]> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of bytesOf(exportLists[kind].open(viewer, new URLSearchParams(query), { language: 'en', now }), 'csv')) text += decoder.decode(bytes, { stream: true });
  const [head = '', ...rows] = text.split('\r\n').slice(0, -1);
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, at) => [names[at] ?? '', cell])));
}
const total = (given: Readonly<Record<string, string>>) => Object.values(given).reduce((sum, value) => sum.plus(value), new Big(0)).toFixed();

/** Somebody who writes a report for a year of the coalition that the files went to. */
async function openDesk(year: number): Promise<Desk> {
  const { coalition_id } = await database().selectFrom('commitments').select('coalition_id').limit(1).executeTakeFirstOrThrow();
  const form = { year, opens_on: `${year}-01-01`, due_on: `${year}-02-01`, grace_on: `${year}-03-01`, lock_on: `${year}-04-01` };
  const cycle = valueOf(await planCycle(permit(cyclePolicy.plan, world.officer, { coalition_id }), { now }, form));
  return { officer: world.officer, coalition: coalition_id, cycle, later: now };
}

/** As if every draft had been answered in full and published, and every organisation admitted: reports count what is public. */
async function settle(coalition: string): Promise<void> {
  const inAll = (text: string) => ({ en: text, fr: text, es: text, ar: text, ru: text, zh: text });
  const node: NodeForm = { code: 'T1', kind: 'action_line', title: inAll('Clause'), text: inAll('Text'), children: [] };
  const version = valueOf(await draftVersion(permit(frameworkPolicy.draft, world.officer, { code: 'TEST' }), { now }, { name: inAll('Test'), short_name: inAll('Test'), standing: 'working_paraphrase', source: null, nodes: [node] }));
  valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id: version.id, status: 'draft', edited_by: null }), { now }));
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await sql`insert into commitment_nodes (commitment_id, node_id) select c.id, n.id from commitments c, framework_nodes n`.execute(tx);
    await sql`update commitments set status = 'published', published_at = ${now}, type = 'policy', starts_on = '2025-01-01', ends_on = '2030-12-31'`.execute(tx);
    await sql`insert into memberships (id, coalition_id, organisation_id, category, status, joined_on)
      select gen_random_uuid(), ${coalition}, id, 'full', 'active', '2025-01-01' from organisations where name <> 'Harbour Telecom Group'`.execute(tx);
  });
}

/** A report of the desk, frozen: its figures by part, the seal of its snapshot, and what was converted in it. */
async function frozen(desk: Desk) {
  const { ref } = await planned(desk);
  const { sha256 } = valueOf(await freeze(desk, ref));
  const { id } = await reportOf(ref);
  const figures = await figuresOf(id);
  const figure = (key: FigureKey) => {
    const rows = (figures.find((one) => one.key === key)?.rows ?? []).map((row) => [row.currency === null ? row.part : `${row.part} ${row.currency}`, row] as const);
    return { sums: Object.fromEntries(rows.map(([name, { value }]) => [name, value])), counts: Object.fromEntries(rows.map(([name, row]) => [name, row.count])) };
  };
  const dollars = await sql<{ key: string; value: string; converted: number }>`
    select 'activity:' || (facts ->> 'type') || ' ' || (facts ->> 'currency') as key, trim_scale(coalesce(sum((facts ->> 'value_usd')::numeric), 0))::text as value,
      count(facts ->> 'value_usd')::int as converted
    from snapshot_rows r join snapshots s on s.id = r.snapshot_id where s.report_id = ${id} and r.kind = 'transaction' group by 1`.execute(database());
  return { sha256, figure, dollars: Object.fromEntries(dollars.rows.map(({ key, ...sum }) => [key, sum])) };
}

describe.skipIf(realFilesMissing !== null)(`published files in the database${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  beforeAll(async () => {
    world = await openImports();
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('coalitions').set({ status: 'closed' }).execute();
    });
    valueOf(await formCoalition(permit(coalitionPolicy.form, { kind: 'system', name: 'demo' }, { parent_id: null }), { now }, { slug: 'worldwide', kind: 'global', country_iso2: null, texts: { en: { name: 'Global coalition', mandate: null } } }));
    for (const source of sources) {
      const started = performance.now();
      taken[source] = valueOf(await take(world.officer, sourceFile(sourceNames[source])));
      console.info(`${source}: ${taken[source].counts.read} rows taken in ${Math.round(performance.now() - started)} ms`);
    }
  });
  afterAll(() => world.close());

  it.each(sources)('%s: every row is new, unchanged or in error, and none is lost', (source) => {
    const counts = countsOf(source);
    expect(counts?.read).toBe(rowsOf[source]());
    expect(counts).toMatchObject({ commitments: { new: 945, unchanged: 2, inError: 0 }, rates: { inError: 44 } }[source as string] ?? { new: rowsOf[source](), inError: 0 });
  });

  it('commitments are drafts of the countries that the file names, each with the text of its row', async () => {
    const source = lines(sourceNames.commitments, '\r', 'macintosh');
    const stored = await sql<{ action: string; status: string; type: string | null; starts_on: string | null; goals: number; country: string }>`
      select t.action, c.status, c.type, c.starts_on, (select count(*)::int from goals g where g.commitment_id = c.id) as goals, c.lead_country_iso2 as country
      from commitments c join commitment_texts t on t.commitment_id = c.id`.execute(database());
    const texts = [...new Set(source.map((cells) => `${cells[0]} ${cells[3]}`))];
    expect(stored.rows.length).toBe(texts.length);
    expect(new Set(stored.rows.map(({ action }) => action))).toEqual(new Set(source.map((cells) => cells[3])));
    expect(stored.rows.every(({ status, type, starts_on, goals }) => status === 'draft' && type === null && starts_on === null && goals === 0)).toBe(true);
    expect(new Set(stored.rows.map(({ country }) => country)).size).toBe(new Set(source.map((cells) => cells[0])).size);
    const file = await csvRows('commitments', 'status=draft', world.officer);
    expect(file.length).toBe(texts.length);
    expect(count(file.map((row) => row['lead_country'] ?? ''))).toEqual(count(stored.rows.map(({ country }) => country)));
    expect((await csvRows('commitments', '', anyone)).length).toBe(0);
  });

  it('organisations are all there, with their type where the file states one, and doubts for a person', async () => {
    const source = lines(sourceNames.members, '\r\n', 'utf-8');
    // A union that a register of parties names is registered too, as a possible twin of the one that this file names: a person decides (ME-1).
    const union = await database().selectFrom('import_sources as s').innerJoin('organisations as o', 'o.id', 's.record_id').select('o.ref').where('s.source_name', '=', 'treaty-parties').where('s.table_name', '=', 'organisations').executeTakeFirst();
    const own = (rows: readonly Record<string, string>[]) => rows.filter((row) => row['name'] !== 'Harbour Telecom Group' && row['ref'] !== union?.ref);
    const file = own(await csvRows('members', 'standing=all', anyone));
    expect(file.length).toBe(source.length);
    const stated = source.map((cells) => (/^\d\d(?:\|N\/A)?$/.test(cells[2] ?? '') ? (cells[2] ?? '').slice(0, 2) : ''));
    expect(count(file.map((row) => row['type'] ?? ''))).toEqual(count(stated));
    const names = source.map(([name = '']) => name.toLowerCase());
    const twins = names.filter((name, at) => names.indexOf(name) < at).length;
    expect(await database().selectFrom('organisation_duplicates').select((eb) => eb.fn.countAll<string>().as('count')).where('reason', '=', 'same_name').executeTakeFirst()).toEqual({ count: String(twins + 1) });
  });

  it('transactions sum to what the file sums to, by type and currency, in the database and in the CSV', async () => {
    const source = sheet(sourceNames.transactions);
    const expected = sums(source.map((cells) => [`${cells['transaction_type_code']} ${cells['transaction_value_currency']}`, cells['transaction_value'] ?? '']));
    const stored = await sql<{ key: string; value: string; count: number }>`select type_code || ' ' || currency as key, trim_scale(sum(value))::text as value, count(*)::int as count from transactions group by 1`.execute(database());
    expect(Object.fromEntries(stored.rows.map(({ key, value }) => [key, value]))).toEqual(expected);
    expect(Object.fromEntries(stored.rows.map((row) => [row.key, row.count]))).toEqual(count(source.map((cells) => `${cells['transaction_type_code']} ${cells['transaction_value_currency']}`)));
    expect(new Set(source.map((cells) => cells['transaction_value_currency'])).size).toBe(15);
    const file = await csvRows('transactions', '', anyone);
    expect(sums(file.map((row) => [`${row['type']} ${row['currency']}`, row['value'] ?? '']))).toEqual(expected);
    const euros = await csvRows('transactions', 'currency=EUR&type=11', anyone);
    expect(total(sums(euros.map((row) => ['EUR', row['value'] ?? ''])))).toBe(expected['11 EUR']);
  });

  it('indicators have the value of their row, or the reason why there is none, and its source', async () => {
    const source = lines(sourceNames.indicators, '\r\n', 'utf-8');
    const file = await csvRows('indicators', 'figure=value', anyone);
    expect(file.length).toBe(1628);
    expect(count(file.map((row) => row['missing'] ?? ''))).toEqual({ '': source.filter((cells) => cells[6] !== '..').length, not_published: source.filter((cells) => cells[6] === '..').length });
    expect(sums(file.filter((row) => row['value'] !== '').map((row) => [row['year'] ?? '', row['value'] ?? '']))).toEqual(sums(source.filter((cells) => cells[6] !== '..').map((cells) => [cells[5] ?? '', cells[6] ?? ''])));
    expect(new Set(file.map((row) => row['country'])).size).toBe(new Set(source.map((cells) => cells[4])).size);
    const sources = new Set(source.flatMap((cells) => (cells[7] === '' ? [] : [cells[7]?.replace(/^SOURCE: /, '').split('. ')[0]?.replace(/\.$/, '') ?? ''])));
    expect(new Set(file.filter((row) => row['value'] !== '').map((row) => row['source']))).toEqual(sources);
  });

  it('amounts are converted by the rate of their year and only where there is one', async () => {
    const issuers: Readonly<Record<string, string>> = { EUR: 'U2', XOF: '7A', XAF: '5X' };
    const rates = Object.fromEntries(lines(sourceNames.rates, '\r\n', 'utf-8').filter(([date, , currency = '', , , issuer]) => date === '2021-12-31' && issuer === (issuers[currency] ?? currency.slice(0, 2))).map(([, rate = '', currency = '']) => [currency, rate]));
    const file = await csvRows('transactions', 'year=2021', anyone);
    const converted = file.filter((row) => row['currency'] !== 'USD' && row['value_usd'] !== '' && rates[row['currency'] ?? ''] !== undefined);
    expect(converted.length).toBeGreaterThan(100);
    for (const row of converted) expect(new Big(row['value'] ?? 0).div(rates[row['currency'] ?? ''] ?? 1).round(6).toFixed()).toBe(new Big(row['value_usd'] ?? 0).toFixed());
    for (const row of file.filter((one) => one['currency'] === 'USD')) expect(row['value_usd']).toBe(row['value']);
  });

  it('activities have their titles in six languages, who takes part and what was budgeted', async () => {
    const source = sheet(sourceNames.activities);
    const stored = await sql<{ iati_identifier: string; language: string; title: string }>`select a.iati_identifier, t.language, t.title from activities a join activity_texts t on t.activity_id = a.id`.execute(database());
    const titles = new Map(stored.rows.map((row) => [`${row.iati_identifier} ${row.language}`, row.title]));
    for (const [language, column] of Object.entries({ en: 'title_eng', fr: 'title_fr', es: 'title_es', zh: 'title_zh', ru: 'title_ru', ar: 'title_ar' })) {
      for (const cells of source) expect(titles.get(`${cells['iati_identifier']} ${language}`)).toBe(cells[column]);
    }
    const budgets = await sql<{ currency: string; value: string }>`select currency, trim_scale(sum(value))::text as value from activity_budgets group by currency`.execute(database());
    expect(Object.fromEntries(budgets.rows.map(({ currency, value }) => [currency, value]))).toEqual(sums(sheet(sourceNames.budgets).map((cells) => [cells['budget_currency'] ?? '', cells['budget_value'] ?? ''])));
    const roles = await sql<{ role_code: string; count: number }>`select role_code, count(*)::int as count from activity_participants group by role_code`.execute(database());
    expect(Object.fromEntries(roles.rows.map((row) => [row.role_code, row.count]))).toEqual(count(sheet(sourceNames.participants).map((cells) => cells['participating_org_role'] ?? '')));
  });

  it('parties of a treaty are dated endorsements: days that are not known stay missing, a union is an organisation', async () => {
    const source = lines(sourceNames.endorsements, '\n', 'utf-8');
    const stored = await sql<{ country: string | null; organisation: string | null; endorsed_on: string | null; missing: string | null; confirmed_on: string | null; confirmation: string; status: string }>`
      select e.country_iso2 as country, o.name as organisation, e.endorsed_on, e.endorsed_on_missing as missing, e.confirmed_on, e.confirmation, e.status
      from endorsements e left join organisations o on o.id = e.organisation_id`.execute(database());
    expect(stored.rows.length).toBe(198);
    expect(count(stored.rows.map(({ endorsed_on }) => endorsed_on ?? ''))).toEqual(count(source.map((cells) => cells[2] ?? '')));
    expect(count(stored.rows.map(({ confirmed_on, confirmation }) => `${confirmation} ${confirmed_on}`))).toEqual(count(source.map((cells) => `${cells[4]} ${cells[3]}`)));
    expect(stored.rows.every((row) => (row.endorsed_on === null) === (row.missing === 'not-stated'))).toBe(true);
    expect(stored.rows.filter(({ country }) => country === null)).toMatchObject([{ organisation: 'European Union', endorsed_on: '1992-06-13' }]);
    for (const country of ['PS', 'VA', 'CK', 'NU']) expect(stored.rows.find((row) => row.country === country)).toMatchObject({ endorsed_on: country === 'CK' ? '1992-06-12' : null });
    // Nobody alone makes them public: somebody else looks at the register.
    expect(new Set(stored.rows.map(({ status }) => status))).toEqual(new Set(['declared']));
    const accept = (actor: PersonActor) => acceptRegister(permit(endorsementPolicy.accept, actor, { framework: 'UNFCCC' }), { now });
    expect((await csvRows('endorsements', 'framework=UNFCCC', anyone)).length).toBe(0);
    expect(await waitingRegister(world.officer, 'UNFCCC')).toEqual({ open: 0, own: 198 });
    expect(valueOf(await accept(world.officer)).published).toBe(0);
    expect(await waitingRegister(await otherDesk(), 'UNFCCC')).toEqual({ open: 198, own: 0 });
    expect(valueOf(await accept(await otherDesk())).published).toBe(198);
    const file = await csvRows('endorsements', 'framework=UNFCCC', anyone);
    expect(count(file.map((row) => row['endorsed_on'] ?? ''))).toEqual(count(source.map((cells) => cells[2] ?? '')));
    expect((await csvRows('endorsements', 'framework=UNFCCC&kind=organisation', anyone)).length).toBe(1);
    expect((await csvRows('endorsements', 'framework=UNFCCC&region=009', anyone)).length).toBe(16);
  });

  it('commitments under their pillars are the draft of a text, in the order of the file', async () => {
    const source = lines(sourceNames.framework, '\n', 'utf-8');
    const stored = await sql<{ pillar: string; pillar_title: string; code: string; title: string; kind: string; status: string }>`
      select p.code as pillar, pt.title as pillar_title, n.code, t.title, n.kind, v.status from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
      join framework_node_texts t on t.node_id = n.id join framework_nodes p on p.id = n.parent_id join framework_node_texts pt on pt.node_id = p.id
      where f.code = 'DFI' order by n.code::int`.execute(database());
    expect(stored.rows.map(({ code, title, pillar, pillar_title }) => [code, title, pillar.slice(1), pillar_title])).toEqual(source.map((cells) => cells.slice(0, 4)));
    expect([stored.rows.length, new Set(stored.rows.map(({ pillar }) => pillar)).size, new Set(stored.rows.map(({ status }) => status))]).toEqual([22, 3, new Set(['draft'])]);
  });

  it('a report that is frozen over them has the figures of the files, of the lists and of their CSV', async () => {
    const desk = await openDesk(2025);
    await settle(desk.coalition);
    const first = await frozen(desk);
    const source = sheet(sourceNames.transactions);
    const key = (cells: Record<string, string>, type: string, currency: string) => `activity:${cells[type]} ${cells[currency]}`;
    const paid = { sums: sums(source.map((cells) => [key(cells, 'transaction_type_code', 'transaction_value_currency'), cells['transaction_value'] ?? ''])), counts: count(source.map((cells) => key(cells, 'transaction_type_code', 'transaction_value_currency'))) };
    expect(first.figure('currencies')).toEqual(paid);
    const file = await csvRows('transactions', '', anyone);
    expect({ sums: sums(file.map((row) => [key(row, 'type', 'currency'), row['value'] ?? ''])), counts: count(file.map((row) => key(row, 'type', 'currency'))) }).toEqual(paid);
    const page = (await sumTransactions(anyone, {}, { language: 'en', now })).map((one) => ({ ...one, key: `activity:${one.type_code} ${one.currency}` }));
    expect({ sums: Object.fromEntries(page.map((one) => [one.key, one.value])), counts: Object.fromEntries(page.map((one) => [one.key, one.count])) }).toEqual(paid);
    expect(first.dollars).toEqual(Object.fromEntries(page.map((one) => [one.key, { value: one.shown, converted: one.converted }])));
    const promises = new Set(lines(sourceNames.commitments, '\r', 'macintosh').map((cells) => `${cells[0]} ${cells[3]}`)).size;
    expect(first.figure('standing').counts).toEqual({ on_track: promises });
    expect((await csvRows('commitments', '', anyone)).length).toBe(promises);
    expect(await tallyCommitments(anyone, {}, { language: 'en', now })).toEqual({ count: promises, exact: true, byStanding: { on_track: promises }, byRung: {} });
    // With the union that the register of parties names.
    const members = lines(sourceNames.members, '\r\n', 'utf-8').length + 1;
    expect(first.figure('members').counts).toEqual({ unknown: members });
    expect((await csvRows('members', '', anyone)).length).toBe(members);
  });

  it('importing everything again changes nothing, not even the seal of a report, and neither does a dry run that is confirmed', async () => {
    const { sha256 } = await frozen(await openDesk(2023));
    const before = await standing();
    for (const source of sources) {
      const again = valueOf(await take(world.officer, sourceFile(sourceNames[source])));
      const { read, inError } = again.counts;
      expect(again.counts).toEqual({ read, new: 0, changed: 0, unchanged: read - inError, inError: countsOf(source)?.inError });
    }
    const checked = valueOf(await check(world.officer, sourceFile(sourceNames.transactions)));
    valueOf(await apply(world.officer, checked.id));
    expect((await recordOf(world.officer, checked.id)).counts.unchanged).toBe(rowsOf.transactions());
    expect(await standing()).toEqual(before);
    expect((await frozen(await openDesk(2024))).sha256).toBe(sha256);
  // Every file once more, while other tests may run beside it.
  }, 240_000);
});
