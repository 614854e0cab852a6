import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textFor } from '#app/languages/catalogues.server';
import { closeDatabase, database, openDatabase, type Tx } from '#app/platform/database.server';
import { principlesOf } from '#app/reporting/extracts/clauses.server';
import { composePrinciples } from '#app/reporting/extracts/composers.server';
import { notedIn } from '#app/reporting/extracts/noted.server';
import { scopesOf, whole } from '#app/reporting/extracts/principles';
import { servingClauses, standingsOf } from '#app/reporting/extracts/standing.server';
import { groupKeys, groups, rungKeys, standingIn } from '#app/reporting/extracts/standing';
import type { EditionModel } from '#app/reporting/publication/edition';
import { ruleVersions } from '#app/reporting/snapshots/freeze.server';
import { openTestDatabase } from '#tests/harness/database';

/** Rows of a snapshot that was never frozen from anything: extracts read nothing else. */
interface Row {
  readonly kind: string;
  readonly record_id: string;
  readonly ref: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const clauses = ['CONNDECL P1.1', 'CONNDECL P1.2', 'CONNDECL P2.1'];
const standings = ['reached_on_time', 'reached_late', 'on_track', 'at_risk', 'off_track', 'not_reached', 'stale'];
const rungs = rungKeys.filter((rung) => rung !== 'not_reported');

/** Commitments in every combination of what they serve, how they stand and who looked at them. */
const commitments = Array.from({ length: 240 }, (_, at) => ({
  record_id: `c${at}`, serves: clauses.filter((_clause, nth) => (at % 8 >> nth) % 2 === 1), standing: standings[at % standings.length] ?? '', rung: at % 3 === 0 ? null : rungs[at % rungs.length] ?? null, expected: at % 4 !== 0, asked: at % 5 !== 0,
}));
const rows: Row[] = [
  ...commitments.flatMap(({ record_id, serves, standing, rung, expected, asked }): Row[] => [
    { kind: 'commitment', record_id, ref: `CMT-${record_id}`, facts: { standing, clauses: serves, update: rung === null ? null : { id: record_id, verification: rung } } },
    ...(asked ? [{ kind: 'expected', record_id, ref: `CMT-${record_id}`, facts: { expected, reported: rung !== null } }] : []),
  ]),
  ...Array.from({ length: 7 }, (_, at): Row => ({ kind: 'decision', record_id: `d${at}`, ref: `D-2026-00${at}`, facts: { text: `Decision ${at}`, status: at < 5 ? 'adopted' : at === 5 ? 'provisional' : 'rejected', on: `2026-0${1 + at}-01` } })),
];

const earlier = commitments.slice(0, 90);

let snapshot: string;
beforeAll(async () => {
  openDatabase((await openTestDatabase()).appUrl);
  const [coalition, cycle, report, id] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  snapshot = id;
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"test"}', true)`.execute(tx);
    await sql`insert into coalitions (id, slug, kind, status, formed_on) values (${coalition}, 'extracting', 'global', 'active', '2024-01-01')`.execute(tx);
    await sql`insert into cycles (id, ref, coalition_id, year, opens_on, due_on, grace_on, lock_on) values (${cycle}, '2026-extracting', ${coalition}, 2026, '2026-09-01', '2026-11-30', '2026-12-01', '2026-12-02')`.execute(tx);
    await sql`insert into reports (id, ref, cycle_id, status, published_at) values (${report}, 'RPT-2026-extracting', ${cycle}, 'published', now())`.execute(tx);
    await sql`insert into snapshots (id, report_id, frozen_at, as_of, sha256, rule_versions) values (${id}, ${report}, '2027-01-15', '2026-12-31', ${'e'.repeat(64)}, ${JSON.stringify(ruleVersions())}::text::jsonb)`.execute(tx);
    await sql`insert into snapshot_rows select ${id}::uuid, r.kind, r.record_id, r.ref, r.facts from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (kind text, record_id text, ref text, facts jsonb)`.execute(tx);
    const [lastCycle, lastReport, last] = [randomUUID(), randomUUID(), randomUUID()];
    await sql`insert into cycles (id, ref, coalition_id, year, opens_on, due_on, grace_on, lock_on) values (${lastCycle}, '2025-extracting', ${coalition}, 2025, '2025-09-01', '2025-11-30', '2025-12-01', '2025-12-02')`.execute(tx);
    await sql`insert into reports (id, ref, cycle_id, status, published_at) values (${lastReport}, 'RPT-2025-extracting', ${lastCycle}, 'published', now())`.execute(tx);
    await sql`insert into snapshots (id, report_id, frozen_at, as_of, sha256, rule_versions) values (${last}, ${lastReport}, '2026-01-15', '2025-12-31', ${'d'.repeat(64)}, ${JSON.stringify(ruleVersions())}::text::jsonb)`.execute(tx);
    await sql`insert into snapshot_rows select ${last}::uuid, r.kind, r.record_id, r.ref, r.facts from jsonb_to_recordset(${JSON.stringify(rows.filter(({ record_id }) => earlier.some((one) => one.record_id === record_id)))}::text::jsonb) as r (kind text, record_id text, ref text, facts jsonb)`.execute(tx);
    const framework = randomUUID();
    await sql`insert into frameworks (id, code) values (${framework}, 'CONNDECL')`.execute(tx);
    await published(tx, framework, 1, '2026-01-01', { P1: ['P1.1'], P2: ['P1.2', 'P2.1'] });
    await sql`update framework_versions set status = 'superseded' where framework_id = ${framework}`.execute(tx);
    await published(tx, framework, 2, '2026-06-01', { P1: ['P1.1', 'P1.2'], P2: ['P2.1'] });
    await sql`update framework_versions set status = 'superseded' where framework_id = ${framework}`.execute(tx);
    // What is published after the freeze changes nothing in the report.
    await published(tx, framework, 3, '2027-02-01', { P9: ['P1.1', 'P1.2', 'P2.1'] });
  });
});

