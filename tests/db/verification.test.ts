import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { addEvidence } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { acceptUpdate, returnUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { openReporting, published, reported, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
beforeAll(async () => { world = await openReporting(); });
afterAll(() => world.close());

const register = { evidence: { title: 'Register 2026', url: 'https://example.org/register' } };
const accept = async (ref: string) => valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, ref)), { now: world.later }));
/** The rung of the update, of its value, and what the commitment carries of it. */
async function rungs(ref: string): Promise<readonly (string | null | undefined)[]> {
  const found = await database().selectFrom('commitments as c').innerJoin('progress_updates as u', 'u.commitment_id', 'c.id').leftJoin('goal_values as v', 'v.progress_update_id', 'u.id')
    .select(['u.verification', 'v.verification as value', 'c.last_verification']).where('c.ref', '=', ref).executeTakeFirstOrThrow();
  return [found.verification, found.value, found.last_verification];
}
const document = async (ref: string, now: Date) => {
  const form = { title: 'Photographs', url: 'https://example.org/photographs', file: null, language: 'en' };
  return valueOf(await addEvidence(permit(commitmentPolicy.addEvidence, world.focal, await refOf(ref)), { now }, form));
};

describe('the rung of an update', () => {
  it('is what the member says, until somebody looks', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20'));
    expect(await rungs(ref)).toEqual(['self_reported', 'self_reported', null]);
    await accept(ref);
    expect(await rungs(ref)).toEqual(['self_reported', 'self_reported', 'self_reported']);
  });

  it('is lifted by its document, and by acceptance after that, which says who looked at which version', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20', register));
    expect(await rungs(ref)).toEqual(['evidence_attached', 'evidence_attached', null]);
    const { id, version } = await database().selectFrom('progress_updates').select(['id', 'version']).where('id', '=', (await subjectOf(world, ref)).id).executeTakeFirstOrThrow();
    await accept(ref);
    expect(await rungs(ref)).toEqual(['secretariat_checked', 'secretariat_checked', 'secretariat_checked']);
    expect(await database().selectFrom('verifications').selectAll().where('progress_update_id', '=', id).execute())
      .toMatchObject([{ goal_id: null, rung: 'secretariat_checked', method: 'document', update_version: version, verified_by: world.officer.id, verified_at: world.later }]);
  });

  it('is lifted by a document that its commitment is given meanwhile, before or after it was accepted', async () => {
    const [before, after] = [await published(world), await published(world)];
    await document(before, world.later);
    valueOf(await reported(world, before, '20'));
    expect(await rungs(before)).toEqual(['evidence_attached', 'evidence_attached', null]);
    valueOf(await reported(world, after, '20'));
    await accept(after);
    await document(after, new Date('2026-10-06T09:00:00Z'));
    expect(await rungs(after)).toEqual(['evidence_attached', 'evidence_attached', 'evidence_attached']);
  });

  it('is not lifted by what the commitment was given before the cycle opened', async () => {
    const ref = await published(world);
    await document(ref, new Date('2026-02-27T09:00:00Z'));
    valueOf(await reported(world, ref, '20'));
    expect(await rungs(ref)).toEqual(['self_reported', 'self_reported', null]);
  });

  it('is found again when it is sent again', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20', register));
    valueOf(await returnUpdate(permit(updatePolicy.return, world.officer, await subjectOf(world, ref)), { now: world.later }, 'Which schools?'));
    valueOf(await reported(world, ref, '21'));
    expect(await rungs(ref)).toEqual(['evidence_attached', 'evidence_attached', null]);
  });
});

describe('what was looked at', () => {
  const past = (write: (tx: Parameters<Parameters<ReturnType<ReturnType<typeof database>['transaction']>['execute']>[0]>[0]) => Promise<unknown>) => database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await write(tx);
  });
  it('stays as it was accepted, in the update, in its values and in who looked', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20', register));
    await accept(ref);
    const { id } = await subjectOf(world, ref);
    await expect(past((tx) => tx.updateTable('progress_updates').set({ narrative: 'Another story.' }).where('id', '=', id).execute())).rejects.toThrow(/stays as it is/);
    await expect(past((tx) => tx.updateTable('goal_values').set({ value: '40' }).where('progress_update_id', '=', id).execute())).rejects.toThrow(/stays as it is/);
    await expect(past((tx) => tx.deleteFrom('goal_values').where('progress_update_id', '=', id).execute())).rejects.toThrow(/stays as it is/);
    await expect(past((tx) => tx.updateTable('verifications').set({ note: 'Seen.' }).where('progress_update_id', '=', id).execute())).rejects.toThrow(/append-only/);
  });
});
