import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { readState } from '#app/table/state';
import { decisionList } from '#app/working-groups/decisions/list';
import { listDecisions } from '#app/working-groups/decisions/queries.server';
import { allItems, listItems, type CoveredItem } from '#app/working-groups/dimensions/items.server';
import { itemList } from '#app/working-groups/dimensions/list';
import { spelled } from '#app/working-groups/dimensions/model';
import { addDimension, changeDimension, type DimensionForm } from '#app/working-groups/dimensions/operations.server';
import { dimensionPolicy } from '#app/working-groups/dimensions/policy';
import { coverageOf, dimensionChoices, dimensionsOf, keptDimension } from '#app/working-groups/dimensions/queries.server';
import { addAgendaItem, adjournSession, cancelSession, charterGroup, editAgendaItem, recommend, recordDecision, reviseRecommendation, treatAgendaItem } from '#app/working-groups/operations.server';
import { proposalsFor } from '#app/working-groups/planning/queries.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { recommendationList } from '#app/working-groups/recommendations/list';
import { recommendationPolicy } from '#app/working-groups/recommendations/policy';
import { listRecommendations } from '#app/working-groups/recommendations/register.server';
import { charter, desk, item, itemsOf, meeting, minutesAfter, openGroup, planned, present, running, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
beforeAll(async () => { world = await openGroup(); });
afterAll(async () => { await world.close(); });

const at = () => ({ now: world.now });
const view = () => ({ language: 'en' as const, now: world.now });
const keep = () => permit(dimensionPolicy.keep, world.chair, world.group);
const form = (name: string, more: Partial<DimensionForm> = {}): DimensionForm => ({ names: name === '' ? [] : [{ language: 'en', name }], position: null, ended_on: null, ...more });
const codes = (result: Result<unknown>): unknown => (result.ok ? [] : result.problems.map(({ code, field }) => `${code.replace(/^.*:/, '')} ${field ?? ''}`));
const idOf = async (key: string) => (await keptDimension(keep(), key))?.id ?? '';
const versionOf = async (key: string) => (await keptDimension(keep(), key))?.version;

describe('dimensions of a group', () => {
  it('are named by whoever leads it, in at least one language, each once', async () => {
    expect(() => permit(dimensionPolicy.keep, world.stranger, world.group)).toThrow(Forbidden);
    expect(codes(await addDimension(keep(), at(), form('')))).toEqual(['dimensions.wrong.name names']);
    const submission = newId();
    for (const _ of [1, 2]) expect((await addDimension(keep(), { now: world.now, submission }, form('Tariffs'))).ok).toBe(true);
    valueOf(await addDimension(keep(), at(), form('Skills', { names: [{ language: 'fr', name: 'Compétences' }, { language: 'en', name: 'Skills' }] })));
    valueOf(await addDimension(keep(), at(), form('Devices', { position: 1 })));
    expect((await dimensionsOf(anyone, world.group.id, { language: 'fr', now: world.now })).map(({ key, name, language }) => [key, name, language])).toEqual([['devices', 'Devices', 'en'], ['tariffs', 'Tariffs', 'en'], ['skills', 'Compétences', 'fr']]);
  });

  it('change their names, not their key; of two at once one is told to look again', async () => {
    const [id, version] = [await idOf('devices'), await versionOf('devices')];
    const results = await Promise.all(['Computers', 'Laptops'].map((name) => changeDimension(keep(), at(), id, { ...form(name, { position: 3 }), version })));
    expect(results.map(codes).toSorted()).toEqual([[], ['problems.changed_meanwhile ']]);
    expect(['Computers', 'Laptops']).toContain((await dimensionsOf(anyone, world.group.id, view())).find(({ key }) => key === 'devices')?.name);
  });

  it('an item and a recommendation take one of their own group that has not ended', async () => {
    const other = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: world.group.coalition_id }), at(), { ...charter, texts: { en: { name: 'Another group', mandate: null } } }));
    const foreign = valueOf(await addDimension(permit(dimensionPolicy.keep, world.officer, { id: other.id, coalition_id: world.group.coalition_id }), at(), form('Foreign'))).id;
    const { id } = await planned(world);
    const [first] = await itemsOf(id);
    const add = async (dimension_id: string | null) => addAgendaItem(permit(sessionPolicy.edit, world.chair, await sessionRef(id)), at(), item('Added at the desk', { dimension_id }));
    expect(codes(await add(foreign))).toEqual(['errors.choose dimension_id']);
    valueOf(await add(await idOf('tariffs')));
    expect((await itemsOf(id)).at(-1)?.dimension_id).toBe(await idOf('tariffs'));
    const edit = async (dimension_id: string | null, version: number) => editAgendaItem(permit(sessionPolicy.edit, world.chair, await sessionRef(id)), at(), first?.id ?? '', { title: 'Opening', kind: 'discussion', minutes: 20, presenter: null, section: null, presenter_id: null, dimension_id, version });
    expect(codes(await edit(foreign, 1))).toEqual(['errors.choose dimension_id']);
    await expect(database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('agenda_items').set({ dimension_id: foreign }).where('id', '=', first?.id ?? '').execute();
    })).rejects.toThrow('a dimension of another group');
    const ended = valueOf(await addDimension(keep(), at(), form('Old', { ended_on: '2026-03-01' }))).id;
    expect(codes(await edit(ended, 1))).toEqual(['errors.choose dimension_id']);
    expect((await edit(await idOf('tariffs'), 1)).ok).toBe(true);
    // What it has may stay after its end.
    valueOf(await changeDimension(keep(), at(), await idOf('tariffs'), { ...form('Tariffs', { ended_on: '2026-03-01', position: 2 }), version: await versionOf('tariffs') }));
    expect((await edit(await idOf('tariffs'), 2)).ok).toBe(true);
    valueOf(await changeDimension(keep(), at(), await idOf('tariffs'), { ...form('Tariffs', { position: 2 }), version: await versionOf('tariffs') }));
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(id)), at(), 'Not needed.'));
  });
});

