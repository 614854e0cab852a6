import { sql } from 'kysely';
import postgres from 'postgres';
import type { PersonActor } from '#app/access/actor';
import { permit, type PermitFor, type Rule } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { database } from '#app/platform/database.server';
import type { Language } from '#app/languages/language';
import { minutesRefOf } from '#app/working-groups/minutes/lock.server';
import { minutesPolicy, type MinutesRef } from '#app/working-groups/minutes/policy';
import {
  addAction, addNote, adjournSession, approveMinutes, circulateMinutes, composeMinutes, publishMinutes, recordDecision, secondMinutes, treatAgendaItem, writePassage,
} from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { item, itemsOf, meeting, minutesAfter, present, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

export interface Held {
  readonly id: string;
  readonly ref: string;
  readonly now: Date;
}

/** The session and what decides about its minutes, as it is now. */
export const minutesOf = async (id: string) => minutesRefOf(database(), await sessionRef(id));
export const allowed = async <Name extends keyof typeof minutesPolicy>(name: Name, actor: PersonActor, id: string): Promise<PermitFor<(typeof minutesPolicy)[Name]>> =>
  permit(minutesPolicy[name] as Rule<string, MinutesRef>, actor, await minutesOf(id)) as unknown as PermitFor<(typeof minutesPolicy)[Name]>;
export const personOfSeat = async (id: string, now: Date): Promise<PersonActor> => personActor(id, now);

/** A session with three holders present, notes, a vote with a dissent and an action; it is over, in the afternoon of 19 March. */
export async function closed(world: GroupWorld): Promise<Held> {
  const session = await started(world, meeting({ agenda: [item('Opening'), item('Shared tariff template', { kind: 'decision' }), item('Next session')] }));
  await present(world, session, world.seats.slice(0, 4));
  const run = permit(sessionPolicy.run, world.secretary, await sessionRef(session.id));
  const [opening, tariffs] = await itemsOf(session.id);
  valueOf(await addNote(run, { now: session.now }, tariffs?.id ?? '', 'Acacia presented what countries pay.'));
  valueOf(await recordDecision(run, { now: session.now }, {
    agenda_item_id: tariffs?.id ?? null, text: 'The group adopts the template.', rule: 'majority', dissent: 'Dogwood: too early.',
    votes: world.seats.slice(0, 4).map((seat, at) => ({ seat_id: seat.id, vote: at === 3 ? 'against' as const : 'for' as const })),
  }));
  valueOf(await addAction(run, { now: session.now }, { agenda_item_id: tariffs?.id ?? null, text: 'Publish the template', owner_id: world.seats[0]?.holder ?? '', due_on: '2026-04-15' }));
  for (const one of [opening, tariffs]) valueOf(await treatAgendaItem(run, { now: session.now }, one?.id ?? '', 'treated', null));
  const over = minutesAfter(session.now, 70);
  valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.secretary, await sessionRef(session.id)), { now: over }, 'Agreed on the template.'));
  return { id: session.id, ref: session.ref, now: over };
}

export async function composed(world: GroupWorld, language: Language = 'en'): Promise<Held> {
  const held = await closed(world);
  valueOf(await composeMinutes(await allowed('compose', world.secretary, held.id), { now: held.now }, language));
  return held;
}

export const passages = (id: string) => database().selectFrom('minutes_passages').selectAll().where('session_id', '=', id).orderBy('position').execute();
export const write = async (world: GroupWorld, held: Held, position: number, text: string, actor = world.secretary, version?: number) =>
  writePassage(await allowed('write', actor, held.id), { now: held.now }, { position, text, version });

/** In correction for five working days from Thursday 19 March: until the end of Thursday the 26th in Nairobi. */
export async function circulated(world: GroupWorld): Promise<Held> {
  const held = await composed(world);
  valueOf(await circulateMinutes(await allowed('circulate', world.secretary, held.id), { now: held.now }, 5));
  return held;
}
export const windowOver = new Date('2026-03-27T08:00:00Z');

export async function sealed(world: GroupWorld): Promise<Held & { readonly minutes: string; readonly sha256: string }> {
  const held = await circulated(world);
  const { minutes, sha256 } = valueOf(await approveMinutes(await allowed('approve', world.chair, held.id), { now: windowOver }));
  return { ...held, minutes, sha256 };
}
export async function publishedMinutes(world: GroupWorld) {
  const held = await sealed(world);
  valueOf(await publishMinutes(await allowed('publish', world.chair, held.id), { now: windowOver }));
  return held;
}
export { secondMinutes };

/** Goes past every guard of the database, as its owner could: what a seal has to find. */
export async function tamper(world: GroupWorld, table: string, statement: string): Promise<void> {
  const owner = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
  await owner.unsafe(`alter table ${table} disable trigger user; ${statement}; alter table ${table} enable trigger user`).finally(() => owner.end());
}
/** As the application would write, with a name in the trail. */
export const attempt = async (statement: string): Promise<string> => {
  try {
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql.raw(statement).execute(tx);
    });
    return 'written';
  } catch (error) {
    return (error as { constraint_name?: string; code?: string }).constraint_name ?? (error as { code?: string }).code ?? String(error);
  }
};
