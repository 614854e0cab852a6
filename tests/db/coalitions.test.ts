import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import type { CoalitionForm } from '#app/coalitions/operations.server';
import { formCoalition, setCoalitionStatus, updateCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { coalitionIdsAbove, coalitionsServedBy, findCoalition, freeSlug, listCoalitions, nationalCoalition } from '#app/coalitions/queries.server';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { database } from '#app/platform/database.server';
import { holder, openWorld, place, story, valueOf } from './accounts-world';

let world: Awaited<ReturnType<typeof openWorld>>;
const now = new Date('2026-03-02T09:00:00Z');
const view = { language: 'en' as const, now };

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.truncate());
afterAll(() => world.close());

const texts = (name: string): CoalitionForm['texts'] => ({ en: { name, mandate: `What ${name} is for` } });
const form = (slug: string, parent_id: string | null, more: Partial<CoalitionForm> = {}, actor: Actor = story) =>
  formCoalition(permit(coalitionPolicy.form, actor, { parent_id }), { now }, { slug, kind: 'thematic', country_iso2: null, texts: texts(slug), ...more });
const national = (slug: string, parent_id: string | null, country_iso2: string | null = 'KE') => form(slug, parent_id, { kind: 'national', country_iso2 });
const made = async (...args: Parameters<typeof form>): Promise<string> => valueOf(await form(...args)).id;
const row = (id: string) => database().selectFrom('coalitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const move = async (id: string, parent_id: string | null, actor: Actor = story) => {
  const before = await row(id);
  return updateCoalition(permit(coalitionPolicy.edit, actor, before), { now }, before.version, { language: 'en', name: 'Moved', mandate: null, parent_id });
};

describe('CA-1: one national coalition of a country under one parent', () => {
  test('a second one is refused in words, also when both are formed at once', async () => {
    const global = await made('global', null, { kind: 'global' });
    const answers = await Promise.all([national('ke', global), national('kenya', global)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'coalitions:problems.one_national', field: 'country_iso2' }] });
  });

  test('another country, another parent, or a closed one before do not count', async () => {
    const global = await made('global', null, { kind: 'global' });
    const theme = await made('theme', global);
    const first = valueOf(await national('ke', global)).id;
    expect((await national('mw', global, 'MW')).ok).toBe(true);
    expect((await national('ke-theme', theme)).ok).toBe(true);
    valueOf(await setCoalitionStatus(permit(coalitionPolicy.edit, story, await row(first)), { now }, 'closed'));
    expect((await national('ke-2', global)).ok).toBe(true);
  });

  test('a national coalition has a country and a parent, and no other kind has a country', async () => {
    const global = await made('global', null, { kind: 'global' });
    expect(await national('ke', global, null)).toMatchObject({ problems: [{ code: 'coalitions:problems.country_of_national' }] });
    expect(await form('theme', global, { country_iso2: 'KE' })).toMatchObject({ problems: [{ code: 'coalitions:problems.country_of_national' }] });
    expect(await national('ke', null)).toMatchObject({ problems: [{ code: 'coalitions:problems.parent_of_national' }] });
  });
});

describe('CA-2: no coalition stands above itself', () => {
  test('not at once, and not through others', async () => {
    const top = await made('top', null);
    const middle = await made('middle', top);
    const low = await made('low', middle);
    expect(await move(top, top)).toMatchObject({ problems: [{ code: 'coalitions:problems.no_cycle', field: 'parent_id' }] });
    expect(await move(top, low)).toMatchObject({ problems: [{ code: 'coalitions:problems.no_cycle', field: 'parent_id' }] });
    expect((await move(low, top)).ok).toBe(true);
  });

  test('two that are moved under each other at once do not close the circle', async () => {
    const top = await made('top', null);
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await made(`one-${round}`, top), await made(`other-${round}`, top)];
      const answers = await Promise.all([move(one, other), move(other, one)]);
      expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    }
  });
});

