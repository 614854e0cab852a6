import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { formCoalition, updateCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { findCoalition } from '#app/coalitions/queries.server';
import type { Visibility } from '#app/commitments/model';
import { withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { moneyOfCoalition } from '#app/financing/ladder/queries.server';
import { mergeOrganisations } from '#app/members/duplicates/operations.server';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { admitMember, endMembership } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { promisesTold } from '#app/members/trail/queries.server';
import { newId } from '#app/platform/identity';
import { database } from '#app/platform/database.server';
import { sql } from 'kysely';
import { desk, holder, place, story, valueOf } from './accounts-world';
import { openCommitments, refOf, type CommitmentsWorld } from './commitments-world';
import { pledge, record } from './financing-world';
import { promisedUnder, type National } from './national-world';

/** What can happen to the records of coalitions; numbers choose among what is there. */
type Act =
  | { readonly act: 'promise'; readonly in: number; readonly visibility: Visibility }
  | { readonly act: 'pledge'; readonly in: number; readonly amount: number; readonly committed: number; readonly visibility: Visibility }
  | { readonly act: 'join' | 'leave'; readonly who: number; readonly in: number }
  | { readonly act: 'move'; readonly which: number; readonly under: number }
  | { readonly act: 'merge'; readonly one: number; readonly into: number }
  | { readonly act: 'withdraw'; readonly which: number };

const number = fc.nat({ max: 11 });
const visibility = fc.constantFrom<Visibility>('public', 'public', 'members', 'coalition');
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant('promise' as const), in: number, visibility }),
  fc.record({ act: fc.constant('pledge' as const), in: number, amount: fc.integer({ min: 1, max: 1_000_000 }), committed: fc.integer({ min: 0, max: 1000 }), visibility }),
  fc.record({ act: fc.constantFrom('join' as const, 'join' as const, 'leave' as const), who: number, in: number }),
  fc.record({ act: fc.constant('move' as const), which: number, under: number }),
  fc.record({ act: fc.constant('merge' as const), one: number, into: number }),
  fc.record({ act: fc.constant('withdraw' as const), which: number }),
);

/** The same story without a database: who stands under whom, and what each coalition has itself. */
class Model {
  readonly parents = new Map<string, string | null>();
  readonly promises: { ref: string; in: string; visibility: Visibility; withdrawn: boolean }[] = [];
  readonly pledges: { in: string; visibility: Visibility; pledged: number; committed: number; disbursed: number }[] = [];
  readonly members = new Map<string, Set<string>>();
  organisations: string[] = [];

  isUnder(one: string, other: string): boolean {
    for (let at: string | null = one; at !== null; at = this.parents.get(at) ?? null) if (at === other) return true;
    return false;
  }
  /** What a coalition counts with everything under it: the union of the records, each once. */
  expected(top: string, sees: (visibility: Visibility) => boolean) {
    const below = [...this.parents.keys()].filter((id) => this.isUnder(id, top));
    const promises = this.promises.filter((one) => below.includes(one.in) && !one.withdrawn && sees(one.visibility));
    const pledges = this.pledges.filter((one) => below.includes(one.in) && sees(one.visibility));
    const sum = (of: 'pledged' | 'committed' | 'disbursed') => pledges.reduce((total, one) => total + one[of], 0);
    return {
      commitments: promises.length, told: promises.length, on_track: promises.length, members: new Set(below.flatMap((id) => [...(this.members.get(id) ?? [])])).size,
      pledged: sum('pledged'), committed: sum('committed'), disbursed: sum('disbursed'),
    };
  }
}

let world: CommitmentsWorld;
let actor: Awaited<ReturnType<typeof desk>>;
const at = () => ({ now: world.now });
const view = () => ({ language: 'en', now: world.now }) as const;
beforeAll(async () => {
  world = await openCommitments();
  actor = await desk();
});
afterAll(() => world.close());

/** Five coalitions in three storeys and four organisations, new in each run: the runs share a database and see nothing of each other. */
async function begin(): Promise<Model> {
  const model = new Model();
  const run = newId().slice(-12);
  const form = async (kind: 'regional' | 'national' | 'thematic', parent: string | null, country: string | null = null) => {
    const { id } = valueOf(await formCoalition(permit(coalitionPolicy.form, actor, { parent_id: parent }), at(), { slug: `${kind}-${country ?? 'x'}-${run}-${model.parents.size}`, kind, country_iso2: country, texts: { en: { name: 'A coalition', mandate: null } } }));
    model.parents.set(id, parent);
    return id;
  };
  const top = await form('thematic', null);
  const region = await form('regional', top);
  await form('national', region, 'KE');
  await form('national', region, 'MW');
  await form('thematic', top);
  for (let name = 0; name < 4; name += 1) model.organisations.push(await place('organisation', `Organisation ${name} of ${run}`));
  return model;
}

const pick = <Value>(from: readonly Value[], at: number): Value | undefined => from[at % Math.max(1, from.length)];

