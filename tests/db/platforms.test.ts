import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { platformList } from '#app/registries/platforms/list';
import { deletePlatform, describePlatform, discontinuePlatform, returnPlatform, translatePlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { allPlatforms, findPlatform, listPlatforms, platformLanguages } from '#app/registries/platforms/queries.server';
import { duePlatforms } from '#app/registries/platforms/due.server';
import { database } from '#app/platform/database.server';
import { searchList } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { readState } from '#app/table/state';
import { give, holder, person, valueOf } from './accounts-world';
import { openCommitments, type CommitmentsWorld } from './commitments-world';
import { broughtTo, confirm, described, describeIt, nominate, platformRef, publish, review, type Registrars } from './platforms-world';

let world: CommitmentsWorld;
let by: Registrars;
beforeAll(async () => {
  world = await openCommitments();
  by = { now: world.now, country: 'KE', author: world.focal, coordinator: world.coordinator, reviewer: world.reviewer, desk: world.officer };
});
afterAll(() => world.close());

const at = () => ({ now: world.now });
const view = () => ({ language: 'en' as const, now: world.now });
const asking = (query = '') => readState(platformList, new URLSearchParams(query));
const codesOf = (result: { ok: boolean; problems?: readonly { code: string; field?: string }[] }) => ('problems' in result ? result.problems?.map(({ code, field }) => `${field ?? ''} ${code.split('.')[1] ?? ''}`.trim()) : undefined);
const open = async (id: string) => (await platformRef(id)).open;
const allowed = async (rule: 'describe' | 'confirm' | 'review' | 'publish' | 'return' | 'discontinue' | 'delete', actor: PersonActor, id: string) => may(platformPolicy[rule], actor, await platformRef(id));
const discontinue = async (id: string, actor = world.coordinator) => discontinuePlatform(permit(platformPolicy.discontinue, actor, await platformRef(id)), at(), { reason: 'The contract with its operator has ended.' });
/** As somebody who writes past the operations. */
const past = (what: string) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await sql.raw(what).execute(tx);
});

describe('the life of a platform', () => {
  it('goes from the nomination to the publication, each step told to those whose turn it is', async () => {
    const { id, ref } = valueOf(await nominate(by, by.author));
    expect(ref).toMatch(/^PLT-2026-\d{4}$/);
    valueOf(await describeIt(by.now, id, by.author));
    expect(await open(id)).toMatchObject({ status: 'described', writers: [by.author.id] });
    valueOf(await confirm(by.now, id, by.coordinator));
    valueOf(await review(by.now, id, by.reviewer));
    expect(await findPlatform(anyone, ref, view())).toBeUndefined();
    valueOf(await publish(by.now, id, by.desk));
    expect(await findPlatform(anyone, ref, view())).toMatchObject({ state: 'published', users: '42000', checked: ['users'], confirmed_on: '2026-03-02', charter: [3, 3, 2, 1, null, 0, 2], zero_rated: null, offline: true });
  });
  it('writes each letter once, to whoever can act and not to who did', async () => {
    const mailed = await person('Mailed coordinator', world.now, { mail: 'mailed.coordinator@registry.example' });
    await give(mailed, 'country_coordinator', world.now, { country_iso2: 'KE' });
    const mailedToo = await person('Other mailed coordinator', world.now, { mail: 'other.coordinator@registry.example' });
    await give(mailedToo, 'country_coordinator', world.now, { country_iso2: 'KE' });
    const { id } = await broughtTo({ ...by, coordinator: await personActor(mailed, world.now) }, 'published');
    valueOf(await discontinue(id, await personActor(mailed, world.now)));
    const lettersTo = async (who: string) => (await database().selectFrom('outbox_mails').select('idempotency_key').where('thread', '=', `platform:${id}`).where('person_id', '=', who).execute())
      .map(({ idempotency_key }) => idempotency_key.split(':')[3] ?? '').toSorted();
    expect(await lettersTo(mailed)).toEqual(['described', 'nominated', 'published']);
    expect(await lettersTo(mailedToo)).toEqual(['described', 'discontinued', 'nominated', 'published']);
  });
});

