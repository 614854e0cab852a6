import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { addEvidence, withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { translateCommitment } from '#app/commitments/translations/operations.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { searchList, type SearchState } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { valueOf } from './accounts-world';
import { brought, draft, refOf } from './commitments-world';
import { pledge } from './financing-world';
import { asked, offer, openRequests, write, type RequestsWorld } from './requests-world';
import { sql } from 'kysely';

const now = new Date('2026-03-02T09:00:00Z');
let world: RequestsWorld;
const refs: Record<string, string> = {};

beforeAll(async () => {
  world = await openRequests(now);
  const open = (form: Parameters<typeof draft>[1]) => draft(world, form).then((ref) => brought(world, ref, 'published'));
  refs['open'] = await open({ form: { title: 'Lanterns for night schools' } });
  refs['shared'] = await open({ form: { title: 'Lanterns across borders', countries: [{ country_iso2: 'KE', share: '60' }, { country_iso2: 'JO', share: '40' }] } });
  refs['members'] = await open({ form: { title: 'Lanterns among members', visibility: 'members', countries: [{ country_iso2: 'FR', share: null }] } });
  refs['embargoed'] = await open({ form: { title: 'Lanterns later', embargo_until: '2026-06-01T00:00:00Z', countries: [{ country_iso2: 'ES', share: null }] } });
  refs['draft'] = await draft(world, { form: { title: 'Lanterns in a drawer', countries: [{ country_iso2: 'PT', share: null }] } });
  refs['gone'] = await open({ form: { title: 'Lanterns no more' } });
  valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(refs['gone'])), { now }, 'No funds'));
  const translate = async (language: Language, title: string) => valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(refs['open'] ?? '')), { now }, undefined, language, { title, action: title, problem: null, origin: 'human' }));
  await translate('ar', 'فَوانيسُ للمدارسِ الليليّة');
  await translate('zh', '夜校灯笼项目');
  await translate('fr', 'Lanternes pour écoles du soir');
  for (const name of ['open', 'members', 'embargoed']) valueOf(await addEvidence(permit(commitmentPolicy.addEvidence, world.focal, await refOf(refs[name] ?? '')), { now }, { title: `Census of lanterns, ${name}`, url: 'https://example.org/census', file: null, language: 'en' }));
  await pledge({ coalition_id: world.coalition, provider_organisation_id: world.organisation, provider_country_iso2: null, commitment_id: null }, { title: 'Money for lanterns', recipients: [{ party: { organisation_id: null, country_iso2: 'KE' }, share: '100' }] });
  const wanted = await asked(world, { title: 'Lanterns wanted' });
  await offer(world, wanted, { form: { title: 'Lanterns to give' } });
  await write(world, { title: 'Lanterns wanted in secret' });
});
afterAll(() => world.close());

const search = (viewer: Actor, q: string, more: SearchState['filters'] = {}, { language = 'en' as Language, at = now, after = null as string | null } = {}) =>
  searchEverything(viewer, { filters: { q: [q], ...more }, sort: searchList.sort, after }, { language, now: at });
const found = async (viewer: Actor, q: string, more: SearchState['filters'] = {}) => (await search(viewer, q, more)).rows.map(({ kind, ref }) => `${kind} ${ref}`);
const commitments = async (viewer: Actor, q: string) => (await search(viewer, q, { kind: ['commitment'] })).rows.map(({ ref }) => ref).toSorted();
const named = (...names: string[]) => names.map((name) => refs[name] ?? '').toSorted();
const counts = async (viewer: Actor, facet: string, more: SearchState['filters'] = {}) =>
  Object.fromEntries((await search(viewer, 'lanterns', more)).facets.filter((one) => one.facet === facet).map(({ value, count }) => [value, count]));

