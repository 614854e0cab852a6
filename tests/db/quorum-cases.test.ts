import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Forbidden, permit } from '#app/access/permit';
import { database, type Tx } from '#app/platform/database.server';
import { ballotPolicy } from '#app/working-groups/decisions/ballots/policy';
import type { VoteKind } from '#app/working-groups/decisions/model';
import { recount } from '#app/working-groups/decisions/recounting.server';
import { addSeat, castVote, castWrittenVote, charterGroup, closeBallot, openBallot, openProcedure, recordAttendance } from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy, type GroupRef } from '#app/working-groups/policy';
import { settleByClock } from '#app/working-groups/procedures/closing.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { findProcedure, procedureRef } from '#app/working-groups/procedures/queries.server';
import { speakerOf, type Presence } from '#app/working-groups/sessions/model';
import { inputsAt } from '#app/working-groups/sessions/quorum.server';
import { cases, written, type Expected, type QuorumCase, type SeatCase } from './quorum-cases';
import { charter, desk, meeting, minutesAfter, openGroup, personActor, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

/** Done once for all cases: the same people and organisations sit in the group of each. */
let world: GroupWorld;
/** What each case came to, to be counted again when everything else has changed. */
const taken = new Map<string, { readonly id: string; readonly expected: Expected }>();
beforeAll(async () => { world = await openGroup(); });
afterAll(async () => { await world.close(); });

const letters = 'abcde';
const personOf = (who: string): string => {
  const seat = who.startsWith('o') ? world.observer : world.seats[letters.indexOf(who.charAt(0))];
  return (who.endsWith('*') ? seat?.alternate : seat?.holder) ?? '';
};
const asStory = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  return work(tx);
});

interface Seated {
  readonly group: GroupRef;
  readonly ids: ReadonlyMap<string, string>;
}

/** The group of a case with its seats as they were on the day. */
async function seated({ seats, share = '50', rule = 'majority', minimums = {} }: QuorumCase): Promise<Seated> {
  const made = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: world.group.coalition_id }), { now: world.now }, { ...charter, quorum_share: share, decision_rule: rule, minimums: Object.entries(minimums).map(([constituency, count]) => ({ constituency, seats: count })), texts: { en: { name: 'Group of a case', mandate: null } } }));
  const group = { id: made.id, coalition_id: world.group.coalition_id };
  const ids = new Map<string, string>();
  for (const [letter, one] of Object.entries<SeatCase>(seats ?? Object.fromEntries([...letters].map((each) => [each, {}])))) {
    const own = letter === 'o' ? world.observer : world.seats[letters.indexOf(letter)];
    const ofSociety = one.counts !== undefined && one.counts !== 'private';
    const sits = (given: string | null | undefined, else_: string | undefined) => (given === null ? null : given === undefined ? (else_ ?? null) : personOf(given));
    const { id } = valueOf(await addSeat(permit(groupPolicy.seat, await desk(), group), { now: world.now }, {
      organisation_id: ofSociety ? null : (own?.organisation ?? null), constituency: ofSociety ? (one.counts ?? null) : null, role: one.role ?? 'member', voting: one.voting ?? true,
      holder_id: sits(one.holder, own?.holder), alternate_id: sits(one.alternate, own?.alternate), from_on: one.from ?? '2026-01-01',
    }));
    if (one.leave === true || one.until !== undefined) await asStory((tx) => tx.updateTable('seats').set({ on_leave: one.leave ?? false, until_on: one.until ?? null }).where('id', '=', id).execute());
    ids.set(letter, id);
  }
  return { group, ids };
}

const stepsOf = (text: string) => text.replace(/!$/, '').split(' & ').map((one) => {
  const [who = '', verb = '', kind = ''] = one.split(' ');
  return { who, letter: who.charAt(0), verb, kind: kind as VoteKind };
});
/** Where somebody on a seat of another letter stands in: the step names the seat, the person follows from it. */
const personOn = async (seatId: string, who: string): Promise<string> => {
  const seat = await database().selectFrom('seats').select(['holder_id', 'alternate_id']).where('id', '=', seatId).executeTakeFirst();
  return (who.endsWith('*') ? seat?.alternate_id : seat?.holder_id) ?? '';
};
const isRefused = async (work: () => Promise<{ readonly ok: boolean }>): Promise<boolean> => {
  try {
    return !(await work()).ok;
  } catch (error) {
    if (error instanceof Forbidden) return true;
    throw error;
  }
};

async function inSession(one: QuorumCase): Promise<string> {
  const { group, ids } = await seated(one);
  const session = await started({ now: world.now, group: { ...group, ref: '' }, chair: world.officer }, meeting({ agenda: [{ title: 'One', kind: 'decision', minutes: null, presenter: null, commitment_id: null, node_id: null }] }));
  const run = async () => permit(sessionPolicy.run, world.officer, await sessionRef(session.id));
  const ballot = valueOf(await openBallot(await run(), { now: session.now }, { agenda_item_id: null, text: one.name, rule: one.rule ?? 'majority', supersedes: null })).id;
  for (const [index, text] of one.steps.entries()) {
    const now = minutesAfter(session.now, index + 1);
    const steps = stepsOf(text);
    const refused = await isRefused(async () => {
      const [first] = steps;
      if (first?.verb === 'votes') {
        const room = await inputsAt(database(), session.id, now);
        const speakers = room.seats.filter((seat) => seat.voting && !seat.on_leave).flatMap((seat) => speakerOf(seat, room.attendances) ?? []);
        const seat_id = ids.get(first.letter) ?? '';
        return castVote(permit(ballotPolicy.vote, await personActor(await personOn(seat_id, first.who), now), { id: ballot, session_id: session.id, running: true, speakers }), { now }, { seat_id, vote: first.kind, words: 'Because.' });
      }
      const notes = await Promise.all(steps.map(async ({ who, letter, verb }) => ({ seat_id: ids.get(letter) ?? '', person_id: await personOn(ids.get(letter) ?? '', who), presence: verb as Presence })));
      return recordAttendance(await run(), { now }, notes);
    });
    expect(refused, text).toBe(text.endsWith('!'));
  }
  return valueOf(await closeBallot(await run(), { now: minutesAfter(session.now, 60) }, ballot, null)).id;
}

