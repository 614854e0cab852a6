import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { allCommitments } from '#app/commitments/list/export.server';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments, tallyCommitments } from '#app/commitments/list/queries.server';
import { createDraft, saveWhat } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { findCommitment } from '#app/commitments/record/queries.server';
import { pledgeList } from '#app/financing/pledges/list';
import { findPledge, listPledges } from '#app/financing/pledges/queries.server';
import { exportLists } from '#app/open-data/exports/lists.server';
import { searchList, type SearchState } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { database } from '#app/platform/database.server';
import { bytesOf } from '#app/table/files/answer.server';
import { readState } from '#app/table/state';
import { commitmentsAnswering } from '#app/working-groups/answers/queries.server';
import { decisionList } from '#app/working-groups/decisions/list';
import { findDecision, listDecisions } from '#app/working-groups/decisions/queries.server';
import { publishSession } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { sessionList } from '#app/working-groups/sessions/list';
import { findSession, listSessions } from '#app/working-groups/sessions/queries.server';
import { cellsOf } from '#tests/harness/source-files';
import { holder, minutesAfter, person, valueOf } from './accounts-world';
import { refOf, what } from './commitments-world';
import { held, holderOf, openVisibility, promised, readerWith, recordKinds, type Reader, type RecordKind, type Sample, type VisibilityWorld } from './visibility-world';
import { heldSession, sessionRef } from './working-groups-world';

let world: VisibilityWorld;
const view = () => ({ language: 'en', now: world.now }) as const;
const asked = new URLSearchParams();

/** What is expected, said without SQL. */
function sees(reader: Reader | 'public', { kind, side, shade }: Sample): boolean {
  if (reader === 'public') return shade === 'public';
  const here = (reach: 'all' | 'own' | undefined) => reach === 'all' || (reach === 'own' && side === 'own');
  if (here(reader.serves) || shade === 'public' || shade === 'members') return true;
  if (reader.leads === true && side === 'own' && (kind === 'commitment' || kind === 'pledge')) return true;
  if (reader.inRoom === true && side === 'own' && (kind === 'session' || kind === 'decision')) return true;
  return shade === 'coalition' && here(reader.belongs);
}
/** Every way to a record of a kind: what each gives to a viewer, as references, or how many. */
const refs = (rows: readonly { readonly ref: string }[]) => rows.map((row) => row.ref).toSorted();
async function found(viewer: Actor, kind: RecordKind): Promise<{ readonly listed: string[]; readonly counted: number }> {
  switch (kind) {
    case 'commitment': return { listed: refs((await listCommitments(viewer, readState(commitmentList, asked), view())).rows), counted: (await tallyCommitments(viewer, {}, view())).count };
    case 'pledge': return ((page) => ({ listed: refs(page.rows), counted: page.total.count }))(await listPledges(viewer, readState(pledgeList, asked), view()));
    case 'session': return ((page) => ({ listed: refs(page.rows), counted: page.total.count }))(await listSessions(viewer, readState(sessionList, asked), view()));
    case 'decision': return ((page) => ({ listed: refs(page.rows), counted: page.total.count }))(await listDecisions(viewer, readState(decisionList, asked), view()));
  }
}
const details: Readonly<Record<RecordKind, (viewer: Actor, ref: string) => Promise<unknown>>> = {
  commitment: (viewer, ref) => findCommitment(viewer, ref, view()), pledge: (viewer, ref) => findPledge(viewer, ref, view()),
  session: (viewer, ref) => findSession(viewer, ref, view()), decision: (viewer, ref) => findDecision(viewer, ref, view()),
};
async function csv(viewer: Actor, kind: RecordKind): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  for await (const bytes of bytesOf(exportLists[`${kind}s`].open(viewer, asked, view()), 'csv')) chunks.push(bytes);
  return Buffer.concat(chunks).toString().split('\r\n').slice(1, -1).map((line) => cellsOf(line)[0] ?? '').toSorted();
}

const searchFor = (viewer: Actor, filters: SearchState['filters']) => searchEverything(viewer, { filters: { q: ['sample'], ...filters }, sort: searchList.sort, after: null }, view());

async function expectSeen(viewer: Actor, reader: Reader | 'public'): Promise<void> {
  const overview = await searchFor(viewer, {});
  for (const kind of recordKinds) {
    const all = world.records.filter((one) => one.kind === kind);
    const due = refs(all.filter((one) => sees(reader, one)));
    const { listed, counted } = await found(viewer, kind);
    expect({ kind, listed, counted }).toEqual({ kind, listed: due, counted: due.length });
    expect({ kind, csv: await csv(viewer, kind) }).toEqual({ kind, csv: due });
    // Neither hits nor counts nor facets tell of anything else.
    const { rows, count, facets } = await searchFor(viewer, { kind: [kind] });
    const total = (facet: string) => facets.filter((one) => one.facet === facet).reduce((sum, one) => sum + one.count, 0);
    expect({ kind, hits: refs(rows), count, facet: overview.facets.find((one) => one.facet === 'kind' && one.value === kind)?.count ?? 0 }).toEqual({ kind, hits: due, count: due.length, facet: due.length });
    expect({ kind, years: total('year'), statuses: total('status'), languages: total('language') }).toEqual({ kind, years: due.length, statuses: due.length, languages: kind === 'commitment' ? due.length : 0 });
    expect(overview.rows.filter((row) => row.kind === kind && !due.includes(row.ref))).toEqual([]);
    const opened = [];
    for (const { ref } of all) if ((await details[kind](viewer, ref)) !== undefined) opened.push(ref);
    expect({ kind, opened: opened.toSorted() }).toEqual({ kind, opened: due });
  }
}

