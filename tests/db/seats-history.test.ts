import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { mergeOrganisations } from '#app/members/duplicates/operations.server';
import { addDays, daysBetween } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { charterGroup } from '#app/working-groups/operations.server';
import { groupPolicy, type GroupRef } from '#app/working-groups/policy';
import { changeSeat, endSeat, leaveSeat } from '#app/working-groups/seats/operations.server';
import { place } from './accounts-world';
import { changed, daysOfTwoVotes, ended, type Merger, type SeatOn, type Table } from './seat-votes-oracle';
import { charter, desk, openGroup, person, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
beforeAll(async () => { world = await openGroup(); });
afterAll(() => world.close());

const length = 40;
const firstDay = '2026-03-02';
const dayOn = (nth: number) => addDays(firstDay, nth);

const [organisation, who, ahead] = [fc.integer({ min: 0, max: 2 }), fc.option(fc.integer({ min: 0, max: 3 })), fc.integer({ min: 0, max: 14 })];
const seat = fc.integer({ min: 0, max: 5 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('open' as const), of: fc.option(organisation, { freq: 4 }), voting: fc.boolean(), holder: who, alternate: who, from: ahead, days: fc.option(ahead) }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('change' as const), seat, voting: fc.boolean(), holder: who, alternate: who, from: ahead }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('leave' as const), seat, from: ahead, days: ahead }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('end' as const), seat, until: ahead }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('merge' as const), merged: organisation, kept: organisation }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('erase' as const), who: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 3 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type Act<Name extends Step['act']> = Extract<Step, { act: Name }>;

/** A group of its own, with organisations and people who belong to all of them, and what is expected of its seats. */
interface Story {
  readonly group: GroupRef;
  readonly organisations: readonly string[];
  readonly people: readonly { readonly id: string; readonly mail: string }[];
  today: number;
  table: Table;
  mergers: readonly Merger[];
}

const as = (now: Date, work: (tx: Tx) => Promise<unknown>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', ${JSON.stringify({ kind: 'system', name: 'demo', at: now })}, true)`.execute(tx);
  await work(tx);
});
const clockOf = (story: Story) => ({ now: new Date(`${dayOn(story.today)}T09:00:00Z`) });

async function newStory(number: number): Promise<Story> {
  const { id } = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: world.group.coalition_id }), { now: world.now }, { ...charter, texts: { en: { name: `Group ${number}`, mandate: null } } }));
  const organisations = await Promise.all([0, 1, 2].map((one) => place('organisation', `Story ${number}, organisation ${one}`)));
  const people = await Promise.all([0, 1, 2, 3].map(async (one) => {
    const mail = `person-${one}@story-${number}.example`;
    return { mail, id: await person(`Person ${one} of story ${number}`, world.now, { mail }) };
  }));
  await as(world.now, (tx) => tx.insertInto('affiliations').values(people.flatMap(({ id: person_id }) => organisations.map((organisation_id) => ({ id: newId(), person_id, organisation_id, from_on: '2026-01-01' })))).execute());
  return { group: { id, coalition_id: world.group.coalition_id }, organisations, people, today: 0, table: new Map(), mergers: [] };
}

/** The words in which a second vote is refused, by an act or by the database itself. */
const secondVote = /voting_already|holder_votes|alternate_votes|family_votes|both_vote|one_vote/;
type Outcome = { readonly done: boolean; readonly why: string };
const outcomeOf = (result: { ok: boolean; problems?: readonly { code: string }[] }): Outcome => ({ done: result.ok, why: JSON.stringify(result.problems ?? []) });
const attempted = (work: Promise<unknown>): Promise<Outcome> => work.then(() => ({ done: true, why: '' }), (error: { constraint_name?: string }) => {
  if (error.constraint_name === undefined) throw error;
  return { done: false, why: error.constraint_name };
});

/** What an act asks for, and what it would make of the table. */
interface Attempt {
  readonly outcome: Outcome;
  readonly table: Table;
  readonly mergers: readonly Merger[];
}

/** Straight into the table: nothing but the database stands in between. */
async function open(story: Story, { of, voting, holder, alternate, from, days }: Act<'open'>): Promise<Attempt> {
  const [id, first] = [newId(), story.today + from];
  const last = days === null ? length - 1 : Math.min(first + days, length - 1);
  const [holder_id, alternate_id] = [story.people[holder ?? -1]?.id ?? null, holder === alternate ? null : (story.people[alternate ?? -1]?.id ?? null)];
  const organisation_id = story.organisations[of ?? -1] ?? null;
  const one: SeatOn = { organisation: organisation_id, voting, holder: holder_id, alternate: alternate_id, on_leave: false };
  const outcome = await attempted(as(clockOf(story).now, (tx) => tx.insertInto('seats').values({
    id, place_id: id, working_group_id: story.group.id, organisation_id, constituency: of === null ? 'youth' : null, role: 'member', voting, holder_id, alternate_id, from_on: dayOn(first), until_on: days === null ? null : dayOn(last),
  }).execute()));
  return { outcome, mergers: story.mergers, table: new Map([...story.table, [id, Array.from({ length }, (_, day) => (day < first || day > last ? undefined : one))]]) };
}

/** The row of a seat that stands on a day. */
async function rowOf(story: Story, nth: number, day: number): Promise<{ readonly id: string; readonly place: string } | undefined> {
  const place = [...story.table.keys()][nth % Math.max(1, story.table.size)];
  if (place === undefined) return undefined;
  const row = await database().selectFrom('seats').select('id').where('place_id', '=', place).where('from_on', '<=', dayOn(day)).where((is) => is.or([is('until_on', 'is', null), is('until_on', '>=', dayOn(day))])).executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, place };
}

