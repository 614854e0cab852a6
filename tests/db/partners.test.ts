import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { allCommitments } from '#app/commitments/list/export.server';
import { partnerInput, answerInput } from '#app/commitments/partners/input.server';
import type { PartnerRef } from '#app/commitments/partners/model';
import { answerPartner, askPartner, joinCommitment, openCommitment, removePartner } from '#app/commitments/partners/operations.server';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { allPartnersOf, duePartnerships, findPartnership, partnerRef, partnersOf } from '#app/commitments/partners/queries.server';
import { promisesTold } from '#app/members/trail/queries.server';
import { database } from '#app/platform/database.server';
import { give, person, valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, openCommitments, refOf } from './commitments-world';

let world: CommitmentsWorld;
let otherRef: string;
let reader: string;
beforeAll(async () => {
  world = await openCommitments();
  otherRef = (await database().selectFrom('organisations').select('ref').where('id', '=', world.other).executeTakeFirstOrThrow()).ref;
  reader = await person('Partner reader', world.now, { mail: 'partner@open-shelf.example', organisation_id: world.other });
  await give(reader, 'org_admin', world.now, { organisation_id: world.other });
});
afterAll(() => world.close());

const at = () => ({ now: world.now });
const view = () => ({ language: 'en' as const, now: world.now });
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => ('problems' in result ? result.problems?.map((one) => one.code) : undefined);
const ask = async (ref: string, who = world.focal) => askPartner(permit(partnerPolicy.ask, who, await refOf(ref)), at(), world.other, { role: 'technical', words: 'Two engineers for a year.' });
async function subject(ref: string): Promise<PartnerRef> {
  const commitment = await refOf(ref);
  const partner = (await allPartnersOf(commitment, view())).find((one) => one.partner_id === world.other);
  if (partner === undefined) throw new Error('no partner');
  return partnerRef(commitment, partner);
}
const answer = async (ref: string, consent: 'confirmed' | 'declined', who: PersonActor = world.stranger) => answerPartner(permit(partnerPolicy.answer, who, await subject(ref)), at(), undefined, { consent, answer: consent === 'declined' ? 'Not this year.' : null });
/** What everybody finds of partners: the page, the file, the trail of the partner. */
async function inPublic(ref: string) {
  const { id } = await refOf(ref);
  let inFile: string | null | undefined;
  for await (const row of allCommitments(anyone, {}, view())) if (row.ref === ref) inFile = row.partners;
  const trail = await promisesTold(anyone, { kind: 'organisation', ids: [world.other] }, view());
  return { page: (await partnersOf(id)).map((one) => one.name), file: inFile, trail: JSON.stringify(trail).includes(ref) };
}
const byHand = (statement: ReturnType<typeof sql>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await statement.execute(tx);
});

