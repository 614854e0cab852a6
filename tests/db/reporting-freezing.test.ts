import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { extendCycle } from '#app/reporting/cycles/extensions/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { exceptFromCycle } from '#app/reporting/cycles/settings.server';
import { figuresOf } from '#app/reporting/figures/queries.server';
import { correctReport } from '#app/reporting/reports/errata/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { findReportDesk } from '#app/reporting/reports/queries.server';
import { countChanges, keptChanges } from '#app/reporting/snapshots/changes.server';
import { checkReport } from '#app/reporting/snapshots/check.server';
import { freezeGaps } from '#app/reporting/snapshots/missing.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { codesOf, freeze, openReporting, planned, publish, published, reported, reportOf, signed, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
let commitments: string[];
const after = new Date('2026-11-10T09:00:00Z');
const desk = async () => {
  const found = await findReportDesk(world.officer, ref, { language: 'en', now: world.later });
  if (found === undefined) throw new Error('no report');
  return found;
};
const told = async () => Object.fromEntries((await freezeGaps(await desk(), world.later)).map(({ kind, count }) => [kind, count]));
const cycle = async () => database().selectFrom('cycles').selectAll().where('id', '=', world.cycle.id).executeTakeFirstOrThrow();
const accept = async (commitment: string, now = world.later) => valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, commitment)), { now }));
const frozen = async (kind: string, edition = 1) => database().selectFrom('snapshot_rows as w').innerJoin('snapshots as s', 's.id', 'w.snapshot_id').innerJoin('reports as r', 'r.id', 's.report_id')
  .select(['w.ref', 'w.facts']).where('r.edition', '=', edition).where('w.kind', '=', kind).orderBy('w.ref').execute();
const standing = async (edition: number) => {
  const { id } = await database().selectFrom('reports').select('id').where('ref', '=', ref).where('edition', '=', edition).executeTakeFirstOrThrow();
  return (await figuresOf(id)).find(({ key }) => key === 'standing');
};

beforeAll(async () => {
  world = await openReporting();
  commitments = [await published(world), await published(world), await published(world)];
  ref = (await planned(world)).ref;
});
afterAll(() => world.close());

describe('before it is frozen', () => {
  it('a report is told what is missing, each with its count, and nothing of what is there', async () => {
    // From 5 October to 15 January, both of them.
    expect(await told()).toEqual({ cycle_open: 103, members_silent: 1, updates_not_in: 3, sections_unowned: 7, sections_unsigned: 7 });
    valueOf(await reported(world, commitments[0] ?? '', '20'));
    valueOf(await reported(world, commitments[1] ?? '', '20'));
    await accept(commitments[1] ?? '');
    expect(await told()).toMatchObject({ updates_not_in: 1, updates_in_review: 1, without_evidence: 1 });
    expect(Object.keys(await told())).not.toContain('members_silent');
    await signed(world, ref);
    expect(Object.keys(await told())).not.toContain('sections_unsigned');
  });

  it('is frozen by whoever types the name of its cycle and by nobody else', async () => {
    expect(codesOf(await freeze(world, ref, '2025'))).toEqual(['reporting:problems.type_the_cycle']);
    expect((await desk()).snapshot).toBeNull();
  });
});

describe('a snapshot', () => {
  it('keeps what was missing, whom the cycle asked, and who had more time, without the reasons that only those concerned read', async () => {
    valueOf(await exceptFromCycle(permit(cyclePolicy.except, world.officer, await cycle()), { now: world.later }, { commitment: commitments[2] ?? '', expected: false, reason: 'It began in September.' }));
    valueOf(await extendCycle(permit(cyclePolicy.extend, world.officer, { ...(await cycle()), ...(await refOf(commitments[0] ?? '')), id: world.cycle.id }), { now: world.later }, 0, { until_on: '2026-12-24', reason: 'The ministry was closed.' }));
    const missing = await freezeGaps(await desk(), world.later);
    valueOf(await freeze(world, ref));
    expect((await desk()).snapshot?.missing).toEqual(missing);
    const more = { until: '2026-12-24' };
    expect(JSON.stringify(await frozen('expected'))).not.toMatch(/ministry|September/);
    expect((await frozen('expected')).map(({ ref: of, facts }) => [of, facts])).toEqual([
      [commitments[0], expect.objectContaining({ expected: true, reported: false, exception: false, ...more })],
      [commitments[1], expect.objectContaining({ expected: true, reported: true, exception: false, ...more })],
      [commitments[2], expect.objectContaining({ expected: false, reported: false, exception: true, ...more })],
    ]);
    // RP-4: who was not asked is not missing.
    expect(await standing(1)).toMatchObject({ reporting: 1, expected: 2, missing: 1 });
  });

  it('is told again by the trail, exceptions and all', async () => {
    expect(await checkReport(await reportOf(ref))).toMatchObject({ holds: true, rows: { counts: [] } });
  });
});

describe('RP-3 a correction with other figures', () => {
  it('counts what had come by the first freeze, and what came since only where it says so', async () => {
    await signed(world, ref);
    valueOf(await publish(world, ref));
    await published(world, { now: after });
    await accept(commitments[0] ?? '', after);
    const correct = async (counts_later: boolean) => {
      valueOf(await correctReport(permit(reportPolicy.correct, world.officer, await reportOf(ref)), { now: after }, undefined, { position: 2, figure_key: null, words: 'A rate was wrong, and is put right.', language: 'en', figures_change: true, counts_later }));
      valueOf(await freeze({ ...world, later: after }, ref));
    };
    await correct(false);
    expect(await standing(2)).toMatchObject({ reporting: 1, expected: 2, as_of: '2026-10-05' });
    expect((await frozen('commitment', 2)).map((row) => row.ref)).toEqual(commitments);
    await signed({ ...world, later: after }, ref);
    valueOf(await publish(world, ref, null, after));
    await correct(true);
    expect((await frozen('commitment', 3)).map((row) => row.ref)).toHaveLength(4);
    expect(await standing(3)).toMatchObject({ reporting: 2, as_of: '2026-10-05' });
  });
});

describe('what changed after the freeze', () => {
  it('is counted once a day and kept, not once for each visitor', async () => {
    const snapshot = (await desk()).snapshot?.id ?? '';
    expect(await keptChanges(snapshot)).toBeNull();
    await countChanges(after);
    expect(await keptChanges(snapshot)).toEqual({ counted_on: '2026-11-10', counts: [] });
    await published(world, { now: after });
    expect(await keptChanges(snapshot)).toMatchObject({ counts: [] });
    await countChanges(new Date('2026-11-11T09:00:00Z'));
    expect(await keptChanges(snapshot)).toEqual({ counted_on: '2026-11-11', counts: [{ kind: 'commitment', fate: 'added', count: 1 }, { kind: 'expected', fate: 'added', count: 1 }] });
  });
});
