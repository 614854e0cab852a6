import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { countryFileColumns } from '#app/countries/columns';
import { byRegion, countryList } from '#app/countries/model';
import { findCountry, listCountries } from '#app/countries/queries.server';
import { countryPage } from '#app/countries/record.server';
import { organisationPage } from '#app/members/organisations/record/page.server';
import { accountOf, unserved } from '#app/members/trail/model';
import { trailOf } from '#app/members/trail/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { story, valueOf } from './accounts-world';
import { brought, draft, openCommitments, type CommitmentsWorld } from './commitments-world';

let world: CommitmentsWorld;
let ref: string;
const at = (now: Date) => ({ language: 'en' as const, now });
const filters = (query: string) => readState(countryList, new URLSearchParams(query)).filters;

beforeAll(async () => {
  world = await openCommitments();
  ref = await brought(world, await draft(world), 'published');
  await brought(world, await draft(world, { form: { title: 'Only for members', visibility: 'members' } }), 'published');
  await draft(world, { form: { title: 'Still a draft' } });
});
afterAll(() => world.close());

test('no country disappears: all 249 stand in the list, each in one region', async () => {
  const rows = await listCountries(anyone, {}, at(world.now));
  expect(rows).toHaveLength(249);
  expect(byRegion(rows, 'en').reduce((sum, { countries }) => sum + countries.length, 0)).toBe(249);
  expect(byRegion(rows, 'en').at(-1)).toMatchObject({ key: '', countries: [{ iso2: 'AQ' }] });
  expect(rows.filter(({ commitments }) => commitments > 0)).toMatchObject([{ iso2: 'KE', commitments: 1, pledged_usd: '0', disbursed_usd: '0', pledges: 0 }]);
});

test('what is not public is not counted for the public, and is for the secretariat', async () => {
  const kenya = async (viewer: Parameters<typeof listCountries>[0]) => (await listCountries(viewer, filters('region=002'), at(world.now))).find(({ iso2 }) => iso2 === 'KE');
  expect(await kenya(anyone)).toMatchObject({ commitments: 1, on_track: 1 });
  expect(await kenya(world.officer)).toMatchObject({ commitments: 2 });
});

test('groups are those of the day: Nepal is a least developed country until its graduation', async () => {
  const isLdc = async (day: string) => (await listCountries(anyone, filters('group=LDC'), at(new Date(`${day}T12:00:00Z`)))).some(({ iso2 }) => iso2 === 'NP');
  expect(await isLdc('2026-11-23')).toBe(true);
  expect(await isLdc('2026-11-24')).toBe(false);
  expect((await findCountry(anyone, 'NP', at(new Date('2026-11-24T12:00:00Z'))))?.groups.map(({ code }) => code)).toEqual(['LLDC']);
});

test('filters leave what they name, names are in the reader’s language, and the file keeps its first columns', async () => {
  const rows = await listCountries(anyone, filters('region=009&group=SIDS'), { language: 'ar', now: world.now });
  expect(rows.every(({ region_m49, groups }) => region_m49 === '009' && groups.includes('SIDS'))).toBe(true);
  expect(rows.map(({ name }) => name).join()).toMatch(/\p{Script=Arabic}/u);
  expect(await listCountries(anyone, filters('region=nowhere'), at(world.now))).toEqual([]);
  expect(countryFileColumns.map(({ header }) => header).slice(0, 8)).toEqual(['iso2', 'name', 'region', 'groups', 'commitments', 'on_track', 'pledged_usd', 'disbursed_usd']);
});

test('the page of a country holds the chain with its gaps', async () => {
  const page = await countryPage(anyone, 'KE', at(world.now));
  expect(page?.trail.by.count).toBe(0);
  expect(page?.trail.beside).toMatchObject({ count: 1, rows: [{ ref, title: 'Connect 140 schools', lead: 'Harbour Telecom Group' }] });
  expect(page?.trail.clauses).toMatchObject([{ code: 'P1.1', by: 0, beside: 1 }, { code: 'P1.2', by: 0, beside: 0 }]);
  expect(unserved(page?.trail.clauses ?? []).map(({ code }) => code)).toEqual(['P1.2']);
  expect(page?.trail).toMatchObject({ endorsements: [], decisions: [], updates: [], figures: [], declaration: { number: 1, working: true, endorsed: false } });
  expect(page?.coalition).toBeUndefined();
  expect(await countryPage(anyone, 'XX', at(world.now))).toBeUndefined();
});

test('the page of an organisation shows what it leads, and its promises are counted by how they stand', async () => {
  const { ref: name } = await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow();
  const page = await organisationPage(anyone, name, at(world.now));
  expect(page?.trail.by).toMatchObject({ count: 1, updated: 0, standings: { on_track: 1 } });
  expect(page?.trail.beside.count).toBe(0);
  expect(page?.may).toEqual({ edit: false, admit: false, handOver: false, revoke: [], acts: {} });
  expect((await organisationPage(world.officer, name, at(world.now)))?.may).toMatchObject({ edit: true, admit: true });
  const later = await trailOf(anyone, { kind: 'organisation', ids: [world.organisation] }, at(new Date('2028-03-02T09:00:00Z')));
  expect(accountOf(later.by)).toMatchObject({ on_track: 0, stale: 1 });
});

test('a national coalition stands on the page of its country', async () => {
  const granted = permit(coalitionPolicy.form, story, { parent_id: world.coalition });
  valueOf(await formCoalition(granted, { now: world.now }, { slug: 'ke', kind: 'national', country_iso2: 'KE', texts: { en: { name: 'Kenya Coalition', mandate: null } } }));
  expect((await countryPage(anyone, 'KE', at(world.now)))?.coalition).toMatchObject({ slug: 'ke', name: 'Kenya Coalition' });
});