describe('CA-3: what is under a coalition is counted once', () => {
  test('a member of two coalitions is one member of what is above both', async () => {
    const global = await made('global', null, { kind: 'global' });
    const kenya = valueOf(await national('ke', global)).id;
    const malawi = valueOf(await national('mw', global, 'MW')).id;
    const organisation_id = await place('organisation', 'Open Shelf Alliance');
    for (const coalition_id of [kenya, malawi]) valueOf(await admitMember(permit(membershipPolicy.admit, story, { coalition_id, organisation_id }), { now }, { category: 'full', joined_on: '2026-01-01' }));
    const found = await findCoalition(anyone, 'global', view);
    expect(found).toMatchObject({ members: 0, all_members: 1 });
    expect(found?.below.map(({ slug, members }) => [slug, members])).toEqual([['ke', 1], ['mw', 1]]);
  });
});

describe('states, texts and who may', () => {
  test('a state follows from the one before, and a closed coalition stays closed', async () => {
    const id = await made('global', null);
    const set = async (status: 'active' | 'dormant' | 'closed') => setCoalitionStatus(permit(coalitionPolicy.edit, story, await row(id)), { now }, status);
    expect(await set('dormant')).toMatchObject({ problems: [{ code: 'coalitions:problems.not_from_here' }] });
    expect((await set('active')).ok).toBe(true);
    expect((await set('closed')).ok).toBe(true);
    expect(await set('active')).toMatchObject({ problems: [{ code: 'coalitions:problems.not_from_here' }] });
  });

  test('texts are kept by language, and a text that somebody else changed meanwhile is not overwritten', async () => {
    const id = await made('global', null);
    const version = (await row(id)).version;
    const granted = permit(coalitionPolicy.edit, story, await row(id));
    valueOf(await updateCoalition(granted, { now }, version, { language: 'fr', name: 'Coalition mondiale', mandate: null, parent_id: null }));
    expect(await updateCoalition(granted, { now }, version, { language: 'fr', name: 'Autre', mandate: null, parent_id: null })).toMatchObject({ problems: [{ code: 'form:problems.changed_meanwhile' }] });
    expect(await findCoalition(anyone, 'global', { ...view, language: 'fr' })).toMatchObject({ name: 'Coalition mondiale', text_language: 'fr' });
    expect(await findCoalition(anyone, 'global', { ...view, language: 'ar' })).toMatchObject({ name: 'global', text_language: 'en' });
  });

  test('an address belongs to one coalition, and a free one is found', async () => {
    const global = await made('ke', null);
    expect(await form('ke', global)).toMatchObject({ problems: [{ code: 'coalitions:problems.slug_taken' }] });
    expect(await freeSlug('ke')).toBe('ke-2');
    expect(await freeSlug('mw')).toBe('mw');
  });

  test('the secretariat of the parent forms, and moves only under what it serves', async () => {
    const [one, other] = [await made('one', null), await made('other', null)];
    const officer = await holder('secretariat_officer', now, { coalition_id: one });
    const child = await made('child', one, {}, officer);
    expect(() => permit(coalitionPolicy.form, officer, { parent_id: other })).toThrow(Forbidden);
    await expect(move(child, other, officer)).rejects.toBeInstanceOf(Forbidden);
    const coordinator = await holder('country_coordinator', now, { country_iso2: 'KE' });
    const kenya = valueOf(await national('ke', one)).id;
    valueOf(await setCoalitionStatus(permit(coalitionPolicy.edit, coordinator, await row(kenya)), { now }, 'active'));
    expect(await nationalCoalition(anyone, 'KE', view)).toMatchObject({ slug: 'ke', status: 'active', country: 'Kenya' });
    expect((await coalitionsServedBy(officer, view)).map(({ slug }) => slug).toSorted()).toEqual(['child', 'ke', 'one']);
    expect((await coalitionIdsAbove(kenya)).toSorted()).toEqual([one, kenya].toSorted());
    expect((await listCoalitions(anyone, view)).map(({ slug }) => slug)).toEqual(['one', 'other', 'child', 'ke']);
  });
});
