import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { addEvidence, saveMeasure } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { contestUpdate, replyToContest, settleContest, verifyUpdate } from '#app/reporting/verification/operations.server';
import { claimPolicy } from '#app/reporting/verification/policy';
import { claimActsOn, contestsOf, findClaim, openContest, type Claim } from '#app/reporting/verification/queries.server';
import { acceptUpdate, returnUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { holder, valueOf } from './accounts-world';
import { brought, draft, measure, refOf } from './commitments-world';
import { codesOf, goalsOf, openReporting, published, reported, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let coordinator: PersonActor;
beforeAll(async () => {
  world = await openReporting();
  coordinator = await holder('country_coordinator', world.now, { country_iso2: 'KE' });
});
afterAll(() => world.close());

const register = { evidence: [{ title: 'Register 2026', url: 'https://example.org/register', file: null }] };
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

/** An update that was accepted with its document, as anybody may act on it. */
async function accepted(): Promise<Claim> {
  const ref = await published(world);
  valueOf(await reported(world, ref, '20', register));
  await accept(ref);
  return claimOf(ref);
}
async function claimOf(ref: string): Promise<Claim> {
  const claim = await findClaim(world.officer, ref, world.cycle.ref, { language: 'en', now: world.later });
  if (claim === undefined) throw new Error(`no claim of ${ref}`);
  return claim;
}
const on = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) });
const contest = async (claim: Claim, who: PersonActor = world.second, goal: string | null = null) =>
  contestUpdate(permit(claimPolicy.contest, who, await claimOf(claim.ref)), on('2026-10-06'), undefined, { goal, words: 'Eight of them have no power.', language: 'en' });
const reply = async (claim: Claim) => replyToContest(permit(claimPolicy.reply, world.focal, await claimOf(claim.ref)), on('2026-10-08'), { words: 'They were connected in May.', language: 'en' });
const settle = async (claim: Claim, outcome: 'stands' | 'does_not_stand', day = '2026-10-09', who: PersonActor = world.reviewer) =>
  settleContest(permit(claimPolicy.settle, who, await claimOf(claim.ref)), on(day), { outcome, words: 'The district keeps a register.', language: 'en' });
const mailsOn = async (id: string) => (await database().selectFrom('outbox_mails').select('props').where('thread', '=', `update:${id}`).execute()).map(({ props }) => (props as { subject: string }).subject);

describe('an independent verification', () => {
  it('lifts the values that were looked at, and the update once all of them are', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20', register));
    await accept(ref);
    const [claim, [goal]] = [await claimOf(ref), await goalsOf(ref)];
    const granted = permit(claimPolicy.verify, world.reviewer, claim);
    const look = { goals: [goal?.id ?? ''], method: 'visit', note: 'I counted nineteen and saw the twentieth.' } as const;
    expect(codesOf(await verifyUpdate(granted, on('2026-10-06'), claim.version, { ...look, goals: [] }))).toEqual(['reporting:problems.goal_needed']);
    expect(codesOf(await verifyUpdate(granted, on('2026-10-06'), claim.version - 1, look))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await verifyUpdate(granted, on('2026-10-06'), claim.version, look));
    expect(await rungs(ref)).toEqual(['independently_verified', 'independently_verified', 'independently_verified']);
    expect(await database().selectFrom('verifications').selectAll().where('progress_update_id', '=', claim.id).where('rung', '=', 'independently_verified').execute())
      .toMatchObject([{ goal_id: goal?.id, method: 'visit', note: look.note, update_version: claim.version, verified_by: world.reviewer.id }]);
    expect(may(claimPolicy.verify, world.reviewer, await claimOf(ref))).toEqual({ allowed: false, reason: 'access:reasons.not_now' });
  });
});