describe('CO-4: a partner', () => {
  it('is named in public once it has said yes, and no longer when it takes that back', async () => {
    const ref = await brought(world, await draft(world), 'published');
    const nowhere = { page: [], file: null, trail: false };
    valueOf(await ask(ref));
    expect(await inPublic(ref)).toEqual(nowhere);
    expect(await duePartnerships(world.stranger, view())).toMatchObject([{ ref, act: 'Answer' }]);
    expect(await duePartnerships(world.focal, view())).toEqual([]);
    const letter = await database().selectFrom('outbox_mails').selectAll().where('person_id', '=', reader).where('idempotency_key', 'like', '%:partner_asked:%').execute();
    expect(letter).toHaveLength(1);
    expect(JSON.stringify(letter[0]?.props)).toContain(`/commitments/${ref}/partners/${otherRef}/consent`);
    valueOf(await answer(ref, 'confirmed'));
    expect(await inPublic(ref)).toEqual({ page: ['Open Shelf Alliance'], file: `${otherRef}:technical`, trail: true });
    expect(await duePartnerships(world.stranger, view())).toEqual([]);
    valueOf(await answer(ref, 'declined'));
    expect(await inPublic(ref)).toEqual(nowhere);
    expect((await subject(ref)).consent).toBe('withdrawn');
  });

  it('that declines is told to the lead alone, and may be asked again', async () => {
    const ref = await brought(world, await draft(world), 'published');
    valueOf(await ask(ref));
    expect(codesOf(await ask(ref))).toEqual(['commitments:problems.partner_already']);
    valueOf(await answer(ref, 'declined'));
    expect(await inPublic(ref)).toEqual({ page: [], file: null, trail: false });
    expect((await allPartnersOf(await refOf(ref), view())).map(({ consent, answer: why }) => [consent, why])).toEqual([['declined', 'Not this year.']]);
    valueOf(await ask(ref, world.deputy));
    expect((await subject(ref)).consent).toBe('asked');
    valueOf(await removePartner(permit(partnerPolicy.remove, world.focal, await subject(ref)), at()));
    expect(await allPartnersOf(await refOf(ref), view())).toEqual([]);
  });

  it('reads what it answers to although the draft is private; nobody else does', async () => {
    const ref = await draft(world, { form: { visibility: 'private' } });
    valueOf(await ask(ref));
    const found = async (viewer: PersonActor) => (await findPartnership(viewer, ref, otherRef, view()))?.promised.title;
    expect([await found(world.stranger), await found(world.focal), await found(world.officer)]).toEqual(Array.from({ length: 3 }, () => 'Connect 140 schools'));
    expect([await found(world.coordinator), await found(world.reviewer), await found(world.auditor)]).toEqual([undefined, undefined, undefined]);
    expect(await findPartnership(world.stranger, ref, 'ORG-9999', view())).toBeUndefined();
  });

  it('is not the lead, and one side never answers for itself', async () => {
    const ref = await draft(world);
    expect(codesOf(await askPartner(permit(partnerPolicy.ask, world.focal, await refOf(ref)), at(), world.organisation, { role: 'other', words: null }))).toEqual(['commitments:problems.partner_is_lead']);
    valueOf(await ask(ref));
    expect(may(partnerPolicy.answer, world.focal, await subject(ref)).allowed).toBe(false);
    const both = { ...world.focal, roles: [...world.focal.roles, ...world.stranger.roles] };
    expect(may(partnerPolicy.answer, both, await subject(ref))).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(codesOf(await answerPartner(permit(partnerPolicy.answer, world.stranger, await subject(ref)), at(), 7, { consent: 'confirmed', answer: null }))).toEqual(['form:problems.changed_meanwhile']);
  });

  it('is not confirmed by hand, in whatever way', async () => {
    const ref = await draft(world);
    const { id } = await refOf(ref);
    await expect(byHand(sql`insert into commitment_partners (commitment_id, organisation_id, role, consent, answered_at) values (${id}, ${world.other}, 'technical', 'confirmed', now())`)).rejects.toMatchObject({ constraint_name: 'commitment_partners_consented' });
    valueOf(await ask(ref));
    await expect(byHand(sql`update commitment_partners set consent = 'confirmed', role = 'funding', answered_at = now() where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'commitment_partners_consented' });
    await expect(byHand(sql`update commitment_partners set consent = 'confirmed', answered_at = now(), answered_by = asked_by where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'commitment_partners_another_answers' });
    valueOf(await answer(ref, 'declined'));
    await expect(byHand(sql`update commitment_partners set consent = 'confirmed' where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'commitment_partners_consented' });
  });

  it('may ask by itself where the commitment is open; the lead answers', async () => {
    const ref = await brought(world, await draft(world), 'published');
    const joining = async () => ({ ...(await refOf(ref)), partner_id: world.other, open_to_join: (await database().selectFrom('commitments').select('open_to_join').where('ref', '=', ref).executeTakeFirstOrThrow()).open_to_join });
    expect(may(partnerPolicy.join, world.stranger, await joining()).allowed).toBe(false);
    valueOf(await openCommitment(permit(partnerPolicy.open, world.focal, await refOf(ref)), at(), (await refOf(ref)).version, true));
    expect(may(partnerPolicy.join, world.focal, await joining()).allowed).toBe(false);
    valueOf(await joinCommitment(permit(partnerPolicy.join, world.stranger, await joining()), at(), { role: 'content', words: 'We bring the books.' }));
    expect((await inPublic(ref)).page).toEqual([]);
    expect(may(partnerPolicy.answer, world.stranger, await subject(ref)).allowed).toBe(false);
    expect((await duePartnerships(world.deputy, view())).map((one) => one.ref)).toContain(ref);
    valueOf(await answer(ref, 'confirmed', world.focal));
    expect((await inPublic(ref)).page).toEqual(['Open Shelf Alliance']);
    // The name is theirs: the partner takes it back, not the lead.
    expect(may(partnerPolicy.answer, world.focal, await subject(ref)).allowed).toBe(false);
    valueOf(await answer(ref, 'declined', world.stranger));
    expect((await inPublic(ref)).page).toEqual([]);
  });

  it('is asked with all that is missing said at once, and a no needs words', () => {
    const paths = (result: ReturnType<typeof partnerInput.safeParse> | ReturnType<typeof answerInput.safeParse>) => (result.success ? [] : [...new Set(result.error.issues.map(({ path }) => path[0]))].toSorted());
    expect(paths(partnerInput.safeParse({ organisation: 'x', role: 'friend' }))).toEqual(['organisation', 'role']);
    expect(paths(answerInput.safeParse({ consent: 'declined' }))).toEqual(['answer']);
    expect(paths(answerInput.safeParse({ consent: 'confirmed' }))).toEqual([]);
  });
});