test('registers name them with their groups, and what was given to none once for each', async () => {
  const offered = await dimensionChoices(anyone, view(), 'Not given');
  expect(offered.filter(({ value }) => value.startsWith(`${world.group.ref}.`)).map(({ value, label }) => [value.replace(/^.*\./, ''), label])).toContainEqual(['tariffs', expect.stringMatching(/^Data for learning: /)]);
  expect(offered.filter(({ value }) => value === `${world.group.ref}.none`)).toEqual([{ value: `${world.group.ref}.none`, label: 'Data for learning: Not given' }]);
});

describe('their coverage', () => {
  const seen = async (viewer = world.chair) => new Map((await coverageOf(viewer, world.group.id, view())).map(({ dimension, ...counts }) => [dimension?.key ?? 'none', counts]));
  const state = <Spec extends Parameters<typeof readState>[0]>(spec: Spec, filters: Record<string, string>) => readState(spec, new URLSearchParams(filters));

  it('counts minutes, sessions, decisions and recommendations, each once, and what was given to none', async () => {
    const [tariffs, skills] = [await idOf('tariffs'), await idOf('skills')];
    const agenda = [item('Templates', { minutes: 30, dimension_id: tariffs }), item('Teachers', { minutes: 25, dimension_id: skills }), item('Words', { minutes: null, dimension_id: tariffs }), item('Off', { minutes: 90, dimension_id: tariffs }), item('Closing', { minutes: 5 })];
    const session = await started(world, meeting({ agenda }));
    await present(world, session, world.seats);
    const [templates, teachers, , off] = await itemsOf(session.id);
    const run = await running(world, session.id);
    valueOf(await treatAgendaItem(run, { now: session.now }, templates?.id ?? '', 'treated', null));
    valueOf(await treatAgendaItem(run, { now: session.now }, off?.id ?? '', 'withdrawn', null));
    const decide = async (agenda_item_id: string | null) => valueOf(await recordDecision(run, { now: minutesAfter(session.now, 1) }, { agenda_item_id, text: 'Agreed', rule: 'consensus', votes: [], dissent: null }));
    const decision = await decide(templates?.id ?? null);
    await decide(null);
    const asked = { title: 'Publish tariffs', text: 'As a table.', status: 'draft' as const, decisions: [decision.id], nodes: [] };
    const made = valueOf(await recommend(permit(groupPolicy.recommend, world.chair, world.group), at(), { ...asked, dimension_id: tariffs }));
    valueOf(await recommend(permit(groupPolicy.recommend, world.chair, world.group), at(), { ...asked, status: 'final' }));
    const counts = await seen();
    expect(counts.get('tariffs')).toEqual({ items: 2, untimed: 1, planned: 30, treated: 30, sessions: 1, of: 1, decisions: 1, recommendations: 1 });
    expect(counts.get('skills')).toEqual({ items: 1, untimed: 0, planned: 25, treated: 0, sessions: 1, of: 1, decisions: 0, recommendations: 0 });
    expect(counts.get('devices')).toEqual({ items: 0, untimed: 0, planned: 0, treated: 0, sessions: 0, of: 1, decisions: 0, recommendations: 0 });
    expect(counts.get('none')).toEqual({ items: 1, untimed: 0, planned: 5, treated: 0, sessions: 1, of: 1, decisions: 1, recommendations: 1 });
    // Whoever is outside is not told what happened, nor of drafts.
    const outside = await seen(world.stranger);
    expect(outside.get('tariffs')).toEqual({ items: 3, untimed: 1, planned: 120, treated: 0, sessions: 1, of: 1, decisions: 0, recommendations: 0 });
    expect(outside.get('none')?.recommendations).toBe(1);

    valueOf(await reviseRecommendation(permit(recommendationPolicy.edit, world.chair, { id: made.id, status: 'draft', working_group_id: world.group.id, coalition_id: world.group.coalition_id }), at(), 1, { title: asked.title, text: asked.text, dimension_id: skills }));
    expect((await seen()).get('skills')?.recommendations).toBe(1);
    // What is deferred keeps its dimension on the next agenda.
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id)), { now: minutesAfter(session.now, 60) }, null));
    expect((await proposalsFor(world.chair, world.group, view())).find(({ item: one }) => one.title === teachers?.title)?.item.dimension_id).toBe(skills);
  });

  it('every number is the number of its rows', async () => {
    for (const viewer of [world.chair, world.stranger, anyone] as const) {
      for (const { dimension, items, decisions, recommendations, planned: minutes } of await coverageOf(viewer, world.group.id, view())) {
        const key = dimension?.key ?? 'none';
        const page = await listItems(viewer, world.group.id, state(itemList, { dimension: key }) as never, view());
        const filed: CoveredItem[] = [];
        for await (const row of allItems(viewer, world.group.id, state(itemList, { dimension: key }) as never, view())) filed.push(row);
        expect(filed, key).toEqual(page.rows);
        expect(filed.every((row) => row.dimension_key === (dimension?.key ?? null))).toBe(true);
        expect([page.total.count, page.rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0)], key).toEqual([items, minutes]);
        const spelling = { group: world.group.ref, dimension: spelled(world.group.ref, dimension?.key) };
        expect((await listDecisions(viewer, state(decisionList, spelling) as never, view())).total.count, key).toBe(decisions);
        expect((await listRecommendations(viewer, state(recommendationList, spelling) as never, view())).total.count, key).toBe(recommendations);
      }
    }
  });
});
