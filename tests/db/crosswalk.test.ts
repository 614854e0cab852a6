import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments, tallyCommitments } from '#app/commitments/list/queries.server';
import { withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { pledgeList } from '#app/financing/pledges/list';
import { listPledges } from '#app/financing/pledges/queries.server';
import { carriedTo } from '#app/frameworks/crosswalk/carried.server';
import { crosswalkFileColumns } from '#app/frameworks/crosswalk/columns';
import { crosswalkList, carriedHref, carriedMoneyHref } from '#app/frameworks/crosswalk/list';
import type { Through } from '#app/frameworks/crosswalk/model';
import { changeMapping, endMapping, mapNodes } from '#app/frameworks/crosswalk/operations.server';
import { crosswalkPage } from '#app/frameworks/crosswalk/page.server';
import { mappingPolicy } from '#app/frameworks/crosswalk/policy';
import { crosswalkOf, findMapping } from '#app/frameworks/crosswalk/queries.server';
import { mappingTrail } from '#app/frameworks/crosswalk/trail';
import type { Relation } from '#app/frameworks/model';
import { frameworkPolicy } from '#app/frameworks/policy';
import { startDraft, publishVersion } from '#app/frameworks/versions/operations.server';
import { historyFor } from '#app/records/history/queries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { readState } from '#app/table/state';
import { otherDesk, valueOf } from './accounts-world';
import { brought, draft, openCommitments, refOf, type CommitmentsWorld } from './commitments-world';
import { pledge, record } from './financing-world';
import { clause, drafted, nodeOf, published, refusalOf } from './frameworks-world';

const now = new Date('2026-03-02T09:00:00Z');
const view = { language: 'en', now } as const;
let world: CommitmentsWorld;
let goals: string;
let declaration: string;
const nodes: Record<string, string> = {};
const refs: Record<string, string> = {};

beforeAll(async () => {
  world = await openCommitments(now);
  goals = await published(now, 'GOALS', [clause('G1', [clause('G1.1'), clause('G1.2')]), clause('G2')]);
  declaration = (await database().selectFrom('framework_nodes').select('version_id').where('id', '=', world.nodes[0] ?? '').executeTakeFirstOrThrow()).version_id;
  for (const [version, codes] of [[declaration, ['P1', 'P1.1', 'P1.2']], [goals, ['G1', 'G1.1', 'G1.2', 'G2']]] as const) for (const code of codes) nodes[code] = await nodeOf(version, code);
  const [, first = '', second = ''] = world.nodes;
  const promises = { one: { nodes: [first] }, both: { nodes: [first, second] }, members: { nodes: [first], visibility: 'members' }, private: { nodes: [second], visibility: 'private' } } as const;
  for (const [name, form] of Object.entries(promises)) refs[name] = await brought(world, await draft(world, { form: { ...form, title: `Promise ${name}` } }), 'published');
  for (const [name, amount, more] of [['one', '1000', {}], ['both', '200', {}], ['both', '5', { visibility: 'private' }], ['both', '900', { kind: 'guarantee' }], ['private', '30', {}]] as const) {
    const { id: commitment_id } = await refOf(refs[name] ?? '');
    const id = await pledge({ coalition_id: world.coalition, provider_organisation_id: world.organisation, provider_country_iso2: null, commitment_id }, { amount, ...more });
    if (amount === '200') { valueOf(await record(id, '2', '150')); valueOf(await record(id, '3', '100')); }
  }
});
afterAll(() => world.close());

const map = (from: string, to: string, relation: Relation, actor: Actor = world.officer, submission?: string) =>
  mapNodes(permit(frameworkPolicy.map, actor, { from_node_id: nodes[from] ?? from }), { now, submission }, { to_node_id: nodes[to] ?? to, relation, reason: `${from} and ${to} meet.` });
const mapping = async (id: string) => (await findMapping(world.officer, id, view))!;
const change = async (id: string, relation: Relation, reason = 'Read again.', seen?: number) => changeMapping(permit(mappingPolicy.change, world.officer, await mapping(id)), { now }, seen, { relation, reason });
const end = async (id: string, seen?: number) => endMapping(permit(mappingPolicy.end, world.officer, await mapping(id)), { now }, seen, 'The two texts drifted apart.');
const codesOf = (result: { ok: boolean; problems?: readonly { code: string; field?: string }[] }) => (result.ok ? [] : (result.problems ?? []).map(({ code, field }) => `${field ?? ''} ${code}`.trim()));

/** What is carried to a clause of the goals, by relation: commitments, and what is pledged and disbursed for them. */
async function carried(code: string, viewer: Actor = anyone, version = goals): Promise<Record<string, (string | number)[]>> {
  const rows = (await carriedTo(viewer, version, view)).filter(({ node_id }) => node_id === nodes[code]);
  return Object.fromEntries(rows.map((one) => [one.relation, [one.commitments, one.pledged, one.disbursed]]));
}
const askedFor = (href: string) => new URL(href, 'http://x').searchParams;
const listed = async (through: Through, viewer: Actor = anyone) => {
  const state = readState(commitmentList, askedFor(carriedHref(through, 'en')));
  const [{ rows }, { count }] = [await listCommitments(viewer, state, view), await tallyCommitments(viewer, state.filters, view)];
  expect(rows.length).toBe(count);
  return rows.map(({ ref }) => Object.keys(refs).find((name) => refs[name] === ref)).toSorted();
};

describe('CW-1 a mapping', () => {
  it('is drawn by those who keep texts, between clauses of two versions that are there', async () => {
    for (const actor of [world.focal, world.coordinator, world.reviewer, world.auditor, anyone]) expect(() => permit(frameworkPolicy.map, actor, { from_node_id: nodes['P1.1'] ?? '' })).toThrow(Forbidden);
    expect(codesOf(await map('P1.1', 'P1.2', 'related'))).toEqual(['to_node_id frameworks:problems.same_version']);
    expect(codesOf(await map('P1.1', newId(), 'related'))).toEqual(['to_node_id frameworks:problems.no_such_clause']);
    expect(codesOf(await map(newId(), 'G2', 'related'))).toEqual(['from_node_id frameworks:problems.no_such_clause']);
  });
  it('joins two clauses once, whichever way, also of two editors at once; a form that is sent twice draws one', async () => {
    const key = newId();
    const [first, again] = [valueOf(await map('P1.1', 'G2', 'related', world.officer, key)), valueOf(await map('P1.1', 'G2', 'related', world.officer, key))];
    expect(again).toEqual(first);
    expect(codesOf(await map('G2', 'P1.1', 'contributes'))).toEqual(['to_node_id frameworks:problems.mapped_already']);
    const both = await Promise.all([map('P1.2', 'G2', 'related'), map('G2', 'P1.2', 'equivalent', world.lead)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of await crosswalkOf(anyone, goals, view)) expect(one).toMatchObject({ node_id: nodes['G2'], framework: 'CONNDECL' });
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update node_mappings set ended_at = ${now}, end_reason = 'Only for a test.'`.execute(tx);
    });
  });
});

describe('CW-2 the secretariat’s reading', () => {
  let id = '';
  it('changes with a reason under published texts; of two editors the second sees that it has changed', async () => {
    ({ id } = valueOf(await map('P1.1', 'G2', 'related')));
    const { version } = await mapping(id);
    valueOf(await change(id, 'contributes', 'It serves the goal.', version));
    expect(codesOf(await change(id, 'equivalent', 'It is the goal.', version))).toEqual(['form:problems.changed_meanwhile']);
    expect(await mapping(id)).toMatchObject({ relation: 'contributes', reason: 'It serves the goal.', version: version + 1 });
  });
  it('ends with a reason, stays readable as it ended, and can be drawn anew', async () => {
    const granted = permit(mappingPolicy.change, world.officer, await mapping(id));
    valueOf(await end(id));
    expect(await mapping(id)).toMatchObject({ ended: true, ended_on: '2026-03-02', end_reason: 'The two texts drifted apart.' });
    expect(() => permit(mappingPolicy.end, world.officer, { id, ended: true })).toThrow(expect.objectContaining({ reason: 'access:reasons.not_now' }));
    // Decided again on the locked row.
    await expect(changeMapping(granted, { now }, undefined, { relation: 'related', reason: 'Late.' })).rejects.toThrow(Forbidden);
    valueOf(await end(valueOf(await map('P1.1', 'G2', 'equivalent')).id));
  });
  it('keeps what was said before in its history, for those who keep texts and for auditors', async () => {
    const trail = (viewer: Actor) => historyFor(mappingPolicy.history, viewer, { id }, 'node_mappings', mappingTrail);
    expect((await trail(world.auditor))?.map(({ rule, changes }) => [rule, changes.map(({ field, before, after }) => [field.split('.')[1], before, after])])).toEqual([
      ['mapping:end', [['end_reason', null, 'The two texts drifted apart.']]],
      ['mapping:change', [['relation', 'related', 'contributes'], ['reason', 'P1.1 and G2 meet.', 'It serves the goal.']]],
      ['framework:map', [['relation', null, 'related'], ['reason', null, 'P1.1 and G2 meet.']]],
    ]);
    expect(await trail(world.focal)).toBeUndefined();
  });
  it.each([
    ['another clause', (one: string) => `update node_mappings set to_node_id = '${nodes['G1.1']}' where id = '${one}'`],
    ['a life after its end', (one: string) => `update node_mappings set ended_at = null, end_reason = null where id = '${one}'`],
    ['a deletion', (one: string) => `delete from node_mappings where id = '${one}'`],
  ])('in the database: not by %s', async (_, statement) => {
    expect(await refusalOf(world.ownerUrl, statement(id))).toBe('node_mappings_stay');
  });
  it('goes where one clause is of a draft, which nobody else sees meanwhile; FR-2: until then that clause cannot', async () => {
    const version = await drafted(now, 'SKETCH', [clause('S1')]);
    const sketch = await nodeOf(version, 'S1');
    const { id: drawn } = valueOf(await map('P1.1', sketch, 'contributes'));
    expect(await findMapping(world.auditor, drawn, view)).toBeUndefined();
    expect(await refusalOf(world.ownerUrl, `delete from framework_node_texts where node_id = '${sketch}'; delete from framework_nodes where id = '${sketch}'`)).toBe('node_mappings_to');
    const page = async (viewer: Actor) => crosswalkPage(viewer, readState(crosswalkList, new URLSearchParams('from=SKETCH.1')), view);
    expect((await page(world.officer))?.sides[0]?.rows[0]?.carried.contributes).toMatchObject({ commitments: 3 });
    expect(await page(anyone)).toBeUndefined();
    expect(await listed({ version: 'SKETCH.1', code: 'S1', relation: 'contributes' })).toEqual([]);
    valueOf(await end(drawn));
    expect(await findMapping(world.officer, drawn, view)).toBeUndefined();
    expect(await refusalOf(world.ownerUrl, `delete from framework_node_texts where node_id = '${sketch}'; delete from framework_nodes where id = '${sketch}'`)).toBeUndefined();
  });
});

describe('CW-3 what is carried across', () => {
  const drawn: Record<string, string> = {};
  it('counts each promise once in a relation, whatever number of mappings brings it, and apart from other relations', async () => {
    for (const [from, to, relation] of [['P1.1', 'G1.1', 'contributes'], ['P1.2', 'G1.1', 'contributes'], ['P1', 'G1.1', 'related'], ['P1.2', 'G1.2', 'equivalent']] as const) drawn[`${from} ${to}`] = valueOf(await map(from, to, relation)).id;
    // Guarantees are no part of a total; what the viewer may not read is in none.
    expect(await carried('G1.1')).toEqual({ contributes: [2, '1200', '100'], related: [2, '1200', '100'] });
    expect(await carried('G1.2')).toEqual({ equivalent: [1, '200', '100'] });
    expect(await carried('G2')).toEqual({});
  });
  it('is as much as the viewer may read', async () => {
    expect(await carried('G1.1', world.stranger)).toMatchObject({ contributes: [3, '1200', '100'] });
    expect(await carried('G1.1', world.focal)).toMatchObject({ contributes: [4, '1235', '100'] });
    expect(await carried('G1.1', world.officer)).toMatchObject({ contributes: [4, '1235', '100'] });
  });
  it('opens the lists of exactly its records', async () => {
    const through = { version: 'GOALS', code: 'G1.1', relation: 'contributes' } as const;
    expect(await listed(through)).toEqual(['both', 'one']);
    expect(await listed({ ...through, other: 'CONNDECL.1' }, world.officer)).toEqual(['both', 'members', 'one', 'private']);
    expect(await listed({ ...through, other: 'GOALS' })).toEqual([]);
    for (const [viewer, amounts] of [[anyone, ['1000', '200']], [world.officer, ['1000', '200', '30', '5']]] as const) {
      const { rows } = await listPledges(viewer, readState(pledgeList, askedFor(carriedMoneyHref(through, 'en'))), view);
      expect(rows.map(({ ladder }) => ladder.announced).toSorted()).toEqual(amounts);
    }
    for (const text of ['', 'x', 'GOALS:G1.1:opposes', "GOALS:G1.1:related:'"]) expect((await tallyCommitments(anyone, { through: [text] }, view)).count).toBe(0);
  });
  it('goes one way where a clause contributes, and both ways otherwise', async () => {
    expect([await carried('P1.1', anyone, declaration), await carried('P1.2', anyone, declaration), await carried('P1', anyone, declaration)]).toEqual([{}, { equivalent: [0, '0', '0'] }, { related: [0, '0', '0'] }]);
    refs['goal'] = await brought(world, await draft(world, { form: { nodes: [nodes['P1.1'] ?? '', nodes['G1.1'] ?? ''], title: 'Promise goal' } }), 'published');
    expect(await carried('P1', anyone, declaration)).toEqual({ related: [1, '0', '0'] });
    expect(await carried('P1.1', anyone, declaration)).toEqual({});
    expect(await listed({ version: 'CONNDECL', code: 'P1', relation: 'related' })).toEqual(['goal']);
  });
  it('carries what stands under a mapped clause, and nothing that was withdrawn', async () => {
    expect(await carried('G1.1')).toMatchObject({ related: [3, '1200', '100'] });
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.officer, await refOf(refs['goal'] ?? '')), { now }, 'It will not be done.'));
    expect(await carried('G1.1')).toMatchObject({ related: [2, '1200', '100'], contributes: [2, '1200', '100'] });
  });
  it('ends with its mapping, and follows a relation that is changed', async () => {
    valueOf(await end(drawn['P1.1 G1.1'] ?? ''));
    expect(await carried('G1.1')).toMatchObject({ contributes: [1, '200', '100'], related: [2, '1200', '100'] });
    valueOf(await change(drawn['P1.2 G1.1'] ?? '', 'related'));
    expect(await carried('G1.1')).toEqual({ related: [2, '1200', '100'] });
    expect(await listed({ version: 'GOALS', code: 'G1.1', relation: 'contributes' })).toEqual([]);
  });
});

describe('the page of a pair', () => {
  const page = async (query: string, viewer: Actor = anyone) => crosswalkPage(viewer, readState(crosswalkList, new URLSearchParams(query)), view);
  const shown = async (query: string) => (await page(query))?.sides.map(({ rows }) => rows.map(({ clause: { code } }) => code));

  it('shows both directions in the order of the texts, by relation, and what is not mapped', async () => {
    expect(await shown('from=GOALS&to=CONNDECL')).toEqual([['G1', 'G1.1', 'G1.2', 'G2'], ['P1', 'P1.1', 'P1.2']]);
    expect(await shown('from=GOALS.1&relation=equivalent')).toEqual([['G1.2'], ['P1.2']]);
    expect(await shown('from=GOALS&clauses=unmapped')).toEqual([['G1', 'G2'], ['P1.1']]);
    expect(await shown('from=GOALS&clauses=unmapped&relation=related')).toEqual([['G1', 'G1.2', 'G2'], ['P1.1']]);
    expect((await page('to=GOALS'))?.from).toMatchObject({ framework: 'CONNDECL' });
    expect((await page('from=GOALS'))?.mappings.map(({ ended }) => ended)).toEqual([false, false, false, true, true, true, true, true]);
  });
  it('says that a version was chosen twice, and knows no other', async () => {
    expect((await page('from=GOALS&to=GOALS.1'))?.sides).toEqual([]);
    for (const query of ['from=NOWHERE', 'from=GOALS.2', 'to=%27']) expect(await page(query)).toBeUndefined();
  });
  it('has the same rows as a file, each relation in columns of its own', async () => {
    const rows = (await page('from=GOALS&clauses=mapped'))?.sides.flatMap((side) => side.rows) ?? [];
    expect(rows.map((row) => crosswalkFileColumns.slice(0, 12).map(({ value }) => value(row)))).toEqual([
      ['GOALS.1', 'G1.1', 'Clause G1.1 (en)', 'CONNDECL.1', 0, null, null, null, null, null, null, null],
      ['GOALS.1', 'G1.2', 'Clause G1.2 (en)', 'CONNDECL.1', 0, 'P1.2', 1, '200', '150', '100', null, null],
      ['CONNDECL.1', 'P1', 'Clause P1', 'GOALS.1', 2, null, null, null, null, null, null, null],
      ['CONNDECL.1', 'P1.2', 'Clause P1.2', 'GOALS.1', 1, 'G1.2', 0, '0', '0', '0', null, null],
    ]);
  });
});

describe('the next version of a text', () => {
  it('takes over live mappings with their reasons, and none that have ended', async () => {
    const { id } = valueOf(await startDraft(permit(frameworkPolicy.draft, world.officer, { code: 'GOALS' }), { now }, 'copy'));
    valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id, status: 'draft', edited_by: world.officer.id }), { now }));
    const crossings = await crosswalkOf(anyone, id, view);
    expect(crossings.map(({ code, relation }) => [code, relation])).toEqual([['P1', 'related'], ['P1.2', 'related'], ['P1.2', 'equivalent']]);
    const taken = (await crosswalkPage(anyone, readState(crosswalkList, new URLSearchParams('from=GOALS.2&relation=equivalent')), view))?.mappings;
    expect(taken).toMatchObject([{ reason: 'P1.2 and G1.2 meet.', ended: false }]);
  });
});