describe('RE-1: a claim', () => {
  it('carries its date and source, or is refused at the field that is missing', async () => {
    const { id } = valueOf(await nominate(by, by.author));
    expect(codesOf(await describeIt(by.now, id, by.author, { users_source: null, curriculum: 'Follows the syllabus of 2024', accessibility_on: '2026-01-01' }))).toEqual([
      'curriculum_source claim', 'curriculum_on claim', 'accessibility claim', 'accessibility_source claim', 'users_source claim',
    ]);
    expect(codesOf(await describeIt(by.now, id, by.author, { users_on: '2026-03-03' }))).toEqual(['users_on claim_later']);
  });
  it.each([
    ['users', 'users_source = null'], ['users', 'users_on = null'], ['users', 'users = 0'], ['curriculum', "curriculum = 'x', curriculum_source = 'y'"], ['accessibility', "accessibility = 'WCAG 2.1 AA'"],
    ['accessibility_level', "accessibility = 'AAA', accessibility_source = 'x', accessibility_on = '2026-01-01'"],
  ])('is refused by the database too: %s by %s', async (constraint, change) => {
    const { id } = await broughtTo(by, 'described');
    await expect(past(`update platform_editions set ${change} where platform_id = '${id}'`)).rejects.toMatchObject({ constraint_name: `platform_editions_${constraint}` });
  });
});

describe('RE-2: confirmation', () => {
  it('is the coordinator’s of the country alone: not the secretariat’s, not a coordinator’s of another country', async () => {
    const { id } = await broughtTo(by, 'described');
    const elsewhere = await holder('country_coordinator', world.now, { country_iso2: 'JO' });
    for (const actor of [world.officer, world.lead, world.reviewer, elsewhere, await holder('focal_point', world.now, { country_iso2: 'KE' }), await holder('platform_admin', world.now)]) {
      expect(await allowed('confirm', actor, id)).toEqual({ allowed: false, reason: 'registries:reasons.coordinator_only' });
    }
    expect(await allowed('confirm', world.coordinator, id)).toEqual({ allowed: true });
  });
  it('is refused by the database where the confirmer does not coordinate the country at that instant', async () => {
    const { id } = await broughtTo(by, 'described');
    const confirming = (who: string, when: string) => past(`update platform_editions set status = 'country_confirmed', confirmed_by = '${who}', confirmed_at = '${when}' where platform_id = '${id}'`);
    await expect(confirming(world.officer.id, '2026-03-02T10:00Z')).rejects.toMatchObject({ constraint_name: 'platform_editions_coordinator_confirms' });
    await expect(confirming(world.coordinator.id, '2020-01-01T10:00Z')).rejects.toMatchObject({ constraint_name: 'platform_editions_coordinator_confirms' });
  });
});

