import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { createDraft } from '#app/commitments/drafting/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { Language } from '#app/languages/language';
import { readState } from '#app/table/state';
import {
  addressRecommendation, adjournSession, closeRecommendation, endorseRecommendation, finaliseRecommendation, implementRecommendation, issueRecommendation, publishSession, recommend, recordDecision, respond,
  reviseRecommendation, succeedRecommendation,
} from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { addresseesOf, addresseesToFilter } from '#app/working-groups/recommendations/addressees.server';
import { proposalsFor } from '#app/working-groups/planning/queries.server';
import { recommendationList } from '#app/working-groups/recommendations/list';
import { recommendationPolicy } from '#app/working-groups/recommendations/policy';
import { earlierTexts, findRecommendation } from '#app/working-groups/recommendations/queries.server';
import { allRecommendations, listRecommendations } from '#app/working-groups/recommendations/register.server';
import { dueResponses } from '#app/working-groups/responses/due.server';
import { figuresFrom } from '#app/working-groups/answers/figures.server';
import { responsePolicy } from '#app/working-groups/responses/policy';
import { commitmentsOf, findAddressee, recommendationsAnsweredBy, recommendedTo, responsesTo } from '#app/working-groups/responses/queries.server';
import { remindOfResponses } from '#app/working-groups/responses/reminders.server';
import { give, minutesAfter, openGroup, person, personActor, present, running, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let focal: PersonActor;
let lead: PersonActor;
let ref: string;
let decision: string;
const on = (day: string) => ({ language: 'en', now: new Date(`${day}T09:00:00Z`) }) as const;
const view = on('2026-04-01');
const nobody = { secretariat: false, constituencies: [], organisations: [], countries: [] };
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.map((one) => one.code.split('.')[1]);
const found = async (viewer: Actor = world.chair, which = ref) => (await findRecommendation(viewer, which, view))!;
const letters = async (like: string) => (await database().selectFrom('outbox_mails').select('recipient').where('idempotency_key', 'like', like).orderBy('recipient').execute()).map((one) => one.recipient);
const acacia = () => world.seats[0]?.organisation ?? '';

beforeEach(async () => {
  await world?.close();
  world = await openGroup();
  const speaker = await person('Speaker', world.now, { mail: 'speaker@acacia.example', organisation_id: acacia() });
  await give(speaker, 'focal_point', world.now, { organisation_id: acacia() });
  focal = await personActor(speaker, world.now);
  const coordinator = await person('Coordinator', world.now, { mail: 'coordinator@ke.example' });
  await give(coordinator, 'country_coordinator', world.now, { country_iso2: 'KE' });
  const head = await person('Head of secretariat', world.now, { mail: 'head@coalition.example' });
  await give(head, 'secretariat_lead', world.now, { coalition_id: world.group.coalition_id });
  lead = await personActor(head, world.now);
  const session = await started(world);
  await present(world, session, world.seats);
  decision = valueOf(await recordDecision(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Adopt the template.', rule: 'consensus', votes: [], dissent: null })).id;
  valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id)), { now: session.now }, null));
  valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, await sessionRef(session.id)), { now: minutesAfter(session.now, 90) }));
  ref = valueOf(await recommend(permit(groupPolicy.recommend, world.chair, world.group), view, { title: 'Publish tariffs', text: 'Ministries publish them.', status: 'draft', decisions: [decision], nodes: [] })).ref;
});
afterAll(() => world.close());

const addressed = async (form: Partial<typeof nobody> | Record<string, unknown>, which = ref) => {
  const of = await found(world.chair, which);
  return addressRecommendation(permit(recommendationPolicy.address, world.chair, of), view, of.version, { ...nobody, ...form });
};
const finalised = async (which = ref) => {
  const of = await found(world.chair, which);
  return valueOf(await finaliseRecommendation(permit(recommendationPolicy.finalise, world.chair, of), view, of.version));
};
async function answered(viewer: PersonActor, party: string, form: { answer?: 'accept' | 'in_part' | 'not' | 'noted'; words?: string; commitment?: string | null; version?: number } = {}, at = view) {
  const row = (await findAddressee(viewer, ref, party, at))!;
  return respond(permit(responsePolicy.give, viewer, row), { now: at.now }, form.version ?? row.version, { answer: form.answer ?? 'accept', words: form.words ?? 'We will.', commitment: form.commitment ?? null });
}

