import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { hrefOfView, listAt, queryOf, viewsHere } from '#app/open-data/views.server';
import { mostViews } from '#app/records/views/model';
import { removeView, saveView } from '#app/records/views/operations.server';
import { viewPolicy } from '#app/records/views/policy';
import { findView, viewsOf } from '#app/records/views/queries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { openWorld, person, valueOf } from './accounts-world';

const now = new Date('2026-03-02T09:00:00Z');
let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('knows the list of an address, and spells what it asks for as the list does', () => {
  expect([listAt('/fr/commitments'), listAt('/en/financing/pledges'), listAt('/commitments/desk'), listAt('/en/commitments/CMT-2026-0001'), listAt('/en/commitments/goals'), listAt('/my')]).toEqual(['commitments', 'pledges', 'commitment-desk', undefined, undefined, undefined]);
  expect(queryOf('commitments', '?sort=due&after=x&password=1&health=at_risk&country=KE')).toBe('country=KE&health=at_risk');
  expect(queryOf('commitments', 'sort=-updated&q=%00')).toBe('sort=-updated');
  for (const list of ['commitment-goals', 'people', '__proto__', '']) expect(queryOf(list, 'q=x')).toBeUndefined();
  expect(hrefOfView({ list: 'pledges', query: 'status=firm' }, 'ar')).toBe('/ar/financing/pledges?status=firm');
  expect(hrefOfView({ list: 'commitment-desk', query: '' }, 'ar')).toBe('/commitments/desk');
});

it('keeps the views of each person apart, one of a name for each list, and forgets what is deleted', async () => {
  const [one, other] = [await personActor(await person('One', now), now), await personActor(await person('Other', now), now)];
  const keep = (who = one, name = 'Mine', list = 'commitments', submission = newId()) => saveView(permit(viewPolicy.save, who, { person_id: who.id }), { now, submission }, { list, name, query: 'country=KE' });
  const { id } = valueOf(await keep());
  valueOf(await keep(one, 'Mine', 'members'));
  valueOf(await keep(other));
  expect(await keep()).toMatchObject({ ok: false, problems: [{ code: 'records:problems.view_name_taken', field: 'name' }] });
  const key = newId();
  expect(valueOf(await keep(one, 'Twice', 'commitments', key))).toEqual(valueOf(await keep(one, 'Twice', 'commitments', key)));
  expect((await viewsOf(one)).map(({ list, name }) => `${list} ${name}`)).toEqual(['commitments Mine', 'commitments Twice', 'members Mine']);
  expect(await findView(other, id)).toBeUndefined();
  expect(await findView(one, 'x')).toBeUndefined();
  expect(await viewsHere(one, new URL('http://x/fr/commitments?country=UG&after=1'), 'fr')).toMatchObject({ list: 'commitments', query: 'country=UG', views: [{ name: 'Mine', href: '/fr/commitments?country=KE' }, { name: 'Twice' }] });
  expect(await viewsHere(anyone, new URL('http://x/fr/commitments'), 'fr')).toBeUndefined();
  expect(() => permit(viewPolicy.remove, other, { id, person_id: one.id })).toThrow();
  valueOf(await removeView(permit(viewPolicy.remove, other, { id, person_id: other.id }), { now }));
  expect(await findView(one, id)).toBeDefined();
  valueOf(await removeView(permit(viewPolicy.remove, one, { id, person_id: one.id }), { now }));
  expect(await findView(one, id)).toBeUndefined();
  expect((await database().selectFrom('audit_log').select('action').where('table_name', '=', 'saved_views').where('record_id', '=', id).orderBy('id').execute()).map(({ action }) => action)).toEqual(['insert', 'delete']);
});

it('keeps no more than it says', async () => {
  const many = await personActor(await person('Many', now), now);
  const keep = (number: number) => saveView(permit(viewPolicy.save, many, { person_id: many.id }), { now }, { list: 'members', name: String(number), query: '' });
  for (let number = 0; number < mostViews; number += 1) valueOf(await keep(number));
  expect(await keep(mostViews)).toMatchObject({ ok: false, problems: [{ code: 'records:problems.views_full' }] });
});