async function play(model: Model, act: Act, readers: Map<string, National>): Promise<void> {
  const ids = [...model.parents.keys()];
  switch (act.act) {
    case 'promise': {
      const id = pick(ids, act.in) ?? '';
      const national = readers.get(id) ?? { id, officer: await holder('secretariat_officer', world.now, { coalition_id: id }), reviewer: await holder('reviewer', world.now, { coalition_id: id }) };
      readers.set(id, national);
      model.promises.push({ ref: await promisedUnder(world, national, { visibility: act.visibility }), in: id, visibility: act.visibility, withdrawn: false });
      return;
    }
    case 'pledge': {
      const id = pick(ids, act.in) ?? '';
      const pledged = await pledge({ coalition_id: id, provider_organisation_id: pick(model.organisations, act.in) ?? '', provider_country_iso2: null, commitment_id: null }, { amount: String(act.amount), visibility: act.visibility === 'members' ? 'members' : act.visibility });
      const committed = Math.min(act.committed, act.amount);
      if (committed > 0) for (const type of ['2', '3'] as const) valueOf(await record(pledged, type, String(committed)));
      model.pledges.push({ in: id, visibility: act.visibility, pledged: act.amount, committed, disbursed: committed });
      return;
    }
    case 'join': case 'leave': return belong(model, act, pick(ids, act.in) ?? '', pick(model.organisations, act.who) ?? '');
    case 'move': return move(model, pick(ids, act.which) ?? '', pick(ids, act.under) ?? '');
    case 'merge': return merge(model, pick(model.organisations, act.one), pick(model.organisations, act.into));
    case 'withdraw': {
      const promise = pick(model.promises.filter((one) => !one.withdrawn), act.which);
      if (promise === undefined) return;
      valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(promise.ref)), at(), 'no longer'));
      promise.withdrawn = true;
    }
  }
}

async function belong(model: Model, { act }: { act: 'join' | 'leave' }, coalition_id: string, organisation_id: string): Promise<void> {
  const members = model.members.get(coalition_id) ?? new Set<string>();
  model.members.set(coalition_id, members);
  if ((act === 'join') === members.has(organisation_id)) return;
  if (act === 'join') {
    valueOf(await admitMember(permit(membershipPolicy.admit, actor, { coalition_id, organisation_id }), at(), { category: 'full', joined_on: '2026-03-02' }));
    members.add(organisation_id);
    return;
  }
  valueOf(await endMembership(permit(membershipPolicy.end, actor, { coalition_id, organisation_id }), at(), 'ended'));
  members.delete(organisation_id);
}

async function move(model: Model, which: string, under: string): Promise<void> {
  const row = await database().selectFrom('coalitions').selectAll().where('id', '=', which).executeTakeFirstOrThrow();
  if (row.parent_id === null) return;
  const moved = await updateCoalition(permit(coalitionPolicy.edit, actor, row), at(), row.version, { language: 'en', name: 'Moved', mandate: null, parent_id: under });
  // CA-2 as the model knows it.
  expect(moved.ok).toBe(!model.isUnder(under, which));
  if (moved.ok) model.parents.set(which, under);
}

async function merge(model: Model, one: string | undefined, into: string | undefined): Promise<void> {
  if (one === undefined || into === undefined || one === into) return;
  const id = newId();
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await tx.insertInto('organisation_duplicates').values({ id, organisation_id: one, other_id: into, reason: 'same_name', status: 'open' }).execute();
  });
  valueOf(await mergeOrganisations(permit(duplicatePolicy.decide, actor, { id, organisation_id: one, other_id: into }), at(), one, 'The same organisation'));
  model.organisations = model.organisations.filter((other) => other !== one);
  for (const members of model.members.values()) if (members.delete(one)) members.add(into);
}

async function figures(viewer: Actor, id: string) {
  const { slug } = await database().selectFrom('coalitions').select('slug').where('id', '=', id).executeTakeFirstOrThrow();
  const [found, told, money] = await Promise.all([findCoalition(viewer, slug, view()), promisesTold(viewer, { kind: 'coalition', id }, view()), moneyOfCoalition(viewer, id, view())]);
  const { pledged, committed, disbursed } = money.all.total;
  return {
    commitments: found?.all_commitments, told: told.by.count + told.beside.count, on_track: (told.by.standings.on_track ?? 0) + (told.beside.standings.on_track ?? 0), members: found?.all_members,
    pledged: Number(pledged), committed: Number(committed), disbursed: Number(disbursed),
  };
}

const viewers: readonly (readonly [Actor, (visibility: Visibility) => boolean])[] = [[anyone, (visibility) => visibility === 'public'], [story, () => true]];

describe('CA-3: the figures of a coalition', () => {
  it('are those of everything under it, each record once, whatever is shared, moved, merged or withdrawn', async () => {
    await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 18 }), async (told) => {
      const model = await begin();
      const readers = new Map<string, National>();
      for (const act of told) await play(model, act, readers);
      for (const id of model.parents.keys()) for (const [viewer, sees] of viewers) expect(await figures(viewer, id)).toEqual(model.expected(id, sees));
    }), { numRuns: 25 });
  }, 240_000);
});
