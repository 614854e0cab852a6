import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { cellsFor } from '#app/frameworks/coverage/cells.server';
import { everything } from '#app/frameworks/coverage/model';
import { countPromises, linesByCountry } from '#app/frameworks/coverage/queries.server';
import { carriedTo } from '#app/frameworks/crosswalk/carried.server';
import { clausesOf, findVersion } from '#app/frameworks/queries.server';
import { clausePage } from '#app/frameworks/clauses/page.server';
import { findCommitment } from '#app/commitments/record/queries.server';
import { countGroups, countStandings, latestUpdates, sumMoney } from '#app/site/home/queries.server';
import { findWalk } from '#app/site/home/walk.server';
import { valueOf } from './accounts-world';
import { brought, draft, openCommitments, refOf, type CommitmentsWorld } from './commitments-world';

const now = new Date('2026-03-02T09:00:00Z');
const view = { language: 'en', now } as const;
let world: CommitmentsWorld;
const refs: Record<string, string> = {};

beforeAll(async () => {
  world = await openCommitments(now);
  const open = (form: Parameters<typeof draft>[1]) => draft(world, form).then((ref) => brought(world, ref, 'published'));
  const two = [{ country_iso2: 'KE', share: '60' }, { country_iso2: 'JO', share: '40' }];
  refs['open'] = await open({ form: { title: 'Lanterns for night schools' } });
  refs['shared'] = await open({ form: { title: 'Lanterns across borders', nodes: world.nodes.slice(1, 3), countries: two, beneficiaries: ['rural_remote', 'girls_women'] } });
  refs['near'] = await open({ form: { title: 'Lanterns nearby', countries: [{ country_iso2: 'KE', share: '50' }, { country_iso2: 'UG', share: '50' }], beneficiaries: [] } });
  refs['members'] = await open({ form: { title: 'Lanterns among members', visibility: 'members' } });
  refs['embargoed'] = await open({ form: { title: 'Lanterns later', embargo_until: '2026-06-01T00:00:00Z' } });
  refs['draft'] = await draft(world, { form: { title: 'Lanterns in a drawer' } });
  refs['gone'] = await open({ form: { title: 'Lanterns no more' } });
  valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(refs['gone'])), { now }, 'The money was not granted.'));
});
afterAll(() => world.close());

describe('the home page', () => {
  it('counts what everybody may read; withdrawn promises do not count', async () => {
    expect(await countStandings(anyone, view)).toEqual({ total: 3, by: { on_track: 3 }, updated: 0, leads: 1, reporting: 0, checked: 0, rungs: {} });
    expect(await countPromises(anyone, view)).toBe(3);
    expect((await countStandings(world.stranger, view)).total).toBe(4);
  });
  it('counts groups once for each promise that names them', async () => {
    const counts = await countGroups(anyone, view);
    expect(counts.map(({ code, first, later }) => [code, first + later]).toSorted()).toEqual([['girls_women', 1], ['rural_remote', 2]]);
  });
  it('walks the promise that is linked best, and says what is missing', async () => {
    const walk = await findWalk(anyone, view);
    expect(walk).toMatchObject({ clause: { code: expect.stringMatching(/^P1\./) }, endorsement: null, origin: null, update: null, figure: null });
    expect(await findCommitment(anyone, walk?.ref ?? '', view)).toBeDefined();
    expect(await latestUpdates(anyone, view)).toEqual([]);
    expect((await sumMoney(anyone, view)).total.pledges).toBe(0);
  });
});

describe('coverage', () => {
  const cellsBy = async (kind: 'region' | 'beneficiary') => {
    const clauses = await clausesOf(anyone, (await findVersion(anyone, 'CONNDECL', view))?.id ?? '', view);
    const codes = new Map([...clauses.map(({ id, code }): [string, string] => [id, code]), [everything, 'any']]);
    const cells = await cellsFor(anyone, { scopes: [...codes.keys()], kinds: [kind, 'all'] }, view);
    return Object.fromEntries(cells.map(({ scope, key, commitments }) => [`${codes.get(scope) ?? ''} ${key || 'all'}`, commitments]));
  };
  it('by region puts a promise under each of its regions, and once into totals and principles', async () => {
    expect(await cellsBy('region')).toEqual({
      'P1 002': 3, 'P1 142': 1, 'P1 all': 3, 'P1.1 002': 3, 'P1.1 142': 1, 'P1.1 all': 3, 'P1.2 002': 1, 'P1.2 142': 1, 'P1.2 all': 1, 'any 002': 3, 'any 142': 1, 'any all': 3,
    });
  });
  it('by group keeps promises without a group in the totals', async () => {
    expect(await cellsBy('beneficiary')).toMatchObject({ 'P1.1 rural_remote': 2, 'P1.1 girls_women': 1, 'P1.1 all': 3, 'P1.2 rural_remote': 1, 'P1.2 girls_women': 1, 'P1.2 all': 1, 'any rural_remote': 2, 'any girls_women': 1, 'any all': 3 });
  });
  it('by country counts lines, of all there are', async () => {
    const { lines, covered } = await linesByCountry(anyone, 'CONNDECL', view);
    expect([lines, Object.fromEntries(covered)]).toEqual([2, { KE: 2, JO: 2, UG: 1 }]);
    expect(await linesByCountry(anyone, 'NOWHERE', view)).toEqual({ lines: 0, covered: new Map() });
  });
  it('of a principle counts each promise under it once', async () => {
    const version = await findVersion(anyone, 'CONNDECL', view);
    expect((await clausesOf(anyone, version?.id ?? '', view)).map(({ code, commitments }) => [code, commitments])).toEqual([['P1', 3], ['P1.1', 3], ['P1.2', 1]]);
    expect(await carriedTo(anyone, version?.id ?? '', view)).toEqual([]);
    const page = await clausePage(anyone, 'P1', view);
    expect(page).toMatchObject({ promises: { count: 3, kept: 3 }, signatures: { countries: 0, organisations: 0, reserved: [] }, clause: { lines: [{ code: 'P1.1' }, { code: 'P1.2' }] } });
    expect(page?.regions.find(({ m49 }) => m49 === '002')).toMatchObject({ of: 54, covered: 2 });
    expect(await clausePage(anyone, 'P9', view)).toBeUndefined();
  });
});