describe('RE-4: nobody approves what they submitted', () => {
  it('a coordinator who described it does not confirm it, also when somebody else wrote last; one who only nominated it does', async () => {
    const { id } = valueOf(await nominate(by, world.coordinator));
    valueOf(await describeIt(by.now, id, by.coordinator));
    expect(await allowed('confirm', world.coordinator, id)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    valueOf(await describeIt(by.now, id, world.officer, { licence: null }));
    expect((await open(id))?.writers).toEqual([world.coordinator.id, world.officer.id]);
    expect(await allowed('confirm', world.coordinator, id)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    const pointed = valueOf(await nominate(by, world.coordinator)).id;
    valueOf(await describeIt(by.now, pointed, world.officer));
    valueOf(await confirm(by.now, pointed, world.coordinator));
    // Nor does an officer who wrote it publish it.
    valueOf(await review(by.now, pointed, world.reviewer));
    expect(await allowed('publish', world.officer, pointed)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(await allowed('publish', world.lead, pointed)).toEqual({ allowed: true });
  });
  it('one person takes one step', async () => {
    const many = await holder('reviewer', world.now, { coalition_id: world.coalition });
    await give(many.id, 'country_coordinator', world.now, { country_iso2: 'FJ' });
    await give(many.id, 'secretariat_officer', world.now, { coalition_id: world.coalition });
    const all = await personActor(many.id, world.now);
    const { id } = await broughtTo({ ...by, country: 'FJ', coordinator: all }, 'country_confirmed');
    expect(await allowed('review', { ...all, governments: [] }, id)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    valueOf(await review(by.now, id, by.reviewer));
    expect(await allowed('publish', all, id)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
  });
  it.each([
    ['another_confirms', 'country_confirmed', 'confirmed_by = writers[1]'], ['another_reviews', 'expert_reviewed', 'reviewed_by = writers[1]'], ['another_reviews', 'expert_reviewed', 'reviewed_by = confirmed_by'],
    ['another_publishes', 'expert_reviewed', "status = 'published', published_at = now(), published_by = writers[1]"], ['another_publishes', 'expert_reviewed', "status = 'published', published_at = now(), published_by = confirmed_by"],
    ['another_publishes', 'expert_reviewed', "status = 'published', published_at = now(), published_by = reviewed_by"],
  ] as const)('the database refuses %s of what is %s: %s', async (constraint, stage, change) => {
    const { id } = await broughtTo(by, stage);
    await expect(past(`update platform_editions set ${change} where platform_id = '${id}'`)).rejects.toMatchObject({ constraint_name: `platform_editions_${constraint}` });
  });
});

describe('RE-5: expert review', () => {
  it('is by a reviewer of the coalition without a tie to the country’s government, the owner or the operator', async () => {
    const { id } = await broughtTo(by, 'country_confirmed', { owner: 'harbour telecom group', operator: 'Open Shelf Alliance' });
    const tied = async (organisation_id: string) => personActor(await (async () => {
      const who = await person('Tied reviewer', world.now, { organisation_id });
      await give(who, 'reviewer', world.now, { coalition_id: world.coalition });
      return who;
    })(), world.now);
    for (const organisation of [world.organisation, world.other]) expect(await allowed('review', await tied(organisation), id)).toEqual({ allowed: false, reason: 'access:reasons.not_independent' });
    expect(await allowed('review', { ...world.reviewer, governments: ['KE'] }, id)).toEqual({ allowed: false, reason: 'access:reasons.not_independent' });
    expect(await allowed('review', world.lead, id)).toEqual({ allowed: false, reason: 'access:reasons.not_your_role' });
    expect(await allowed('review', world.reviewer, id)).toEqual({ allowed: true });
  });
  it('checks what is claimed, and nothing that is not', async () => {
    const { id } = await broughtTo(by, 'country_confirmed');
    expect(codesOf(await review(by.now, id, by.reviewer, ['accessibility']))).toEqual(['checked nothing_to_check']);
    valueOf(await review(by.now, id, by.reviewer, ['users', 'charter']));
  });
});

describe('RE-6: what is published', () => {
  it('changes by the next edition, and stays readable until that is published too', async () => {
    const { id, ref } = await broughtTo(by, 'published', { name: 'First name' });
    valueOf(await describeIt(by.now, id, world.coordinator, { name: 'Second name', cost: 'paid' }));
    expect(await findPlatform(anyone, ref, view())).toMatchObject({ name: 'First name', cost: 'free', number: 1 });
    expect(await findPlatform(anyone, ref, view(), 2)).toBeUndefined();
    expect((await findPlatform(anyone, ref, view()))?.editions).toHaveLength(1);
    expect(await findPlatform(world.officer, ref, view(), 2)).toMatchObject({ name: 'Second name', status: 'described' });
    expect((await listPlatforms(anyone, asking('q=second name'), view())).rows).toEqual([]);
    // Nor does the search find those who work on it a record by words that nobody reads yet.
    for (const viewer of [anyone, world.officer]) expect((await searchEverything(viewer, { filters: { q: ['Second name'], kind: ['platform'] }, sort: searchList.sort, after: null }, view())).count).toBe(0);
    const second = await holder('country_coordinator', world.now, { country_iso2: 'KE' });
    expect(await allowed('confirm', world.coordinator, id)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    valueOf(await confirm(by.now, id, second));
    valueOf(await review(by.now, id, by.reviewer));
    valueOf(await publish(by.now, id, by.desk));
    expect(await findPlatform(anyone, ref, view())).toMatchObject({ name: 'Second name', cost: 'paid', number: 2 });
    expect(await findPlatform(anyone, ref, view(), 1)).toMatchObject({ name: 'First name', edition: 2 });
    expect((await listPlatforms(anyone, asking('q=second name'), view())).rows.map((row) => row.ref)).toEqual([ref]);
  });
  it.each(["cost = 'paid'", "status = 'described'"])('is changed by nobody: %s', async (change) => {
    const { id } = await broughtTo(by, 'published');
    await expect(past(`update platform_editions set ${change} where platform_id = '${id}'`)).rejects.toMatchObject({ constraint_name: 'platform_editions_stay' });
    await expect(past(`update platform_texts set name = 'Other' where platform_id = '${id}'`)).rejects.toMatchObject({ constraint_name: 'platform_editions_stay' });
    await expect(past(`delete from platforms where id = '${id}'`)).rejects.toMatchObject({ constraint_name: 'platform_editions_stay' });
  });
  it('ends with a reason and stays readable; nothing more is done to it, and what was under way goes', async () => {
    const { id, ref } = await broughtTo(by, 'published');
    valueOf(await describeIt(by.now, id, by.author));
    valueOf(await discontinue(id));
    expect(await findPlatform(anyone, ref, view())).toMatchObject({ state: 'discontinued', discontinued_reason: 'The contract with its operator has ended.', editions: [{ number: 1 }] });
    for (const rule of ['describe', 'confirm', 'review', 'publish', 'return', 'discontinue', 'delete'] as const) expect(await allowed(rule, world.coordinator, id)).toMatchObject({ allowed: false });
    await expect(past(`update platforms set discontinued_reason = null where id = '${id}'`)).rejects.toMatchObject({ constraint_name: 'platforms_discontinued' });
  });
  it('was not: a nomination is deleted, and so is the next edition alone', async () => {
    const gone = valueOf(await nominate(by, by.author));
    valueOf(await deletePlatform(permit(platformPolicy.delete, by.author, await platformRef(gone.id)), at()));
    expect(await findPlatform(world.officer, gone.ref, view())).toBeUndefined();
    const { id, ref } = await broughtTo(by, 'published');
    valueOf(await describeIt(by.now, id, by.author));
    valueOf(await deletePlatform(permit(platformPolicy.delete, by.author, await platformRef(id)), at()));
    expect((await findPlatform(world.officer, ref, view()))?.editions).toHaveLength(1);
    expect(await allowed('delete', by.author, id)).toMatchObject({ allowed: false });
  });
});

describe('RE-7, RE-8, RE-9: what is said', () => {
  it('keeps not known apart from no', async () => {
    const { ref } = await broughtTo(by, 'published', { name: 'Not known at all', offline: null, zero_rated: false, learner_data: null });
    const found = async (query: string) => (await listPlatforms(anyone, asking(query), view())).rows.some((row) => row.ref === ref);
    expect([await found('offline=unknown'), await found('offline=no'), await found('zero_rated=no'), await found('zero_rated=unknown'), await found('learner_data=no')]).toEqual([true, false, true, false, false]);
  });
  it('says how data about learners are kept safe, or that there are none', async () => {
    const { id } = valueOf(await nominate(by, by.author));
    expect(codesOf(await describeIt(by.now, id, by.author, { learner_data: true }))).toEqual(['safeguard safeguard']);
    valueOf(await describeIt(by.now, id, by.author, { learner_data: true, safeguard: 'Kept at home, for the lesson alone.' }));
    await expect(past(`update platform_editions set safeguard = null where platform_id = '${id}'`)).rejects.toMatchObject({ constraint_name: 'platform_editions_safeguard' });
  });
  it('lets “none” stand alone among the stages at which teachers take part', async () => {
    const { id } = valueOf(await nominate(by, by.author));
    expect(codesOf(await describeIt(by.now, id, by.author, { teacher_stages: ['none', 'design'] }))).toEqual(['teacher_stages none_alone']);
    valueOf(await describeIt(by.now, id, by.author, { teacher_stages: ['none'] }));
    for (const stages of ["array['none', 'design']", 'array[]::text[]']) await expect(past(`update platform_editions set teacher_stages = ${stages} where platform_id = '${id}'`)).rejects.toMatchObject({ constraint_name: 'platform_editions_teachers' });
  });
  it.each([
    ['address', "address = 'http://plain.example'"], ['levels', "levels = array['9']"], ['languages', "languages = array['English']"], ['cost', "cost = 'unknown'"], ['charter', 'charter = array[4,0,0,0,0,0,0]'],
    ['charter', 'charter = array[1,2]'], ['checked', "checked = array['licence']"], ['described', 'owner = null'], ['described', "languages = '{}'"], ['confirmed', "status = 'country_confirmed'"],
    ['reviewed', 'reviewed_at = now()'], ['published', 'published_at = now()'], ['returned', "status = 'nominated', returned_reason = 'x'"],
  ])('the database keeps %s: %s', async (constraint, change) => {
    const { id } = await broughtTo(by, 'described');
    await expect(past(`update platform_editions set ${change} where platform_id = '${id}'`)).rejects.toMatchObject({ constraint_name: `platform_editions_${constraint}` });
  });
});

describe('two at a time', () => {
  it('nobody writes over what they have not seen', async () => {
    const { id } = await broughtTo(by, 'described');
    const seen = (await platformRef(id)).version;
    valueOf(await describeIt(by.now, id, world.officer, { licence: 'MIT' }, seen));
    expect(codesOf(await describeIt(by.now, id, by.author, {}, seen))).toEqual(['changed_meanwhile']);
  });
  it('of two who begin the next edition at once one does; a form sent twice acts once', async () => {
    const { id } = await broughtTo(by, 'published');
    const subject = await platformRef(id);
    const begin = (actor: PersonActor, submission?: string) => describePlatform(permit(platformPolicy.describe, actor, subject), { ...at(), submission }, subject.version, described());
    const both = await Promise.all([begin(world.officer), begin(world.lead)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const key = '019a0000-0000-7000-8000-000000000001';
    const again = await platformRef(id);
    const twice = () => describePlatform(permit(platformPolicy.describe, world.officer, again), { ...at(), submission: key }, again.version, described({ licence: 'Once' }));
    expect((await Promise.all([twice(), twice()])).every(({ ok }) => ok)).toBe(true);
    expect((await platformRef(id)).version).toBe(again.version + 1);
  });
  it('what was decided about one edition is not carried over to the next', async () => {
    const { id } = await broughtTo(by, 'expert_reviewed');
    const old = permit(platformPolicy.return, world.lead, await platformRef(id));
    valueOf(await publish(by.now, id, by.desk));
    valueOf(await describeIt(by.now, id, by.author));
    expect(codesOf(await returnPlatform(old, at(), { reason: 'Something is missing.' }))).toEqual(['changed_meanwhile']);
  });
});

it('what is returned goes the whole way again, once it was described again', async () => {
  const { id, ref } = await broughtTo(by, 'expert_reviewed');
  valueOf(await returnPlatform(permit(platformPolicy.return, world.lead, await platformRef(id)), at(), { reason: 'The levels are wrong.' }));
  expect(await findPlatform(by.author, ref, view())).toMatchObject({ status: 'described', returned_reason: 'The levels are wrong.', confirmed_on: null, reviewed_on: null, checked: [] });
  expect(await allowed('confirm', world.coordinator, id)).toMatchObject({ allowed: false, reason: 'access:reasons.not_now' });
  valueOf(await describeIt(by.now, id, by.author, { levels: ['3'] }));
  expect(await allowed('confirm', world.coordinator, id)).toEqual({ allowed: true });
});

it('translations are added to what is published, never in its own language', async () => {
  const { id, ref } = await broughtTo(by, 'published');
  const into = async (language: 'en' | 'fr') => translatePlatform(permit(platformPolicy.translate, by.author, await platformRef(id)), at(), 1, { language, name: 'École ouverte', description: 'Leçons du primaire.', origin: 'human' });
  expect(codesOf(await into('en'))).toEqual(['language authoritative_language']);
  valueOf(await into('fr'));
  expect(await findPlatform(anyone, ref, { ...view(), language: 'fr' })).toMatchObject({ name: 'École ouverte', name_language: 'fr' });
});

it('a list is filtered, sorted and cut into pages; its file holds the same', async () => {
  for (const [name, languages] of [['Aa of the list', ['pt']], ['Bb of the list', ['pt-BR', 'fr']], ['Cc of the list', ['es']]] as const) await broughtTo(by, 'published', { name, languages, levels: ['8'] });
  const state = asking('level=8&sort=name');
  const first = await listPlatforms(anyone, state, view(), 2);
  expect(first.rows.map(({ name }) => name)).toEqual(['Aa of the list', 'Bb of the list']);
  const second = await listPlatforms(anyone, { ...state, after: first.next }, view(), 2);
  expect([second.rows.map(({ name }) => name), second.next]).toEqual([['Cc of the list'], null]);
  expect((await listPlatforms(anyone, asking('level=8&language=pt'), view())).rows).toHaveLength(2);
  expect((await listPlatforms(anyone, asking('level=8&region=002&country=ke&cost=free'), view())).total.count).toBe(3);
  expect((await listPlatforms(anyone, asking('level=8&region=009'), view())).rows).toEqual([]);
  expect((await listPlatforms(anyone, asking('level=8&after=nonsense'), view())).rows).toHaveLength(3);
  const filed: string[] = [];
  for await (const row of allPlatforms(anyone, state, view())) filed.push(row.name);
  expect(filed).toEqual(['Aa of the list', 'Bb of the list', 'Cc of the list']);
  expect(await platformLanguages(anyone)).toContain('pt');
});

it('what waits is told to whose turn it is', async () => {
  const due = async (actor: PersonActor, ref: string) => (await duePlatforms(actor, view())).filter((one) => one.ref === ref).map(({ key }) => key.split(' ')[0]);
  const { id, ref } = valueOf(await nominate(by, by.author));
  expect([await due(world.coordinator, ref), await due(by.author, ref), await due(world.officer, ref)]).toEqual([['describe'], ['describe'], []]);
  valueOf(await describeIt(by.now, id, by.author));
  expect([await due(world.coordinator, ref), await due(by.author, ref), await due(world.officer, ref)]).toEqual([['confirm'], [], []]);
  valueOf(await confirm(by.now, id, by.coordinator));
  expect([await due(world.coordinator, ref), await due(world.reviewer, ref)]).toEqual([[], ['review']]);
  valueOf(await review(by.now, id, by.reviewer));
  expect([await due(world.reviewer, ref), await due(world.officer, ref)]).toEqual([[], ['publish']]);
  valueOf(await returnPlatform(permit(platformPolicy.return, world.officer, await platformRef(id)), at(), { reason: 'The levels are wrong.' }));
  expect([await due(by.author, ref), await due(world.officer, ref)]).toEqual([['mend'], []]);
});