describe('RC-2 words', () => {
  it('change while it is not final, and the ones before are kept; two who write at once are told apart', async () => {
    const of = await found();
    const revise = (title: string) => reviseRecommendation(permit(recommendationPolicy.edit, world.chair, of), view, of.version, { title, text: of.text });
    const both = await Promise.all([revise('Publish all tariffs'), revise('Publish the tariffs')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap((one) => codes(one) ?? [])).toEqual(['changed_meanwhile']);
    expect(await earlierTexts(await found())).toMatchObject([{ number: 1, title: 'Publish tariffs' }]);
    expect(await earlierTexts({ ...(await found()), inside: false })).toEqual([]);
  });
  it('stay once it is final, for the database too; a successor takes its place, once', async () => {
    valueOf(await addressed({ secretariat: true, countries: ['KE'] }));
    await finalised();
    const of = await found();
    expect(() => permit(recommendationPolicy.edit, world.chair, of)).toThrow(Forbidden);
    await expect(database().updateTable('recommendations').set({ text: 'Nobody publishes anything.' }).where('id', '=', of.id).execute()).rejects.toThrow('RC-2');
    const succeed = () => succeedRecommendation(permit(recommendationPolicy.succeed, world.chair, of), view);
    const next = valueOf(await succeed());
    expect(codes(await succeed())).toEqual(['changed_meanwhile']);
    expect(await found(world.chair, next.ref)).toMatchObject({ status: 'draft', succeeds: ref, title: 'Publish tariffs' });
    expect(await addresseesOf((await found(world.chair, next.ref)).id)).toEqual({ ...nobody, secretariat: true, countries: ['KE'] });
    expect((await found()).succeeded_by).toBe(next.ref);
    expect((await found(anyone)).succeeded_by).toBeNull();
  });
});

describe('RC-3 steps', () => {
  it('from draft to closed, each told to those whom it concerns and to nobody twice', async () => {
    valueOf(await addressed({ organisations: [acacia()], countries: ['KE'], secretariat: true }));
    expect(await findRecommendation(anyone, ref, view)).toBeUndefined();
    valueOf(await issueRecommendation(permit(recommendationPolicy.issue, world.chair, await found()), view, 2));
    expect(await letters('recommendation:%:preliminary:%')).toHaveLength(12);
    await finalised();
    const readers = ['coordinator@ke.example', 'head@coalition.example', 'speaker@acacia.example'];
    expect(await letters('recommendation:%:final:%')).toEqual(readers);
    expect(await found(anyone)).toMatchObject({ status: 'final', final_on: '2026-04-01' });
    expect(() => permit(recommendationPolicy.endorse, world.stranger, { id: '', status: 'final', working_group_id: world.group.id, coalition_id: world.group.coalition_id })).toThrow(Forbidden);
    const chairAlone = { ...world.chair, roles: world.chair.roles.filter(({ role }) => role === 'wg_chair') };
    expect(() => permit(recommendationPolicy.endorse, chairAlone, { id: '', status: 'final', working_group_id: world.group.id, coalition_id: world.group.coalition_id })).toThrow(Forbidden);
    valueOf(await endorseRecommendation(permit(recommendationPolicy.endorse, lead, await found()), view, 4));
    expect(await letters('recommendation:%:endorsed:%')).toEqual(readers.filter((one) => !one.startsWith('head')));
    valueOf(await implementRecommendation(permit(recommendationPolicy.implement, world.chair, await found()), view, 5));
    valueOf(await closeRecommendation(permit(recommendationPolicy.close, world.chair, await found()), view, 6, 'All have published.'));
    expect(await found()).toMatchObject({ status: 'closed', closed_why: 'All have published.', version: 7 });
    expect(await letters('recommendation:%:closed:%')).toEqual(readers);
  });
});

describe('RC-4 addressees', () => {
  const parties = async (viewer: Actor = world.chair) => (await responsesTo(viewer, (await found()).id, view)).map(({ party }) => party).sort();
  it('are named or found by their part of society, each once; strangers to the register are refused', async () => {
    const member = (organisation_id: string) => ({ id: newId(), coalition_id: world.group.coalition_id, organisation_id, category: 'full', status: 'active', joined_on: '2026-01-01' });
    await database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"demo"}'), eb.val(true)]).as('done')).execute();
      await tx.insertInto('memberships').values(world.seats.slice(0, 2).map((one) => member(one.organisation))).execute();
    });
    expect(codes(await addressed({ organisations: [newId()] }))).toEqual(['no_such_addressee']);
    expect(codes(await addressed({ countries: ['QQ'] }))).toEqual(['no_such_addressee']);
    valueOf(await addressed({ constituencies: ['private'], organisations: [acacia()] }));
    expect(await parties()).toHaveLength(2);
    valueOf(await addressed({ countries: ['KE'] }));
    expect(await parties()).toEqual(['KE']);
  });
  it('are only added once it is final, and who is added is told', async () => {
    valueOf(await addressed({ countries: ['KE'] }));
    await finalised();
    valueOf(await addressed({ organisations: [acacia()] }));
    expect(await parties()).toHaveLength(2);
    expect(await letters('recommendation:%:final:%')).toEqual(['coordinator@ke.example', 'speaker@acacia.example']);
  });
});