describe('a contest', () => {
  it('marks what was accepted, tells the lead and the secretariat, and is read by everybody', async () => {
    const claim = await accepted();
    valueOf(await contest(claim));
    expect(await rungs(claim.ref)).toEqual(['contested', 'contested', 'contested']);
    expect(await mailsOn(claim.id)).toEqual(expect.arrayContaining([`Disputed: your update of ${claim.ref}`]));
    expect(await contestsOf(claim.commitment_id, { language: 'en', now: world.later })).toMatchObject([{ year: 2026, contested_as: 'secretariat', words: 'Eight of them have no power.', reply: null, reply_by: '2026-10-20', outcome: null }]);
    expect(may(claimPolicy.contest, world.reviewer, await claimOf(claim.ref))).toEqual({ allowed: false, reason: 'access:reasons.not_now' });
    expect(await findClaim(anyone, claim.ref, world.cycle.ref, { language: 'en', now: world.later })).toMatchObject({ verification: 'contested' });
  });

  it('is answered and settled where it belongs: another update of the commitment has none', async () => {
    const claim = await accepted();
    valueOf(await contest(claim));
    const view = { language: 'en', now: world.later } as const;
    expect(await openContest(claim, view)).toMatchObject({ update_id: claim.id });
    expect(await openContest({ id: newId(), commitment_id: claim.commitment_id }, view)).toBeUndefined();
  });

  it('is one at a time, also when two send it at once', async () => {
    const claim = await accepted();
    const [one, other] = [permit(claimPolicy.contest, world.second, claim), permit(claimPolicy.contest, world.reviewer, claim)];
    const send = (granted: typeof one) => contestUpdate(granted, on('2026-10-06'), claim.version, { goal: null, words: 'Eight have no power.', language: 'en' }).catch((error: unknown) => error);
    const both = await Promise.all([send(one), send(other)]);
    expect(both.filter((answer) => (answer as { ok?: boolean }).ok === true)).toHaveLength(1);
    expect(await contestsOf(claim.commitment_id, { language: 'en', now: world.later })).toHaveLength(1);
  });

  it('waits for the reply of the lead, or for its time to pass, and then everything stands as before', async () => {
    const claim = await accepted();
    valueOf(await contest(claim));
    expect(codesOf(await settle(claim, 'stands'))).toEqual(['reporting:problems.reply_first']);
    expect(codesOf(await settle(claim, 'stands', '2026-10-20'))).toEqual(['reporting:problems.reply_first']);
    valueOf(await reply(claim));
    expect(may(claimPolicy.reply, world.focal, await claimOf(claim.ref)).allowed).toBe(false);
    valueOf(await settle(claim, 'stands'));
    expect(await rungs(claim.ref)).toEqual(['secretariat_checked', 'secretariat_checked', 'secretariat_checked']);
    expect(await contestsOf(claim.commitment_id, { language: 'en', now: world.later })).toMatchObject([{ reply: 'They were connected in May.', replied_on: '2026-10-08', outcome: 'stands', settled_on: '2026-10-09' }]);
  });

  it('without a reply is settled once its time has passed; what does not stand rests on the lead’s word', async () => {
    const claim = await accepted();
    valueOf(await contest(claim));
    valueOf(await settle(claim, 'does_not_stand', '2026-10-21'));
    expect(await rungs(claim.ref)).toEqual(['self_reported', 'self_reported', 'self_reported']);
    expect(await mailsOn(claim.id)).toEqual(expect.arrayContaining([`Settled: the contest of ${claim.ref}`]));
  });

  it('of one goal leaves the others where they stood', async () => {
    const ref = await draft(world);
    const goals = [...measure().goals, ...measure({ target_value: '60', unit: 'teachers' }).goals];
    valueOf(await saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), { now: world.now }, undefined, { starts_on: null, goals }));
    await brought(world, ref, 'published');
    const [first, second] = await goalsOf(ref);
    const values = [{ goal_id: first?.id ?? '', value: '20', missing: null }, { goal_id: second?.id ?? '', value: '30', missing: null }];
    valueOf(await reported(world, ref, '20', { ...register, values }));
    await accept(ref);
    const claim = await claimOf(ref);
    valueOf(await contest(claim, world.second, second?.id ?? ''));
    const of = async () => (await claimOf(ref)).values.map((one) => one.verification);
    expect(await of()).toEqual(['secretariat_checked', 'contested']);
    expect((await rungs(ref))[0]).toBe('contested');
    valueOf(await settle(claim, 'does_not_stand', '2026-10-21'));
    expect(await of()).toEqual(['secretariat_checked', 'self_reported']);
    expect((await rungs(ref))[2]).toBe('self_reported');
  });

  it('is open to those concerned, never to the lead, and settled by somebody without a part in it', async () => {
    const claim = await accepted();
    expect(may(claimPolicy.contest, world.focal, claim)).toEqual({ allowed: false, reason: 'access:reasons.not_your_role' });
    expect(may(claimPolicy.contest, coordinator, claim)).toEqual({ allowed: true });
    expect(may(claimPolicy.contest, world.stranger, claim)).toEqual({ allowed: false, reason: 'access:reasons.not_your_role' });
    valueOf(await contest(claim, world.second));
    const contested = await claimOf(claim.ref);
    for (const [who, reason] of [[world.second, 'access:reasons.not_your_own'], [world.officer, 'access:reasons.not_your_own'], [world.focal, 'access:reasons.not_your_role']] as const) {
      expect(may(claimPolicy.settle, who, contested)).toEqual({ allowed: false, reason });
    }
    expect(await claimActsOn(world.reviewer, claim.commitment_id)).toMatchObject([{ acts: ['settlement'] }]);
    expect(await claimActsOn(world.focal, claim.commitment_id)).toMatchObject([{ acts: ['reply'] }]);
    expect(await claimActsOn(anyone, claim.commitment_id)).toEqual([]);
  });

  it('stays as it was said', async () => {
    const claim = await accepted();
    valueOf(await contest(claim));
    const write = (set: object) => database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('contests').set(set).where('progress_update_id', '=', claim.id).execute();
    });
    await expect(write({ words: 'All is well.' })).rejects.toThrow(/stays as it was said/);
    await expect(write({ outcome: 'stands', settlement: 'x', settlement_language: 'en', settled_at: new Date(), settled_by: world.second.id })).rejects.toThrow(/contests_another_settles/);
  });
});