async function inWriting(one: QuorumCase): Promise<string> {
  const { group, ids } = await seated(one);
  const { id, ref } = valueOf(await openProcedure(permit(procedurePolicy.open, world.officer, group), { now: world.now }, {
    title: one.name, text: one.name, reasons: 'Asked.', rule: one.rule ?? 'majority', supersedes: null, wall_clock_close: '2026-03-16T18:00', time_zone: 'Africa/Nairobi', visibility: 'public',
  }));
  for (const [index, text] of one.steps.entries()) {
    const now = minutesAfter(world.now, index + 1);
    const [step] = stepsOf(text);
    const refused = await isRefused(async () => {
      const facts = await findProcedure(world.officer, ref, { language: 'en', now });
      if (facts === undefined || step === undefined) throw new Error('not seen');
      const seat_id = ids.get(step.letter) ?? '';
      return castWrittenVote(permit(procedurePolicy.vote, await personActor(await personOn(seat_id, step.who), now), procedureRef(facts)), { now }, { seat_id, vote: step.kind, words: 'Because.' });
    });
    expect(refused, text).toBe(text.endsWith('!'));
  }
  await settleByClock({ ballot: id }, new Date('2026-03-16T15:00:00Z'));
  return (await database().selectFrom('decisions').select('id').where('ballot_id', '=', id).executeTakeFirstOrThrow()).id;
}

async function keptOf(id: string): Promise<Expected> {
  const kept = await database().selectFrom('decisions').select(['quorum_present', 'quorum_base', 'quorum_met', 'status']).where('id', '=', id).executeTakeFirstOrThrow();
  const votes = await database().selectFrom('votes').select('vote').where('decision_id', '=', id).execute();
  const count = (kind: VoteKind) => votes.filter((vote) => vote.vote === kind).length;
  return { present: kept.quorum_present, base: kept.quorum_base, met: kept.quorum_met, votes: [count('for'), count('against'), count('objection'), count('abstain')], status: kept.status as Expected['status'] };
}

describe('quorum and votes in a session', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const id = await inSession(one);
    expect(await keptOf(id)).toEqual(one.expected);
    taken.set(`session: ${name}`, { id, expected: one.expected });
  });
});

describe('quorum and votes in writing', () => {
  it.each(written.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const id = await inWriting(one);
    expect(await keptOf(id)).toEqual(one.expected);
    taken.set(`written: ${name}`, { id, expected: one.expected });
  });
});

describe('years later', () => {
  beforeAll(async () => {
    await asStory(async (tx) => {
      await tx.updateTable('seats').set((row) => ({ holder_id: row.ref('alternate_id'), alternate_id: null, on_leave: sql<boolean>`not on_leave`, until_on: sql<string>`from_on` })).execute();
      await sql`insert into working_group_terms (working_group_id, version, from_on, cadence, quorum_share, decision_rule, notice_days, correction_days, written_at)
        select id, 2, '2026-03-02', 'yearly', 100, 'consensus', 0, 1, '2026-03-02' from working_groups`.execute(tx);
      const [first, second] = world.seats;
      await tx.updateTable('organisations').set({ status: 'merged', merged_into_id: second?.organisation ?? null }).where('id', '=', first?.organisation ?? '').execute();
      await tx.updateTable('organisations').set({ constituency: 'other' }).execute();
      await tx.updateTable('people').set({ name: 'Erased person', erased_at: new Date('2029-01-01T00:00:00Z') }).where('id', '=', second?.holder ?? '').execute();
    });
  });
  it('every case counts the same from what is stored, when seats, holders, organisations, people and terms have changed', async () => {
    expect(taken.size).toBeGreaterThanOrEqual(40);
    for (const [name, { id, expected }] of taken) {
      const { kept, counted } = await recount(database(), id);
      const { for: yes, against, objection, abstain } = counted.tally;
      expect({ present: counted.quorum.present, base: counted.quorum.base, met: counted.quorum.met, votes: [yes, against, objection, abstain], status: counted.status }, name).toEqual(expected);
      expect(counted, name).toEqual(kept);
    }
  });
  it('and none of it can be rewritten', async () => {
    for (const table of ['session_seats', 'session_minimums', 'session_presences', 'ballot_seats'] as const) {
      await expect(asStory((tx) => tx.deleteFrom(table).execute()), table).rejects.toThrow('append-only');
    }
    await expect(asStory((tx) => tx.updateTable('session_presences').set({ presence: 'left' }).execute())).rejects.toThrow('append-only');
    await expect(asStory((tx) => tx.updateTable('ballot_votes').set({ vote: 'abstain' }).execute())).rejects.toThrow('is over');
  });
});
