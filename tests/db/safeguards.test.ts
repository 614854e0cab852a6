import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { publishCommitment, submitCommitment, verifyCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { safeguardInput } from '#app/commitments/safeguards/input.server';
import { isInForce, type SafeguardForm } from '#app/commitments/safeguards/model';
import { approveSafeguard, returnSafeguard, reviewSafeguard, writeSafeguard } from '#app/commitments/safeguards/operations.server';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import { findSafeguard, safeguardRef, safeguardsOf, waitingSafeguards } from '#app/commitments/safeguards/queries.server';
import { remindOfSafeguards } from '#app/commitments/safeguards/reminders.server';
import { database } from '#app/platform/database.server';
import { give, holder, person, valueOf } from './accounts-world';
import { type CommitmentsWorld, draft, openCommitments, refOf } from './commitments-world';

let world: CommitmentsWorld;
let second: PersonActor;
beforeAll(async () => {
  world = await openCommitments();
  second = await holder('secretariat_lead', world.now, { coalition_id: world.coalition });
});
afterAll(() => world.close());

const at = () => ({ now: world.now });
const view = () => ({ language: 'en' as const, now: world.now });
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => ('problems' in result ? result.problems?.map((one) => one.code) : undefined);
const words = 'Names and classes, on servers at home, for the lesson alone.';
const form = (more: Partial<SafeguardForm> = {}): SafeguardForm => ({
  purpose: words, categories: words, subjects: words, lawful_basis: words, retention: words, processors: words, cross_border: words, impact_assessment: words, access_and_deletion: words,
  no_advertising: true, no_profiling: true, service_until: '2027-06-30', ...more,
});
const write = async (ref: string, said = form(), who = world.focal, seen?: number) => writeSafeguard(permit(safeguardPolicy.write, who, await refOf(ref)), at(), seen, said, 'en');
async function subject(ref: string) {
  const commitment = await refOf(ref);
  const last = (await safeguardsOf(world.auditor, commitment)).at(-1);
  if (last === undefined) throw new Error('no safeguard');
  return safeguardRef(commitment, last);
}
/** Verified, and touching data about learners. */
async function verified(): Promise<string> {
  const ref = await draft(world, { form: { learner_data: true } });
  valueOf(await submitCommitment(permit(commitmentPolicy.submit, world.focal, await refOf(ref)), at()));
  valueOf(await verifyCommitment(permit(commitmentPolicy.verify, world.reviewer, await refOf(ref)), at()));
  return ref;
}
async function withMail(name: string): Promise<PersonActor> {
  const id = await person(name, world.now, { mail: `${name}@secretariat.example` });
  await give(id, 'secretariat_officer', world.now, { coalition_id: world.coalition });
  return personActor(id, world.now);
}
const publish = async (ref: string) => publishCommitment(permit(commitmentPolicy.publish, world.lead, await refOf(ref)), at());

describe('CO-7: what touches data about learners', () => {
  it('is public once a safeguard was written, read and approved by three people', async () => {
    const ref = await verified();
    expect(codesOf(await publish(ref))).toEqual(['commitments:problems.safeguard_needed']);
    valueOf(await write(ref));
    expect(codesOf(await publish(ref))).toEqual(['commitments:problems.safeguard_needed']);
    expect(may(safeguardPolicy.review, world.focal, await subject(ref)).allowed).toBe(false);
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, world.officer, await subject(ref)), at()));
    expect(may(safeguardPolicy.approve, world.officer, await subject(ref))).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(safeguardPolicy.approve, world.reviewer, await subject(ref)).allowed).toBe(false);
    expect(await safeguardsOf(world.stranger, await refOf(ref))).toEqual([]);
    valueOf(await approveSafeguard(permit(safeguardPolicy.approve, world.lead, await subject(ref)), at()));
    valueOf(await publish(ref));
    expect(await safeguardsOf(anyone, await refOf(ref))).toMatchObject([{ number: 1, status: 'approved', approved_on: '2026-03-02', expires_on: '2027-06-30', purpose: words }]);
    expect(await findSafeguard(world.stranger, ref, view())).toBeUndefined();
  });

  it('tells at each step who is asked next, and not who may not answer', async () => {
    const ref = await verified();
    const { id } = await refOf(ref);
    const [reads, approves] = [await withMail('reads-first'), await withMail('approves-then')];
    const told = async (words: string) => (await database().selectFrom('outbox_mails').select('person_id').where('idempotency_key', 'like', `commitment:${id}:${words}:%`).execute()).map(({ person_id }) => person_id);
    valueOf(await write(ref));
    expect(await told('safeguard_written')).toEqual(expect.arrayContaining([reads.id, approves.id]));
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, reads, await subject(ref)), at()));
    expect(await told('safeguard_reviewed')).toContain(approves.id);
    expect(await told('safeguard_reviewed')).not.toContain(reads.id);
    valueOf(await returnSafeguard(permit(safeguardPolicy.return, approves, await subject(ref)), at(), 'Say where the servers are.'));
    valueOf(await write(ref));
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, reads, await subject(ref)), at()));
    expect((await told('safeguard_reviewed')).filter((one) => one === approves.id)).toHaveLength(2);
    // Who wrote it in the name of the lead is not asked to read it.
    const other = await verified();
    valueOf(await write(other, form(), approves));
    const asked = (await database().selectFrom('outbox_mails').select('person_id').where('idempotency_key', 'like', `commitment:${(await refOf(other)).id}:safeguard_written:%`).execute()).map(({ person_id }) => person_id);
    expect([asked.includes(reads.id), asked.includes(approves.id)]).toEqual([true, false]);
  });

  it('is not public whatever the code does', async () => {
    const ref = await verified();
    await expect(database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update commitments set status = 'published', published_at = now() where ref = ${ref}`.execute(tx);
    })).rejects.toMatchObject({ constraint_name: 'commitments_safeguarded' });
  });

  it('has a safeguard that advertises to nobody, profiles nobody, and ends with the service or after two years', async () => {
    const ref = await verified();
    valueOf(await write(ref, form({ no_profiling: false, service_until: '2035-01-01' })));
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, world.officer, await subject(ref)), at()));
    expect(codesOf(await approveSafeguard(permit(safeguardPolicy.approve, world.lead, await subject(ref)), at()))).toEqual(['commitments:problems.safeguard_promises']);
    valueOf(await write(ref, form({ service_until: '2035-01-01' })));
    expect((await subject(ref)).safeguard).toBe('draft');
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, world.officer, await subject(ref)), at()));
    valueOf(await approveSafeguard(permit(safeguardPolicy.approve, world.lead, await subject(ref)), at()));
    const [approved] = await safeguardsOf(anyone, await refOf(ref));
    expect(approved?.expires_on).toBe('2028-03-02');
    expect([isInForce(approved!, '2028-03-01'), isInForce(approved!, '2028-03-02')]).toEqual([true, false]);
    expect(codesOf(await publishCommitment(permit(commitmentPolicy.publish, world.lead, await refOf(ref)), { now: new Date('2028-03-02T09:00:00Z') }))).toEqual(['commitments:problems.safeguard_needed']);
    expect(codesOf(await write(ref, form({ service_until: '2026-03-02' })))).toEqual(['commitments:problems.service_over']);
  });

  it('keeps what was approved while the next one is written', async () => {
    const reader = await person('Reader', world.now, { mail: 'reads@secretariat.example' });
    await give(reader, 'secretariat_officer', world.now, { coalition_id: world.coalition });
    const ref = await verified();
    valueOf(await write(ref));
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, world.officer, await subject(ref)), at()));
    valueOf(await approveSafeguard(permit(safeguardPolicy.approve, second, await subject(ref)), at()));
    valueOf(await write(ref, form({ purpose: 'Another purpose, with another service.' }), world.deputy));
    expect((await safeguardsOf(world.auditor, await refOf(ref))).map(({ number, status }) => [number, status])).toEqual([[1, 'approved'], [2, 'draft']]);
    expect((await safeguardsOf(anyone, await refOf(ref))).map(({ purpose }) => purpose)).toEqual([words]);
    // The secretariat is told of each.
    const told = await database().selectFrom('outbox_mails').select('idempotency_key').where('person_id', '=', reader).where('idempotency_key', 'like', '%:safeguard_written:%').execute();
    expect(told).toHaveLength(2);
    await expect(database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update safeguards set purpose = 'Something else' where status = 'approved'`.execute(tx);
    })).rejects.toMatchObject({ constraint_name: 'safeguards_stay' });
  });

  it('reminds the lead 60 and 14 days before it ends, once each, unless the next one is written', async () => {
    const keeper = await person('Keeper', world.now, { mail: 'keeps@harbour.example', organisation_id: world.organisation });
    await give(keeper, 'focal_point', world.now, { organisation_id: world.organisation });
    const ref = await verified();
    valueOf(await write(ref));
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, world.officer, await subject(ref)), at()));
    valueOf(await approveSafeguard(permit(safeguardPolicy.approve, second, await subject(ref)), at()));
    valueOf(await publish(ref));
    const { id } = await refOf(ref);
    const reminded = async (day: string) => {
      await remindOfSafeguards(new Date(`${day}T09:00:00Z`));
      const letters = await database().selectFrom('outbox_mails').select('idempotency_key').where('person_id', '=', keeper).where('thread', '=', `commitment:${id}`).where('idempotency_key', 'like', '%:safeguard_ending:%').execute();
      return letters.map((letter) => letter.idempotency_key.split(':').at(-3)).toSorted();
    };
    // It ends with the service, on 30 June 2027.
    expect(await reminded('2027-04-30')).toEqual([]);
    expect(await reminded('2027-05-02')).toEqual(['60']);
    expect(await reminded('2027-06-15')).toEqual(['60']);
    expect(await reminded('2027-06-20')).toEqual(['14', '60']);
    expect(await reminded('2027-06-21')).toEqual(['14', '60']);
    expect(await reminded('2027-06-30')).toEqual(['14', '60']);
    const next = await verified();
    valueOf(await write(next));
    valueOf(await reviewSafeguard(permit(safeguardPolicy.review, world.officer, await subject(next)), at()));
    valueOf(await approveSafeguard(permit(safeguardPolicy.approve, second, await subject(next)), at()));
    valueOf(await publish(next));
    valueOf(await write(next, form({ service_until: '2029-06-30' }), world.deputy));
    await remindOfSafeguards(new Date('2027-06-20T09:00:00Z'));
    expect(await database().selectFrom('outbox_mails').select('id').where('thread', '=', `commitment:${(await refOf(next)).id}`).where('idempotency_key', 'like', '%:safeguard_ending:%').execute()).toEqual([]);
  });

  it('comes back with what to mend, and waits on the desk of those who may read it', async () => {
    const ref = await verified();
    valueOf(await write(ref));
    const waits = async (viewer: PersonActor) => (await waitingSafeguards(viewer, view())).some((row) => row.ref === ref);
    expect([await waits(world.focal), await waits(world.officer), await waits(world.reviewer), await waits(world.stranger)]).toEqual([false, true, true, false]);
    expect(codesOf(await returnSafeguard(permit(safeguardPolicy.return, world.reviewer, await subject(ref)), at(), ' '))).toEqual(['commitments:problems.reason_needed']);
    valueOf(await returnSafeguard(permit(safeguardPolicy.return, world.reviewer, await subject(ref)), at(), 'Say where the servers are.'));
    expect(await waits(world.officer)).toBe(false);
    expect((await findSafeguard(world.focal, ref, view()))?.safeguard).toMatchObject({ status: 'draft', returned_reason: 'Say where the servers are.', version: 2 });
    expect(codesOf(await write(ref, form(), world.deputy, 1))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await write(ref, form(), world.deputy, 2));
    expect(await waits(world.officer)).toBe(true);
  });

  it('is asked for whole: everything that is missing is said at once', () => {
    const answer = safeguardInput.safeParse({ purpose: 'x', no_advertising: 'perhaps' });
    expect(answer.success ? [] : [...new Set(answer.error.issues.map(({ path }) => path[0]))].toSorted()).toEqual(
      ['access_and_deletion', 'categories', 'cross_border', 'impact_assessment', 'lawful_basis', 'no_advertising', 'no_profiling', 'processors', 'purpose', 'retention', 'service_until', 'subjects']);
  });
});
