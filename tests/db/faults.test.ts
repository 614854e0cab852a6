import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { approveAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { publishCommitment, submitCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { startSuccessor } from '#app/commitments/succession/operations.server';
import { successionPolicy } from '#app/commitments/succession/policy';
import { acceptUpdate, submitUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { newId } from '#app/platform/identity';
import { valueOf } from './accounts-world';
import { askedAmendment, brought, draft, refOf } from './commitments-world';
import { arm, everyRow, fault } from './fault-injection';
import { goalsOf, openReporting, published, reported, said, subjectOf, type ReportingWorld } from './reporting-world';

vi.mock('#app/platform/pinned-connections.server', async (original) => {
  const real = await original<typeof import('#app/platform/pinned-connections.server')>();
  const { faulty } = await import('./fault-injection');
  return { ...real, pinnedDialect: (...given: Parameters<typeof real.pinnedDialect>) => faulty(real.pinnedDialect(...given)) };
});

let world: ReportingWorld;
beforeAll(async () => { world = await openReporting(); });
afterAll(() => world.close());

type Act = (occasion: Occasion) => Promise<Result<unknown>>;

/**
 * Kills the connection before each statement of the act, in turn: every time nothing is left behind. At last it is killed after the commit,
 * so that nobody is told: the same form, sent again, gets the first answer, and nothing is done twice.
 *
 * @returns how many statements the act has.
 */
async function survives(act: Act): Promise<number> {
  const occasion = { now: world.later, submission: newId() };
  const before = await everyRow(world.ownerUrl);
  for (let statement = 1; ; statement += 1) {
    arm(statement);
    await expect(act(occasion), `killed before statement ${statement}`).rejects.toThrow();
    if (fault.committed) break;
    expect(await everyRow(world.ownerUrl), `killed before statement ${statement}`).toEqual(before);
  }
  const statements = fault.seen;
  const after = await everyRow(world.ownerUrl);
  expect(after).not.toEqual(before);
  const again = await act(occasion);
  expect(again.ok).toBe(true);
  expect(await everyRow(world.ownerUrl), 'sent again').toEqual(after);
  return statements;
}

/** The permit is given once: as in a form that is sent again, the rule is asked again inside. */
describe('a crash between any two statements', () => {
  it('of a submission', async () => {
    const granted = permit(commitmentPolicy.submit, world.focal, await refOf(await draft(world)));
    expect(await survives((occasion) => submitCommitment(granted, occasion))).toBeGreaterThan(6);
  });

  it('of a publication that supersedes another promise', async () => {
    const ref = await published(world);
    const next = valueOf(await startSuccessor(permit(successionPolicy.start, world.focal, await refOf(ref)), { now: world.later }));
    await brought(world, next.ref, 'verified', world.later);
    const granted = permit(commitmentPolicy.publish, world.lead, await refOf(next.ref));
    expect(await survives((occasion) => publishCommitment(granted, occasion))).toBeGreaterThan(8);
    expect([(await refOf(ref)).status, (await refOf(next.ref)).status]).toEqual(['superseded', 'published']);
  });

  it('of an amendment that is approved', async () => {
    const ref = await published(world);
    const asked = await askedAmendment(world, ref, { target_value: '120', target_on: '2031-12-31' }, world.later);
    const granted = permit(amendmentPolicy.approve, world.reviewer, asked);
    expect(await survives((occasion) => approveAmendment(granted, occasion))).toBeGreaterThan(8);
  });

  it('of an update that is sent in, and of its acceptance', async () => {
    const ref = await published(world);
    const [goal] = await goalsOf(ref);
    const write = permit(updatePolicy.write, world.focal, await subjectOf(world, ref));
    const form = said([{ goal_id: goal?.id ?? '', value: '40', missing: null }]);
    expect(await survives((occasion) => submitUpdate(write, occasion, form))).toBeGreaterThan(6);
    const accept = permit(updatePolicy.accept, world.officer, await subjectOf(world, ref));
    expect(await survives((occasion) => acceptUpdate(accept, occasion))).toBeGreaterThan(8);
  });

  it('of an update of what is reached: it closes the commitment', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '140', { answer: 'finished', completion: 'complete' }));
    const accept = permit(updatePolicy.accept, world.officer, await subjectOf(world, ref));
    expect(await survives((occasion) => acceptUpdate(accept, occasion))).toBeGreaterThan(8);
    expect((await refOf(ref)).status).toBe('reached_on_time');
  });
});