describe('SI-4 the search', () => {
  it.each([
    ['anyone', () => anyone, ['open', 'shared', 'gone'], { KE: 5, JO: 1 }],
    ['somebody inside', () => world.stranger, ['open', 'shared', 'gone', 'members'], { KE: 5, JO: 1, FR: 2 }],
    ['its own people', () => world.focal, ['open', 'shared', 'gone', 'members', 'embargoed', 'draft'], { KE: 5, JO: 1, FR: 2, ES: 2, PT: 1 }],
    ['the secretariat', () => world.officer, ['open', 'shared', 'gone', 'members', 'embargoed', 'draft'], { KE: 5, JO: 1, FR: 2, ES: 2, PT: 1 }],
  ])('shows %s what they may read, in hits, counts and every facet', async (_, viewer, seen, expected) => {
    expect(await commitments(viewer(), 'lanterns')).toEqual(named(...seen));
    const mine = await counts(viewer(), 'country');
    // The country's own draft of a request is its secretariat's too.
    expect({ ...mine, KE: 0 }).toEqual({ ...expected, KE: 0 });
    expect((await counts(viewer(), 'kind'))['commitment']).toBe(seen.length);
    for (const hidden of ['members', 'embargoed', 'draft'].filter((name) => !seen.includes(name))) expect(await found(viewer(), refs[hidden] ?? '')).toEqual([]);
  });
  it('knows no more of requests, offers, pledges and evidence than their pages', async () => {
    expect(await counts(anyone, 'kind')).toEqual({ commitment: 3, evidence: 1, pledge: 1, request: 1, offer: 1 });
    expect(await counts(world.stranger, 'kind')).toMatchObject({ evidence: 2, request: 1 });
    expect(await counts(world.focal, 'kind')).toMatchObject({ evidence: 3, request: 1 });
    expect(await counts(world.coordinator, 'kind')).toMatchObject({ request: 2 });
    expect(await counts(anyone, 'status', { kind: ['commitment'] })).toEqual({ on_track: 2, withdrawn: 1 });
    expect(await counts(world.focal, 'status', { kind: ['commitment'] })).toEqual({ on_track: 4, withdrawn: 1, draft: 1 });
  });
  it('opens an embargo at its instant', async () => {
    expect((await search(anyone, 'lanterns later')).count).toBe(0);
    expect((await search(anyone, 'lanterns later', {}, { at: new Date('2026-06-01T00:00:00Z') })).rows.map(({ ref }) => ref)).toEqual([refs['embargoed']]);
  });
  it('finds words in every language, with and without their marks, and says in which', async () => {
    for (const q of ['فوانيس', 'فَوانيسُ', '灯笼', '夜校 项目', 'ecoles', 'ÉCOLES']) expect([q, await found(anyone, q)]).toEqual([q, [`commitment ${refs['open'] ?? ''}`]]);
    expect((await search(anyone, 'فوانيس')).rows).toMatchObject([{ title: 'Lanterns for night schools', language: 'en', languages: ['ar'] }]);
    expect((await search(anyone, 'فوانيس', {}, { language: 'ar' })).rows).toMatchObject([{ title: 'فَوانيسُ للمدارسِ الليليّة', language: 'ar', languages: ['ar'] }]);
    expect(await counts(anyone, 'language', { kind: ['commitment'] })).toEqual({ en: 3 });
    expect(await found(anyone, 'Ouganda')).toEqual(['country UG']);
  });
  it('asks for all words, and finds a reference however it is spelled', async () => {
    expect(await commitments(anyone, 'lanterns night')).toEqual(named('open'));
    expect(await found(anyone, (refs['open'] ?? '').toLowerCase())).toContain(`commitment ${refs['open'] ?? ''}`);
    expect(await found(anyone, 'P1.2')).toEqual(['clause CONNDECL P1.2']);
    expect(await found(anyone, 'harbour')).toContain('member ORG-0001');
  });
  it('counts a facet within all others that are set, and leaves what they leave', async () => {
    expect(await counts(anyone, 'country', { kind: ['commitment'] })).toEqual({ KE: 3, JO: 1 });
    expect(await counts(anyone, 'kind', { country: ['jo'] })).toEqual({ commitment: 1 });
    expect(await found(anyone, 'lanterns', { country: ['JO'], year: ['2026'], language: ['en'] })).toEqual([`commitment ${refs['shared'] ?? ''}`]);
    expect(await found(anyone, 'lanterns', { year: ['1999'] })).toEqual([]);
  });
  it('turns the pages of one kind without losing or repeating one, the latest first', async () => {
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`insert into organisations (id, ref, name, type_missing) select gen_random_uuid(), 'ORG-9' || lpad(n::text, 3, '0'), 'Firefly number ' || n, 'not asked' from generate_series(1, 60) n`.execute(tx);
    });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(anyone, 'firefly', { kind: ['member'] }, { after });
      expect([page.count, page.rows.length <= 25]).toEqual([60, true]);
      seen.push(...page.rows.map(({ ref }) => ref));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => `ORG-9${String(at + 1).padStart(3, '0')}`));
    expect((await search(anyone, 'firefly')).rows).toHaveLength(5);
    expect((await search(anyone, 'firefly', { kind: ['member'] }, { after: 'x~y' })).rows[0]?.ref).toBe('ORG-9001');
  });
  it('takes any question as words', async () => {
    for (const hostile of ["'; drop table commitments; --", '%', '\\', '{}', '(((', 'a'.repeat(200), '\u202e']) await expect(search(anyone, hostile, { kind: ['x'], year: ["'"], language: ['{'], status: ['\\'] })).resolves.toBeDefined();
  });
});