async function published(tx: Tx, framework: string, number: number, on: string, told: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const version = randomUUID();
  await sql`insert into framework_versions (id, framework_id, number, standing) values (${version}, ${framework}, ${number}, 'official')`.execute(tx);
  for (const [principle, lines] of Object.entries(told)) {
    const parent = randomUUID();
    for (const [at, code] of [principle, ...lines].entries()) {
      const id = at === 0 ? parent : randomUUID();
      await sql`insert into framework_nodes (id, version_id, parent_id, kind, code, position) values (${id}, ${version}, ${at === 0 ? null : parent}, ${at === 0 ? 'principle' : 'action_line'}, ${code}, ${at + 1})`.execute(tx);
      await sql`insert into framework_node_texts (node_id, language, title) values (${id}, 'en', ${`Title in version ${number}`})`.execute(tx);
    }
  }
  await sql`update framework_versions set status = 'published', published_at = ${on}::timestamptz where id = ${version}`.execute(tx);
}
afterAll(() => closeDatabase());

const belonging = () => principlesOf(database(), snapshot, clauses);
const scopes = async () => scopesOf({ key: 'clauses', names: Object.fromEntries(clauses.map((clause) => [clause, { en: clause }])), rows: [] }, await belonging(), { t: (key) => key, language: 'en' });

