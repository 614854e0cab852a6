import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { dueExchange, dueInCountry } from '#app/countries/due.server';
import { planOf } from '#app/countries/plan/queries.server';
import { profilePdf } from '#app/countries/profile/pdf.server';
import { roomOf } from '#app/countries/room/record.server';
import { mapNodes } from '#app/frameworks/crosswalk/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { direction, type Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { brought, draft } from './commitments-world';
import { pledge, terms } from './financing-world';
import { accept, asked, offer, openRequests, write, type RequestsWorld } from './requests-world';

let world: RequestsWorld;
beforeAll(async () => {
  world = await openRequests();
});
afterAll(() => world.close());

const view = (language: Language = 'en') => ({ language, now: world.now }) as const;
const kenya = { organisation_id: null, country_iso2: 'KE' };
const mali = { organisation_id: null, country_iso2: 'ML' };

describe('PL-1: the plan of a country by pillar', () => {
  it('holds nothing where nothing is promised, and says so', async () => {
    const plan = await planOf(anyone, 'KE', view());
    expect(plan.pillars).toMatchObject([{ code: 'SP1', by: 0, beside: 0, pledges: 0, open: 0 }]);
  });
  it('puts a commitment under the pillar that its clause contributes to, with the country’s share of its money', async () => {
    const [, line = ''] = world.nodes;
    valueOf(await mapNodes(permit(frameworkPolicy.map, world.officer, { from_node_id: line }), { now: world.now }, { to_node_id: world.pillar, relation: 'contributes', reason: 'Both name it.' }));
    const ref = await brought(world, await draft(world), 'published');
    const { id } = await database().selectFrom('commitments').select('id').where('ref', '=', ref).executeTakeFirstOrThrow();
    const place = { coalition_id: world.coalition, provider_organisation_id: world.other, provider_country_iso2: null, commitment_id: id };
    await pledge(place, { amount: '1000', recipients: [{ party: kenya, share: '60' }, { party: mali, share: '40' }] });
    await pledge(place, { ...terms(), kind: 'guarantee', amount: '5000', recipients: [{ party: kenya, share: '100' }] });
    const plan = await planOf(anyone, 'KE', view());
    expect(plan.pillars).toMatchObject([{ code: 'SP1', by: 0, beside: 1, pledges: 1, converted: 1, pledged: '600' }]);
    expect(plan.together).toMatchObject({ beside: 1, pledged: '600' });
    expect((await planOf(anyone, 'ML', view())).pillars).toMatchObject([{ by: 0, beside: 0, pledged: '400' }]);
  });
  it('counts a commitment once, whatever number of ways lead to the pillar', async () => {
    await brought(world, await draft(world, { form: { nodes: [world.nodes[1] ?? '', world.pillar] } }), 'published');
    expect((await planOf(anyone, 'KE', view())).pillars).toMatchObject([{ beside: 2 }]);
  });
  it('counts what is asked for, and what nobody has offered on', async () => {
    await asked(world);
    await offer(world, await asked(world));
    valueOf(await accept(world, valueOf(await offer(world, await asked(world))).id));
    expect((await planOf(anyone, 'KE', view())).pillars).toMatchObject([{ open: 2, unanswered: 1 }]);
  });
});

describe('the room of a country', () => {
  it('tells the coordinator what waits, and the provider what was accepted', async () => {
    const { ref } = valueOf(await write(world, { title: 'A need in the making' }));
    const room = await roomOf(world.coordinator, 'KE', view());
    expect(room?.requests.rows.map((row) => row.ref)).toContain(ref);
    expect(room?.waiting.rows).toHaveLength(1);
    const due = (await dueExchange(world.coordinator, view())).map(({ key }) => key.split(' ')[0]);
    expect(due.toSorted()).toEqual(['answer', 'publish']);
    expect((await dueInCountry('KE', view())).length).toBe(2);
    expect((await dueExchange(world.focal, view())).map(({ key }) => key.split(' ')[0])).toEqual(['convert']);
    expect(await dueExchange(world.officer, view())).toEqual([]);
  });
});

describe('the profile of a country', () => {
  const where = { address: 'https://portal.example/en/countries/KE', demo: false };

  it.each(['en', 'ar', 'zh'] as const)('is a tagged PDF in %s, with a heading for each part', async (language) => {
    const bytes = (await profilePdf('KE', view(language), where)) ?? new Uint8Array();
    const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await pdf.getViewerPreferences()).toMatchObject({ Direction: direction(language) === 'rtl' ? 'R2L' : 'L2R' });
    expect((await pdf.getOutline()).map(({ title }) => title.slice(0, 1))).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(await profilePdf('KE', view(language), where)).toBe(await profilePdf('KE', view(language), where));
  });
  it('tells nobody of a draft, and is of no country that is not there', async () => {
    const pdf = await getDocument({ data: Uint8Array.from((await profilePdf('KE', view(), where)) ?? []), verbosity: 0 }).promise;
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
    expect(pages.join(' ')).toContain('Solar power for 60 schools');
    expect(pages.join(' ')).not.toContain('A need in the making');
    expect(await profilePdf('XX', view(), where)).toBeUndefined();
  });
});