beforeAll(async () => {
  world = await openVisibility();
}, 120_000);
afterAll(() => world.close());

describe('who sees which record, by list, count, search, address and file', () => {
  it('has a record of every kind, side and visibility', () => {
    expect(new Set(world.records.map(({ kind, side, shade }) => `${kind} ${side} ${shade}`)).size).toBe(34);
  });
  it('anyone', () => expectSeen(anyone, 'public'));
  it.each(held)('%s of one %s', async (role, scope) => expectSeen(await holderOf(world, role, scope), readerWith(role, scope)));
  it('a person without any role', async () => expectSeen(await personActor(await person('Nobody in particular', world.now), world.now), {}));
  it('who works for a member that leads nothing', async () => expectSeen(await holder('focal_point', world.now, { organisation_id: world.fellow }), { belongs: 'own' }));
  it('who works for an organisation that is no member', async () => expectSeen(await holder('focal_point', world.now, { organisation_id: world.outsider }), {}));
});

describe('what came of a session', () => {
  it('is not found by its words before it is told', async () => {
    const { coalitions: { own }, commitments } = world;
    const chair = await holder('wg_chair', world.now, { working_group_id: own.group.id });
    const held = await heldSession({ now: commitments.now, chair, group: own.group }, { title: 'Agree on cables' });
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('sessions').set({ summary: 'The tariff is halved' }).where('id', '=', held.id).execute();
    });
    const hits = async (viewer: Actor, q: string) => [(await searchFor(viewer, { q: [q] })).rows.filter(({ kind }) => kind === 'session').length, (await listSessions(viewer, readState(sessionList, new URLSearchParams({ q })), view())).total.count];
    expect([await hits(anyone, 'cables'), await hits(anyone, 'halved'), await hits(chair, 'halved')]).toEqual([[1, 1], [0, 0], [1, 1]]);
    valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 90) }));
    expect(await hits(anyone, 'halved')).toEqual([1, 1]);
  });
});

describe('where a commitment came from', () => {
  it('is told from when the session is published, and before that inside its group alone: by page, list, file, draft and the way back', async () => {
    const { coalitions: { own }, commitments, officers } = world;
    const chair = await holder('wg_chair', world.now, { working_group_id: own.group.id });
    const focal = await holder('focal_point', world.now, { organisation_id: own.organisation });
    const held = await heldSession({ now: commitments.now, chair, group: own.group }, { title: 'Agree on tariffs' });
    const ref = await promised(commitments, own, officers, { title: 'Out of a session', origin: held.decision });
    const told = async (viewer: Actor) => ({
      page: (await findCommitment(viewer, ref, view()))?.origin?.ref,
      listed: refs((await listCommitments(viewer, readState(commitmentList, new URLSearchParams({ origin: held.decision })), view())).rows),
      file: await originInFile(viewer, ref),
      draft: (await findDraft(viewer, ref, view()))?.origin,
      back: (await commitmentsAnswering(viewer, { group: own.group.id }, view())).map((one) => one.origin_ref),
    });
    const nothing = { page: undefined, listed: [], file: null, draft: null, back: [] };
    const all = { page: held.decision, listed: [ref], file: held.decision, draft: held.decision, back: [held.decision] };
    for (const viewer of [anyone, focal]) expect(await told(viewer)).toEqual(nothing);
    for (const viewer of [chair, officers[0]]) expect(await told(viewer)).toEqual(all);
    valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 90) }));
    for (const viewer of [anyone, focal]) expect(await told(viewer)).toEqual(all);
  });

  it('can only be what its author may see, and what a colleague named stays when an editor leaves the field empty', async () => {
    const { coalitions: { own }, commitments, officers } = world;
    const chair = await holder('wg_chair', world.now, { working_group_id: own.group.id });
    const focal = await holder('focal_point', world.now, { organisation_id: own.organisation });
    const held = await heldSession({ now: commitments.now, chair, group: own.group }, { title: 'Agree on devices' });
    const place = { coalition_id: own.id, lead_organisation_id: own.organisation, lead_country_iso2: null };
    const drafted = (author: Actor, origin: string) => createDraft(permit(commitmentPolicy.create, author, place), { now: world.now }, what(commitments, { origin }));
    const unknown = { ok: false, problems: [{ code: 'commitments:problems.origin_unknown', field: 'origin' }] };
    expect(await drafted(focal, held.decision)).toEqual(unknown);
    expect(await drafted(focal, held.decision)).toEqual(await drafted(focal, 'D-2026-999'));
    const { ref } = valueOf(await drafted(officers[0], held.decision));
    const saved = async (origin: string | null) => saveWhat(permit(commitmentPolicy.edit, focal, await refOf(ref)), { now: world.now }, undefined, what(commitments, { origin }));
    expect(await saved(held.decision)).toEqual(unknown);
    valueOf(await saved(null));
    expect((await findDraft(officers[0], ref, view()))?.origin).toBe(held.decision);
    valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 90) }));
    valueOf(await saved(null));
    expect((await findDraft(officers[0], ref, view()))?.origin).toBeNull();
  });
});

async function originInFile(viewer: Actor, ref: string): Promise<string | null | undefined> {
  for await (const row of allCommitments(viewer, {}, view())) if (row.ref === ref) return row.origin;
  return undefined;
}