describe('RS-1 answers', () => {
  beforeEach(async () => {
    valueOf(await addressed({ organisations: [acacia()], countries: ['KE'] }));
    await finalised();
  });
  const rowOf = async (party: string, at = view, viewer: Actor = anyone) => (await responsesTo(viewer, (await found()).id, at)).find((one) => one.party === party);

  it('are given by who speaks for the addressee, can change, and keep their first day', async () => {
    const [organisation] = (await responsesTo(anyone, (await found()).id, view)).filter((one) => one.addressee_organisation_id !== null);
    const party = organisation?.party ?? '';
    expect(() => permit(responsePolicy.give, world.chair, organisation!)).toThrow(Forbidden);
    expect(organisation).toMatchObject({ waiting: 0, answer: null });
    expect((await rowOf(party, on('2026-04-11')))?.waiting).toBe(10);
    expect(await dueResponses(focal, view)).toMatchObject([{ ref, due_on: '2026-05-01' }]);
    valueOf(await answered(focal, party, { answer: 'noted' }));
    expect(codes(await answered(focal, party, { version: 0 }))).toEqual(['changed_meanwhile']);
    valueOf(await answered(focal, party, { answer: 'in_part', words: 'Two of three.' }, on('2026-04-20')));
    expect(await rowOf(party)).toMatchObject({ answer: 'in_part', words: 'Two of three.', answered_on: '2026-04-20', first_answered_on: '2026-04-01', waiting: null, version: 2 });
    expect(await dueResponses(focal, view)).toEqual([]);
    expect((await recommendedTo(anyone, { organisation_id: acacia() }, view)).map((one) => [one.recommendation_ref, one.answer])).toEqual([[ref, 'in_part']]);
    expect((await recommendedTo(anyone, { country_iso2: 'KE' }, view)).map((one) => one.answer)).toEqual([null]);
  });
  it('are written once by two who answer at once', async () => {
    const party = (await responsesTo(focal, (await found()).id, view)).find((one) => one.addressee_organisation_id !== null)?.party ?? '';
    const both = await Promise.all([answered(focal, party, { answer: 'accept', version: 0 }), answered(focal, party, { answer: 'not', version: 0 })]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });
  it('RS-2 name a commitment of the addressee’s own, seen from both ends as far as each may be read', async () => {
    const party = (await responsesTo(focal, (await found()).id, view)).find((one) => one.addressee_organisation_id !== null)?.party ?? '';
    const own = { coalition_id: world.group.coalition_id, lead_organisation_id: acacia(), lead_country_iso2: null };
    const draft = valueOf(await createDraft(permit(commitmentPolicy.create, focal, own), view, {
      language: 'en', title: 'Tariffs in the open', problem: null, action: null, type: null, nodes: [], countries: [], beneficiaries: [], starts_on: null, ends_on: null, learner_data: null, origin: null, visibility: 'public', embargo_until: null,
    } as never));
    expect(codes(await answered(focal, party, { commitment: 'CMT-2026-9999' }))).toEqual(['no_own_commitment']);
    expect((await commitmentsOf(focal, (await findAddressee(focal, ref, party, view))!, view)).map((one) => one.ref)).toEqual([draft.ref]);
    valueOf(await answered(focal, party, { commitment: draft.ref }));
    const { id } = await database().selectFrom('commitments').select('id').where('ref', '=', draft.ref).executeTakeFirstOrThrow();
    expect((await recommendationsAnsweredBy(focal, id, view)).map((one) => one.recommendation_ref)).toEqual([ref]);
    expect((await rowOf(party, view, focal))?.commitment_ref).toBe(draft.ref);
    expect((await rowOf(party))?.commitment_ref).toBeNull();
    for (const of of [{ decision }, { recommendation: (await found()).id }]) expect(await figuresFrom(focal, of, view)).toEqual([]);
  });
  it('RS-3 are asked for again after 30, 60 and 90 days, once each, and not of who has answered', async () => {
    const party = (await responsesTo(focal, (await found()).id, view)).find((one) => one.addressee_organisation_id !== null)?.party ?? '';
    for (let day = '2026-04-25'; day <= '2026-06-05'; day = addDays(day, 5)) await remindOfResponses(on(day).now);
    expect(await letters('response-waits:%')).toEqual(['coordinator@ke.example', 'coordinator@ke.example', 'speaker@acacia.example', 'speaker@acacia.example']);
    valueOf(await answered(focal, party));
    await remindOfResponses(on('2026-09-01').now);
    expect(await letters('response-waits:%:90:%')).toEqual(['coordinator@ke.example']);
  });
});

describe('the next agenda', () => {
  it('asks for what nothing answers, until an addressee does', async () => {
    valueOf(await addressed({ organisations: [acacia()] }));
    await finalised();
    const proposals = async () => (await proposalsFor(world.chair, world.group, view)).filter(({ why }) => why === 'unanswered').map(({ item }) => item.title);
    expect(await proposals()).toEqual([`${ref}: Publish tariffs`]);
    const party = (await responsesTo(focal, (await found()).id, view))[0]?.party ?? '';
    valueOf(await answered(focal, party));
    expect(await proposals()).toEqual([]);
  });
});

describe('the register', () => {
  it('holds what may be seen, with its answers, by words, state, group and addressee', async () => {
    const refs = async (viewer: Actor, query = '') => (await listRecommendations(viewer, readState(recommendationList, new URLSearchParams(query)), view)).rows.map((row) => row.ref);
    expect(await refs(anyone)).toEqual([]);
    expect(await refs(world.chair)).toEqual([ref]);
    valueOf(await addressed({ organisations: [acacia()], countries: ['KE'] }));
    await finalised();
    const party = (await responsesTo(focal, (await found()).id, view)).find((one) => one.addressee_organisation_id !== null)?.party ?? '';
    valueOf(await answered(focal, party, { answer: 'not' }));
    for (const query of ['q=TARIFFS', 'status=final', `group=${world.group.ref}`, 'addressee=KE', 'year=2026']) expect(await refs(anyone, query), query).toEqual([ref]);
    for (const query of ['q=bandwidth', 'status=draft', 'addressee=JO', 'clause=P1.1', 'year=2025']) expect(await refs(anyone, query), query).toEqual([]);
    expect(await allRecommendations(anyone, readState(recommendationList, new URLSearchParams()), view)).toMatchObject([{ asked: 2, answered: 1, refused: 1, accepted: 0 }]);
  });
  it('is narrowed to each addressee that is named in what may be seen, and to no other; one that was merged as the one that it became', async () => {
    const observatory = world.observer.organisation;
    valueOf(await addressed({ organisations: [acacia(), observatory], countries: ['KE', 'JO'], constituencies: ['youth', 'government'], secretariat: true }));
    const [kept, gone] = await database().selectFrom('organisations').select(['id', 'ref', 'name']).where('id', 'in', [acacia(), observatory]).orderBy('name').execute();
    const offered = async (viewer: Actor, language: Language = 'en') => (await addresseesToFilter(viewer, { ...view, language })).flatMap((one) => ('options' in one ? one.options.map(({ value, label }) => [one.label, value, label]) : [['', one.value, one.label]]));
    expect(await offered(anyone)).toEqual([]);
    expect(await offered(world.chair)).toEqual([
      ['', 'secretariat', 'Secretariat of the coalition'], ['Members by part of society', 'government', 'Governments'], ['Members by part of society', 'youth', 'Youth'],
      ['Members by name', kept?.ref, 'Acacia'], ['Members by name', gone?.ref, 'Observatory'], ['Countries', 'JO', 'Jordan'], ['Countries', 'KE', 'Kenya'],
    ]);
    await finalised();
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('organisations').set({ status: 'merged', merged_into_id: acacia() }).where('id', '=', observatory).execute();
    });
    expect((await offered(anyone, 'fr')).filter(([of]) => of === 'Membres par nom' || of === 'Pays')).toEqual([['Membres par nom', kept?.ref, 'Acacia'], ['Pays', 'JO', 'Jordanie'], ['Pays', 'KE', 'Kenya']]);
    const total = async (query: string) => (await listRecommendations(anyone, readState(recommendationList, new URLSearchParams(query)), view)).total.count;
    for (const addressee of ['secretariat', 'government', 'youth', 'JO', 'KE', kept?.ref, gone?.ref]) expect(await total(`addressee=${addressee}`), addressee).toBe(1);
    for (const addressee of ['private', 'FR', world.seats[2]?.organisation, 'nobody']) expect(await total(`addressee=${addressee}`), addressee).toBe(0);
  });
});
