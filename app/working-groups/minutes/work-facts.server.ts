import type { PersonActor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { minutesPolicy, type MinutesRef } from './policy';
import { findMinutes, guestRows, linkRows, ownAmendments, passagesOf } from './queries.server';

/** What the page shows on which minutes are worked on. */
export async function workFacts(viewer: PersonActor, session: SessionRecord & MinutesRef, now: Date) {
  const attends = session.attended.includes(viewer.id);
  const [minutes, passages, own] = await Promise.all([findMinutes(viewer, session, { attends }), passagesOf(session.id), ownAmendments(viewer, session.id)]);
  const why = Object.fromEntries(Object.entries(minutesPolicy).map(([act, rule]) => {
    const decision = may(rule, viewer, session);
    return [act, decision.allowed ? null : decision.reason];
  })) as Readonly<Record<keyof typeof minutesPolicy, string | null>>;
  const [guests, links] = why.note === null ? await Promise.all([guestRows(session.id), linkRows(session.id)]) : [[], []];
  const { attended: _, authors: __, ...shown } = session;
  return { session: shown, minutes: minutes ?? null, passages, own, why, guests, links, over: minutes?.window == null ? false : minutes.window.until <= now };
}
export type WorkFacts = Awaited<ReturnType<typeof workFacts>>;
