import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { quorumOf, type Attendance, type Quorum, type SnapshotSeat } from '#app/working-groups/sessions/model';
import { termsOfSession } from '#app/working-groups/sessions/quorum.server';
import { termsOfSessions } from '#app/working-groups/terms/in-force.server';
import { ruleVersion } from './model';
import type { Labels, MinutesRecord, PersonNumber, RecordAction, RecordAmendment, RecordDecision, RecordGuest, RecordItem, RecordQuorum, RecordSeat } from './record';

/** Gives each person of the record a number, in the order in which they come up. Keys are ids of people and of guests. */
export interface Numbering {
  readonly of: (id: string) => PersonNumber;
  readonly ids: () => readonly string[];
}
export function numbering(known: readonly string[] = []): Numbering {
  const ids = [...known];
  return {
    of: (id) => {
      const at = ids.indexOf(id);
      return at === -1 ? ids.push(id) : at + 1;
    },
    ids: () => ids,
  };
}

/** The record of a session as its rows tell it now. `people` are commitments, once there are any. */
export async function recordOf(db: Reader, sessionId: string, people: Numbering, commitments: readonly string[] = []): Promise<MinutesRecord> {
  const [session, seats, attendances, guests, passages, items, decisions, actions, amendments, links, terms] = [
    await sessionOf(db, sessionId), await seatsOf(db, sessionId), await attendancesOf(db, sessionId), await guestsOf(db, sessionId), await passagesOf(db, sessionId),
    await itemsOf(db, sessionId), await decisionsOf(db, sessionId), await actionsOf(db, sessionId), await amendmentsOf(db, sessionId),
    await db.selectFrom('session_links').select(['text', 'href']).where('session_id', '=', sessionId).orderBy('position').execute(), await termsOfSession(db, sessionId),
  ];
  const numbers = new Map(seats.map((seat, at) => [seat.seat_id, at + 1]));
  const textOf = (position: number) => passages.find((one) => one.position === position)?.text ?? '';
  const { language, minutes_ref, terms_version, decision_rule, coalition, group_name, ...facts } = session;
  return {
    format: 'concord-minutes', rule: ruleVersion, ref: minutes_ref, language,
    labels: { coalition, group: group_name, organisations: Object.fromEntries(seats.flatMap((seat) => (seat.organisation === null ? [] : [[seat.organisation, seat.name ?? seat.organisation]]))) },
    session: facts,
    links,
    seats: seats.map((seat, at) => seatIn(seat, at + 1, attendances, people)),
    guests: guests.map(({ id, ...guest }): RecordGuest => ({ person: people.of(id), ...guest })),
    quorum: { ...quorumIn(quorumOf({ seats, attendances, terms })), terms: terms_version, rule: decision_rule },
    opening: textOf(0),
    items: items.map(({ presenter_id, ...item }): RecordItem => ({ ...item, presenter_person: presenter_id === null ? null : people.of(presenter_id), text: textOf(item.item) })),
    closing: textOf(items.length + 1),
    decisions: decisions.map((decision) => decisionIn(decision, numbers, people)),
    actions: actions.map(({ owner_id, seat_id, ...action }): RecordAction => ({ ...action, seat: numbers.get(seat_id ?? '') ?? null, owner: people.of(owner_id) })),
    amendments: amendments.map(({ seat_id, ...one }): RecordAmendment => ({ ...one, seat: numbers.get(seat_id) ?? 0 })),
    people: commitments,
  };
}

/**
 * The record again, from the rows of a sealed session. What may live on after the seal is taken from it: names of organisations, what
 * became of a decision, who has an action now. Everything else has to be as it was.
 */
export async function recordAgain(db: Reader, sessionId: string, sealed: MinutesRecord, ids: readonly string[], commitments: readonly string[]): Promise<MinutesRecord> {
  const now = await recordOf(db, sessionId, numbering(ids), commitments);
  const then = <One extends { readonly ref: string }>(list: readonly One[], ref: string) => list.find((one) => one.ref === ref);
  return {
    ...now, labels: labelsOf(now.labels, sealed.labels),
    decisions: now.decisions.map((one) => ({ ...one, ...lived(one, then(sealed.decisions, one.ref)) })),
    actions: now.actions.map((one) => {
      const kept = then(sealed.actions, one.ref);
      return kept === undefined ? one : { ...one, owner: kept.owner, seat: kept.seat };
    }),
  };
}

