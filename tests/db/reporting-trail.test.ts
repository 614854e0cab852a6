import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { database } from '#app/platform/database.server';
import { checkReport, frozenReports } from '#app/reporting/snapshots/check.server';
import { findFrozen, sinceFreeze } from '#app/reporting/snapshots/comparison.server';
import { verifyReports } from '#app/reporting/snapshots/console.server';
import { frozenRows } from '#app/reporting/snapshots/rows.server';
import { tablesRead } from '#app/reporting/snapshots/trail.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { freeze, openReporting, planned, published, reported, reportOf, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let owner: postgres.Sql;
let ref: string;
let commitments: string[];
const check = async () => {
  const [report] = await frozenReports(ref);
  const found = report === undefined ? undefined : await checkReport(report);
  if (found === undefined) throw new Error('not frozen');
  return found;
};
const accepted = async (commitment: string) => {
  valueOf(await reported(world, commitment, '20'));
  valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, commitment)), { now: world.later }));
};

beforeAll(async () => {
  world = await openReporting();
  owner = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
  commitments = [await published(world), await published(world), await published(world)];
  await accepted(commitments[0] ?? '');
  ({ ref } = await planned(world));
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

describe('the trail tells a snapshot again', () => {
  it('as the freeze saw it: what was written at that time and committed later is in neither', async () => {
    let commit = (): void => undefined;
    const wait = new Promise<void>((resolve) => { commit = resolve; });
    let begun = (): void => undefined;
    const written = new Promise<void>((resolve) => { begun = resolve; });
    const late = owner.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"import"}', true)`;
      await tx`update commitments set type = 'policy' where ref = ${commitments[1] ?? ''}`;
      begun();
      await wait;
    });
    await written;
    valueOf(await freeze(world, ref));
    commit();
    await late;
    expect(await check()).toMatchObject({ holds: true, figures: [], rows: { counts: [], rows: [] } });
    // What changed since the freeze is told by the same comparison with the tables as they are.
    expect(await sinceFreeze(database(), (await reportOf(ref)).id, world.later)).toMatchObject({ counts: [{ kind: 'commitment', fate: 'changed', count: 1 }], rows: [{ ref: commitments[1], fate: 'changed', facts: ['type'] }] });
  });

  it('whatever became of the records since', async () => {
    await accepted(commitments[1] ?? '');
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(commitments[2] ?? '')), { now: world.later }, 'The money was not granted.'));
    expect(await check()).toMatchObject({ holds: true, rows: { counts: [] } });
    expect((await sinceFreeze(database(), (await reportOf(ref)).id, world.later))?.counts).toEqual([{ kind: 'commitment', fate: 'changed', count: 1 }, { kind: 'commitment', fate: 'gone', count: 1 }, { kind: 'expected', fate: 'changed', count: 1 }, { kind: 'expected', fate: 'gone', count: 1 }, { kind: 'update', fate: 'added', count: 1 }]);
  });

  it('and finds a row that was changed past every guard, with a hash that fits', async () => {
    const [first = ''] = commitments;
    const frozen = await findFrozen(database(), (await reportOf(ref)).id);
    const set = async (title: string, sha256: (tx: postgres.TransactionSql) => Promise<string>) => owner.begin(async (tx) => {
      await tx`alter table snapshot_rows disable trigger user`;
      await tx`alter table snapshots disable trigger user`;
      await tx`update snapshot_rows set facts = jsonb_set(facts, '{title}', to_jsonb(${title}::text)) where kind = 'commitment' and ref = ${first}`;
      await tx`update snapshots set sha256 = ${await sha256(tx)} where id = ${frozen?.id ?? ''}`;
      await tx`alter table snapshot_rows enable trigger user`;
      await tx`alter table snapshots enable trigger user`;
    });
    const [before] = await owner<{ title: string }[]>`select facts ->> 'title' as title from snapshot_rows where kind = 'commitment' and ref = ${first}`;
    await set('Connect 9000 schools', async (tx) => {
      const [row] = await tx<{ sha256: string }[]>`select encode(sha256(convert_to(string_agg(kind || ' ' || record_id || ' ' || ref || ' ' || facts::text, E'\n' order by kind collate "C", record_id collate "C"), 'UTF8')), 'hex') as sha256 from snapshot_rows where snapshot_id = ${frozen?.id ?? ''}`;
      return row?.sha256 ?? '';
    });
    const found = await check();
    expect(found.recomputed).toBe(found.sha256);
    expect(found).toMatchObject({ holds: false, trailed: frozen?.sha256, rows: { counts: [{ kind: 'commitment', fate: 'changed', count: 1 }], rows: [{ ref: first, facts: ['title'] }] } });
    const outcome = await verifyReports(ref);
    expect(outcome.refused).toBe(true);
    expect(outcome.lines.join('\n')).toContain(`changed     commitment ${first}: title`);
    await set(before?.title ?? '', async () => frozen?.sha256 ?? '');
    expect((await verifyReports(ref)).refused).toBe(false);
    expect(await verifyReports('RPT-1999')).toMatchObject({ refused: true, facts: { frozen: false } });
  });

  it('reads every table from the trail, and none as it is now', async () => {
    const frozen = await findFrozen(database(), (await reportOf(ref)).id);
    if (frozen === undefined) throw new Error('not frozen');
    const plan = await sql`explain (verbose, format json) with recursive ${frozenRows(frozen)} select * from frozen`.execute(database());
    const names = new Set([...JSON.stringify(plan.rows).matchAll(/"Relation Name":"(\w+)"/g)].map((match) => match[1] ?? ''));
    expect([...names].filter((name) => !tablesRead.some((one) => one === name))).toEqual([]);
    expect(tablesRead.filter((name) => !names.has(name))).toEqual([]);
  });
});