async function actOnSeat(story: Story, one: Act<'change'> | Act<'leave'> | Act<'end'>): Promise<Attempt | undefined> {
  const day = story.today + (one.act === 'end' ? one.until : one.from);
  const row = await rowOf(story, one.seat, day);
  if (row === undefined) return undefined;
  const [granted, at] = [permit(groupPolicy.seat, world.officer, story.group), clockOf(story)];
  const becomes = (change: (days: SeatDays) => SeatDays) => ({ mergers: story.mergers, table: new Map([...story.table].map(([place, days]) => [place, place === row.place ? change(days) : days])) });
  if (one.act === 'leave') return { ...becomes((days) => changed(days, day, day + one.days, { on_leave: true })), outcome: outcomeOf(await leaveSeat(granted, at, row.id, { from: dayOn(day), until: dayOn(day + one.days), reason: 'Away' })) };
  if (one.act === 'end') return { ...becomes((days) => ended(days, day)), outcome: outcomeOf(await endSeat(granted, at, row.id, { until: dayOn(day), reason: 'Over' })) };
  const [holder, alternate] = [story.people[one.holder ?? -1], one.alternate === one.holder ? undefined : story.people[one.alternate ?? -1]];
  const outcome = outcomeOf(await changeSeat(granted, at, row.id, { role: 'member', voting: one.voting, holder: holder?.mail ?? null, alternate: alternate?.mail ?? null, from: dayOn(day) }));
  return { ...becomes((days) => changed(days, day, length, { voting: one.voting, holder: holder?.id ?? null, alternate: alternate?.id ?? null })), outcome };
}
type SeatDays = readonly (SeatOn | undefined)[];

async function merge(story: Story, one: Act<'merge'>): Promise<Attempt | undefined> {
  const [merged, kept] = [story.organisations[one.merged] ?? '', story.organisations[one.kept] ?? ''];
  if (merged === kept || story.mergers.some((other) => other.merged === merged || other.merged === kept)) return undefined;
  const [id, { now }] = [newId(), clockOf(story)];
  const [organisation_id = '', other_id = ''] = [merged, kept].toSorted();
  await as(now, (tx) => tx.insertInto('organisation_duplicates').values({ id, organisation_id, other_id, reason: 'similar_name', status: 'open' }).onConflict((on) => on.doNothing()).execute());
  const pair = await database().selectFrom('organisation_duplicates').select('id').where('organisation_id', '=', organisation_id).where('other_id', '=', other_id).executeTakeFirstOrThrow();
  const result = await mergeOrganisations(permit(duplicatePolicy.decide, world.officer, { id: pair.id, organisation_id, other_id }), { now }, merged, 'One and the same');
  return { outcome: outcomeOf(result), table: story.table, mergers: [...story.mergers, { merged, kept, day: story.today }] };
}

const attempt = (story: Story, one: Step): Promise<Attempt | undefined> | undefined =>
  one.act === 'open' ? open(story, one) : one.act === 'merge' ? merge(story, one) : one.act === 'erase' || one.act === 'wait' ? undefined : actOnSeat(story, one);

/** What the database keeps, as the same table of days. */
async function kept(story: Story): Promise<{ readonly table: Table; readonly overlaps: number }> {
  const rows = await database().selectFrom('seats').selectAll().where('working_group_id', '=', story.group.id).orderBy('from_on').execute();
  const table = new Map<string, (SeatOn | undefined)[]>([...story.table.keys()].map((place) => [place, Array.from({ length }, () => undefined)]));
  let overlaps = 0;
  for (const row of rows) {
    const days = table.get(row.place_id) ?? [];
    for (let day = daysBetween(firstDay, row.from_on); day < length && (row.until_on === null || dayOn(day) <= row.until_on || (day === length - 1 && row.until_on >= dayOn(day))); day += 1) {
      if (days[day] !== undefined) overlaps += 1;
      days[day] = { organisation: row.organisation_id, voting: row.voting, holder: row.holder_id, alternate: row.alternate_id, on_leave: row.on_leave };
    }
  }
  return { table, overlaps };
}

let refusals = 0;
async function take(story: Story, one: Step): Promise<void> {
  if (one.act === 'wait') return void (story.today = Math.min(story.today + one.days, 12));
  if (one.act === 'erase') return as(clockOf(story).now, (tx) => tx.updateTable('people').set({ erased_at: clockOf(story).now }).where('id', '=', story.people[one.who]?.id ?? '').execute());
  const tried = await attempt(story, one);
  if (tried === undefined) return;
  const twice = daysOfTwoVotes(tried.table, tried.mergers, length);
  if (secondVote.test(tried.outcome.why)) refusals += 1;
  // The database refuses what the table of days forbids, and for a second vote nothing else.
  if (tried.outcome.done) expect({ one, twice }).toEqual({ one, twice: [] });
  else if (secondVote.test(tried.outcome.why)) expect({ one, twice: twice.length }).not.toEqual({ one, twice: 0 });
  if (tried.outcome.done) Object.assign(story, { table: tried.table, mergers: tried.mergers });
}

describe('no history of seats', () => {
  it('gives a seat, an organisation, a holder or an alternate two votes on any day; what is refused for it would have', async () => {
    let number = 0;
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const story = await newStory(number += 1);
      for (const one of steps) await take(story, one);
      const { table, overlaps } = await kept(story);
      expect(overlaps).toBe(0);
      expect([...table]).toEqual([...story.table]);
      expect(daysOfTwoVotes(table, story.mergers, length)).toEqual([]);
    }), { numRuns: 25 });
    expect(refusals).toBeGreaterThan(10);
  }, 240_000);
});