const labelsOf = (now: Labels, sealed: Labels): Labels =>
  ({ ...sealed, organisations: Object.fromEntries(Object.keys(now.organisations).map((ref) => [ref, sealed.organisations[ref] ?? ref])) });

/** A decision goes on from what was sealed: adopted to superseded, provisional to any end. A rejected one stays. */
function lived(now: RecordDecision, sealed: RecordDecision | undefined): Partial<RecordDecision> {
  if (sealed === undefined || sealed.status === now.status) return {};
  const fits = sealed.status === 'adopted' ? now.status === 'superseded' && sealed.adopted_on === now.adopted_on : sealed.status === 'provisional' && now.status !== 'rejected';
  return fits ? { status: sealed.status, adopted_on: sealed.adopted_on } : {};
}

const minuteOf = (instant: Date): string => instant.toISOString();
const orNull = (instant: Date | null): string | null => (instant === null ? null : minuteOf(instant));

async function sessionOf(db: Reader, sessionId: string) {
  const row = await sql<{ starts_at: Date; ends_at: Date | null; started_at: Date | null; adjourned_at: Date | null; typed_in_at: Date | null } & Pick<MinutesRecord['session'], 'ref' | 'group' | 'number' | 'title' | 'purpose' | 'time_zone' | 'mode' | 'place' | 'summary'>
    & { language: MinutesRecord['language']; minutes_ref: string | null; terms_version: number | null; decision_rule: MinutesRecord['quorum']['rule']; coalition: string; group_name: string }>`
    select s.ref, g.ref as "group", s.number, s.title, s.purpose, s.starts_at, s.ends_at, s.started_at, s.adjourned_at, s.time_zone, s.mode, s.place, s.typed_in_at, s.summary,
      m.language, x.ref as minutes_ref, s.terms_version, coalesce(s.decision_rule, terms.decision_rule) as decision_rule,
      (select t.name from coalition_texts t where t.coalition_id = g.coalition_id order by t.language = m.language desc, t.language = 'en' desc, t.language limit 1) as coalition,
      (select t.name from working_group_texts t where t.working_group_id = g.id order by t.language = m.language desc, t.language = 'en' desc, t.language limit 1) as group_name
    from sessions s join working_groups g on g.id = s.working_group_id join ${termsOfSessions} join session_minutes m on m.session_id = s.id left join minutes_seals x on x.session_id = s.id
    where s.id = ${sessionId}`.execute(db);
  const found = row.rows[0];
  if (found === undefined) throw new Error('a session without minutes has no record');
  return { ...found, starts_at: minuteOf(found.starts_at), ends_at: orNull(found.ends_at), started_at: orNull(found.started_at), adjourned_at: orNull(found.adjourned_at), typed_in_at: orNull(found.typed_in_at) };
}

type SeatFacts = SnapshotSeat & Pick<RecordSeat, 'organisation' | 'constituency' | 'role'> & { readonly name: string | null };

/** In an order that no later name changes. */
async function seatsOf(db: Reader, sessionId: string): Promise<readonly SeatFacts[]> {
  return (await sql<SeatFacts>`
    select x.seat_id, o.ref as organisation, o.name, case when x.organisation_id is null then x.counts_for end as constituency, x.role, x.voting, x.on_leave, x.holder_id, x.alternate_id, x.counts_for
    from session_seats x left join organisations o on o.id = x.organisation_id where x.session_id = ${sessionId}
    order by array_position(array['chair', 'cochair', 'secretary'], x.role), x.voting desc, o.ref nulls last, x.counts_for, x.seat_id`.execute(db)).rows;
}

const attendancesOf = (db: Reader, sessionId: string): Promise<Attendance[]> =>
  db.selectFrom('attendances').select(['seat_id', 'person_id', 'presence']).where('session_id', '=', sessionId).execute();

function seatIn(seat: SeatFacts, number: number, attendances: readonly Attendance[], people: Numbering): RecordSeat {
  const presence = (person: string | null) => (attendances.find((one) => one.seat_id === seat.seat_id && one.person_id === person)?.presence ?? null) as RecordSeat['holder_presence'];
  const { organisation, constituency, role, voting, on_leave, holder_id, alternate_id } = seat;
  return {
    seat: number, organisation, constituency, role, voting, on_leave,
    holder: holder_id === null ? null : people.of(holder_id), holder_presence: presence(holder_id), alternate: alternate_id === null ? null : people.of(alternate_id), alternate_presence: presence(alternate_id),
  };
}