describe('EX-3 progress by principle', () => {
  it('knows which principle a clause stands under, from the text in force at the freeze', async () => {
    expect((await belonging()).map(({ part, parent, names }) => [part, parent, names['en']])).toEqual([
      ['CONNDECL P1.1', 'CONNDECL P1', 'P1 Title in version 2'], ['CONNDECL P1.2', 'CONNDECL P1', 'P1 Title in version 2'], ['CONNDECL P2.1', 'CONNDECL P2', 'P2 Title in version 2'],
    ]);
    expect((await scopes()).map(({ scope }) => scope)).toEqual(['CONNDECL P1', 'CONNDECL P1.1', 'CONNDECL P1.2', 'CONNDECL P2', 'CONNDECL P2.1', whole]);
  });

  it('lists what has no principle last, and never loses it', async () => {
    const none = scopesOf({ key: 'clauses', names: { 'OTHER 1': { en: '1 Other' }, 'CONNDECL P1.1': {} }, rows: [] }, await belonging(), { t: (key) => key, language: 'en' });
    expect(none.map(({ scope, kind }) => [scope, kind]).slice(-2)).toEqual([['OTHER 1', 'action_line'], [whole, 'all']]);
  });

  it('counts what counting record by record gives, each commitment once in a clause, in its principle and in all', async () => {
    const asked = await scopes();
    const counts = await standingsOf(database(), snapshot, servingClauses(snapshot, asked.flatMap(({ scope, parts }) => parts.map((part) => ({ scope, part })))));
    for (const { scope, parts } of asked) {
      const here = commitments.filter(({ serves }) => serves.some((clause) => parts.includes(clause)));
      expect(here.length).toBeGreaterThan(50);
      const reported = here.filter((one) => one.asked && one.rung !== null);
      expect(standingIn(counts, scope), scope).toEqual({
        count: here.length, reporting: reported.length, expected: here.filter((one) => one.asked && (one.rung !== null || one.expected)).length,
        groups: Object.fromEntries(groupKeys.map((group) => [group, here.filter(({ standing }) => groups[group].some((one) => one === standing)).length])),
        rungs: Object.fromEntries(rungKeys.map((rung) => [rung, here.filter((one) => (one.rung ?? 'not_reported') === rung).length])),
      });
    }
  });
});

describe('EX-1 the difference to the report before', () => {
  const edition = async (difference: object | null) => ({
    ref: 'RPT-2026-extracting', number: 1, language: 'en', asOf: '2026-12-31', snapshot: { id: snapshot },
    figures: [{ view: { coverage: '' }, stored: { key: 'clauses', name: 'clauses', subject: null, names: Object.fromEntries(clauses.map((clause) => [clause, { en: clause }])), rows: clauses.map((part) => ({ part, count: 1 })), difference } }],
  }) as unknown as EditionModel;
  const composed = async (difference: object | null) => composePrinciples(await edition(difference), { t: textFor('en', 'reporting'), language: 'en', named: undefined }, {});

  it('is counted in the snapshot that the figures were compared with, by the same rules', async () => {
    const extract = await composed({ against: { year: 2025, sha256: 'd'.repeat(64) }, rows: [] });
    const at = (name: string) => extract?.rows?.header.indexOf(name) ?? -1;
    const told = extract?.rows?.rows.find((row) => row[at('clause')] === 'CONNDECL P1');
    const here = earlier.filter(({ serves }) => serves.some((clause) => clause.startsWith('CONNDECL P1')));
    const of = (...standing: string[]) => here.filter((one) => standing.includes(one.standing)).length;
    expect(['earlier_year', 'earlier_commitments', 'earlier_kept', 'earlier_off_track', 'earlier_not_kept'].map((name) => told?.[at(name)])).toEqual([2025, here.length, of('reached_on_time', 'reached_late'), of('off_track'), of('not_reached')]);
    const table = extract?.parts.find(({ id }) => id === 'earlier')?.blocks[0];
    expect(table?.kind === 'numbers' ? table.rows[0]?.cells.slice(1, 2) : undefined).toEqual([String(here.length)]);
  });

  it('is missing, and not nought, where no report came before', async () => {
    const extract = await composed(null);
    const at = extract?.rows?.header.indexOf('earlier_commitments') ?? -1;
    expect(extract?.rows?.rows.map((row) => row[at])).toEqual(extract?.rows?.rows.map(() => null));
    expect(JSON.stringify(extract?.parts.find(({ id }) => id === 'earlier'))).toContain('No earlier report');
  });
});

it('EX-6 the latest decisions of a snapshot are told, those that wait first, with how many there are', async () => {
  expect((await notedIn(database(), snapshot, 3)).map(({ status, total, latest }) => [status, total, latest.map(({ ref }) => ref)])).toEqual([['provisional', 1, ['D-2026-005']], ['adopted', 5, ['D-2026-004', 'D-2026-003', 'D-2026-002']]]);
});
