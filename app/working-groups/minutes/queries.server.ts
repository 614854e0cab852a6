import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { consentedName } from '#app/working-groups/fragments.server';
import { database } from '#app/platform/database.server';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { parseRecord, type MinutesRecord } from './record';
import { numbering, recordOf } from './rows.server';
import type { Erratum, MinutesView, SealFacts } from './view';

type Readable = Pick<SessionRecord, 'id' | 'told' | 'inside'>;

/** The minutes of a session that its viewer found: sealed ones where the session may be told, others only inside the group or for who attended. */
export async function findMinutes(_viewer: Actor, session: Readable, { attends = false }: { readonly attends?: boolean } = {}): Promise<MinutesView | undefined> {
  const inside = session.inside || attends;
  if (!session.told && !inside) return undefined;
  const minutes = await database().selectFrom('session_minutes').select(['corrected_from', 'corrected_until', 'correction_days']).where('session_id', '=', session.id).executeTakeFirst();
  if (minutes === undefined) return undefined;
  const seal = await database().selectFrom('minutes_seals').selectAll().where('session_id', '=', session.id).executeTakeFirst();
  if (seal === undefined && !inside) return undefined;
  const { corrected_from: from, corrected_until: until, correction_days: days } = minutes;
  const beside = { window: from === null || until === null || days === null ? null : { from, until, days }, ...(await since(session.id)) };
  if (seal === undefined) {
    const people = numbering();
    const record = await recordOf(database(), session.id, people);
    return { record, names: await namesNow(people.ids()), seal: null, errata: [], ...beside };
  }
  const record = parseRecord(seal.record);
  return { record, names: await namesSealed(session.id, inside), seal: await sealFacts(session.id, seal, record), errata: await errataOf(session.id), ...beside };
}

/** Inside the group people are named. */
async function namesNow(ids: readonly string[]): Promise<Record<number, string>> {
  if (ids.length === 0) return {};
  const rows = await sql<{ id: string; name: string }>`
    select id, name from people where id = any(${ids}::uuid[]) and erased_at is null union all select id, name from session_guests where id = any(${ids}::uuid[])`.execute(database());
  return Object.fromEntries(rows.rows.map(({ id, name }) => [ids.indexOf(id) + 1, name]));
}

async function namesSealed(sessionId: string, inside: boolean): Promise<Record<number, string>> {
  return Object.fromEntries((await openedNames(sessionId, inside)).map(({ number, name }) => [number, name]));
}

export interface OpenedName {
  readonly number: number;
  readonly name: string;
  readonly salt: string;
  readonly commitment: string;
}

/** The names behind the commitments that may be told: outside of the group those of people who agreed to be named. */
export async function openedNames(sessionId: string, inside: boolean): Promise<readonly OpenedName[]> {
  return (await sql<OpenedName>`
    select n.number, n.name, n.salt, n.commitment from minutes_names n left join people p on p.id = n.person_id left join session_guests v on v.id = n.guest_id
    where n.session_id = ${sessionId} and n.name is not null and (${inside} or ${consentedName} is not null or v.publish_name) order by n.number`.execute(database())).rows;
}

async function sealFacts(sessionId: string, seal: { ref: string; sha256: string; sealed_at: Date; rule_version: number; record: string; approved_by: string | null; seconded_by: string | null }, record: MinutesRecord): Promise<SealFacts> {
  const numbers = await database().selectFrom('minutes_names').select(['number', 'person_id']).where('session_id', '=', sessionId).where('person_id', 'is not', null).execute();
  const seatOf = (person: string | null) => {
    const number = numbers.find((one) => person !== null && one.person_id === person)?.number;
    return record.seats.find((seat) => number !== undefined && (seat.holder === number || seat.alternate === number))?.seat ?? null;
  };
  const { ref, sha256, sealed_at, rule_version } = seal;
  return { ref, sha256, sealed_at, rule_version, bytes: Buffer.byteLength(seal.record), approved_by: seatOf(seal.approved_by), seconded_by: seatOf(seal.seconded_by) };
}

async function since(sessionId: string): Promise<Pick<MinutesView, 'decisions' | 'actions'>> {
  const decisions = await database().selectFrom('decisions').select(['ref', 'status']).where('session_id', '=', sessionId).execute();
  const actions = await database().selectFrom('action_items').select(['ref', 'status', 'due_on']).where('session_id', '=', sessionId).execute();
  return {
    decisions: Object.fromEntries(decisions.map(({ ref, status }) => [ref, status])) as MinutesView['decisions'],
    actions: Object.fromEntries(actions.map(({ ref, ...now }) => [ref, now])) as MinutesView['actions'],
  };
}

async function errataOf(sessionId: string): Promise<readonly Erratum[]> {
  return (await sql<Erratum>`
    select e.number, p.position as passage, e.wrong, e.correct, e.reason, e.recorded_at from minutes_errata e left join minutes_passages p on p.id = e.passage_id
    where e.session_id = ${sessionId} order by e.number`.execute(database())).rows;
}

/** The bytes that were sealed, for whoever may read the session. */
export async function sealedBytes(session: Readable): Promise<{ readonly ref: string; readonly record: string } | undefined> {
  if (!session.told) return undefined;
  return database().selectFrom('minutes_seals').select(['ref', 'record']).where('session_id', '=', session.id).executeTakeFirst();
}

export interface Passage {
  readonly position: number;
  readonly item: string | null;
  readonly section: string | null;
  readonly text: string;
  readonly version: number;
}

/** The words of minutes that are being written, for those who work on them. */
export async function passagesOf(sessionId: string): Promise<readonly Passage[]> {
  return (await sql<Passage>`
    select p.position, i.title as item, i.section, p.text, p.version from minutes_passages p left join agenda_items i on i.id = p.agenda_item_id
    where p.session_id = ${sessionId} order by p.position`.execute(database())).rows;
}

/** Which amendments are the viewer's own: they may take them back, and do not settle them. */
export async function ownAmendments(viewer: Actor, sessionId: string): Promise<readonly number[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().selectFrom('minutes_amendments').select('number').where('session_id', '=', sessionId).where('proposed_by', '=', viewer.id).execute();
  return rows.map((row) => row.number);
}

export interface GuestRow {
  readonly id: string;
  readonly name: string;
  readonly affiliation: string | null;
  readonly capacity: string;
  readonly presence: string;
}
export const guestRows = (sessionId: string): Promise<GuestRow[]> =>
  database().selectFrom('session_guests').select(['id', 'name', 'affiliation', 'capacity', 'presence']).where('session_id', '=', sessionId).orderBy('position').execute();

export const linkRows = (sessionId: string): Promise<{ text: string; href: string }[]> =>
  database().selectFrom('session_links').select(['text', 'href']).where('session_id', '=', sessionId).orderBy('position').execute();

export const languageOfMinutes = async (sessionId: string): Promise<MinutesRecord['language']> =>
  (await database().selectFrom('session_minutes').select('language').where('session_id', '=', sessionId).executeTakeFirstOrThrow()).language as MinutesRecord['language'];