async function guestsOf(db: Reader, sessionId: string): Promise<readonly (Omit<RecordGuest, 'person'> & { readonly id: string })[]> {
  return (await sql<Omit<RecordGuest, 'person'> & { readonly id: string }>`
    select id, affiliation, capacity, presence from session_guests where session_id = ${sessionId} order by position`.execute(db)).rows;
}

const passagesOf = (db: Reader, sessionId: string) => db.selectFrom('minutes_passages').select(['position', 'text']).where('session_id', '=', sessionId).execute();

type ItemFacts = Omit<RecordItem, 'presenter_person' | 'text'> & { readonly presenter_id: string | null };
async function itemsOf(db: Reader, sessionId: string): Promise<readonly ItemFacts[]> {
  return (await sql<ItemFacts>`
    select position as item, section, title, kind, minutes, presenter, presenter_id, outcome from agenda_items where session_id = ${sessionId} order by position`.execute(db)).rows;
}

const hundredths = (percent: number | string): number => Math.round(Number(percent) * 100);
const quorumIn = ({ present, base, needed, met, minimums }: Quorum): RecordQuorum => ({ present, base, share_hundredths: hundredths(needed), met, minimums: [...minimums] });

type DecisionFacts = Pick<RecordDecision, 'ref' | 'item' | 'text' | 'rule' | 'status' | 'adopted_on' | 'dissent'> & {
  readonly present: number; readonly base: number; readonly share: string; readonly met: boolean; readonly minimums: RecordQuorum['minimums']; readonly at: Date;
  readonly votes: readonly { readonly seat_id: string; readonly person_id: string; readonly vote: RecordDecision['votes'][number]['vote']; readonly words: string | null }[];
};
async function decisionsOf(db: Reader, sessionId: string): Promise<readonly DecisionFacts[]> {
  return (await sql<DecisionFacts>`
    select d.ref, i.position as item, d.text, d.rule, d.status, d.adopted_on, d.dissent, d.quorum_present as present, d.quorum_base as base, d.quorum_share as share, d.quorum_met as met, d.quorum_minimums as minimums, d.quorum_at as at,
      coalesce((select json_agg(json_build_object('seat_id', v.seat_id, 'person_id', v.person_id, 'vote', v.vote, 'words', v.words)) from votes v where v.decision_id = d.id), '[]') as votes
    from decisions d left join agenda_items i on i.id = d.agenda_item_id where d.session_id = ${sessionId} order by d.ref`.execute(db)).rows;
}

function decisionIn({ present, base, share, met, minimums, at, votes, ...decision }: DecisionFacts, seats: ReadonlyMap<string, number>, people: Numbering): RecordDecision {
  const cast = votes.map((one) => ({ ...one, seat: seats.get(one.seat_id) ?? 0 })).toSorted((a, b) => a.seat - b.seat);
  return {
    ...decision, quorum: { present, base, share_hundredths: hundredths(share), met, minimums: [...minimums], at: minuteOf(at) },
    votes: cast.map(({ seat, person_id, vote, words }) => ({ seat, person: people.of(person_id), vote, words })),
  };
}

type ActionFacts = Omit<RecordAction, 'seat' | 'owner'> & { readonly owner_id: string; readonly seat_id: string | null };
async function actionsOf(db: Reader, sessionId: string): Promise<readonly ActionFacts[]> {
  return (await sql<ActionFacts>`
    select a.ref, i.position as item, a.text, a.first_due_on as due_on, a.owner_id,
      (select x.seat_id from session_seats x where x.session_id = a.session_id and a.owner_id in (x.holder_id, x.alternate_id) order by x.holder_id = a.owner_id desc, x.voting desc, x.seat_id limit 1) as seat_id
    from action_items a left join agenda_items i on i.id = a.agenda_item_id where a.session_id = ${sessionId} order by a.ref`.execute(db)).rows;
}

type AmendmentFacts = Omit<RecordAmendment, 'seat'> & { readonly seat_id: string };
async function amendmentsOf(db: Reader, sessionId: string): Promise<readonly AmendmentFacts[]> {
  return (await sql<AmendmentFacts>`
    select a.number, p.position as passage, a.seat_id, a.old_words, a.new_words, a.reason, a.status, a.answer
    from minutes_amendments a join minutes_passages p on p.id = a.passage_id where a.session_id = ${sessionId} order by a.number`.execute(db)).rows;
}
