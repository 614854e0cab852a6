import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '#app/languages/language';

/** A session as calendars are told of it. */
export interface CalendarEntry {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly starts_at: Date;
  /** Null where nobody said it: then the file says none either. */
  readonly ends_at: Date | null;
  readonly sequence: number;
  readonly status: string;
  readonly place: string | null;
  /** Only for the group's own room. */
  readonly join_link: string | null;
  readonly group_name: string;
  /** When it last became what it is. */
  readonly changed_at: Date;
}

export interface CalendarTerms {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  readonly name: string;
  readonly language: Language;
  /** The page of a session, in full. */
  readonly pageOf: (ref: string) => string;
  /** Whom an invitation is for: the only address in it besides the portal's own. */
  readonly reader?: { readonly address: string; readonly name: string };
}

/** How long a calendar program may wait before it asks again. */
const hours = 6;

/**
 * A calendar file (RFC 5545): one event for each session, never a rule of recurrence, every instant in UTC. The key of an event stays the same for
 * ever and its sequence only rises, so that a later file moves or cancels what an earlier one put in.
 */
export function calendarFile(entries: readonly CalendarEntry[], terms: CalendarTerms): string {
  const calendar = ical({ prodId: { company: 'Concord', product: 'Sessions', language: terms.language.toUpperCase() }, method: ICalCalendarMethod[terms.method], ...(terms.reader === undefined ? { name: terms.name, ttl: hours * 3600 } : {}) });
  for (const entry of entries) calendar.createEvent(eventOf(entry, terms));
  return calendar.toString();
}

function eventOf(entry: CalendarEntry, { method, pageOf, reader }: CalendarTerms) {
  const page = pageOf(entry.ref);
  const off = entry.status === 'cancelled';
  return {
    id: `session-${entry.id}@concord`, sequence: entry.sequence, stamp: entry.changed_at, start: entry.starts_at, ...(entry.ends_at === null ? {} : { end: entry.ends_at }),
    summary: entry.title, location: entry.place ?? entry.join_link, url: page, status: off || method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    description: [`${entry.group_name} · ${entry.ref}`, ...(entry.join_link === null ? [] : [entry.join_link]), page].join('\n'),
    ...(reader === undefined ? {} : invitation(reader, page)),
  };
}

/** The answer is given on the page: calendar programs are not asked to send one. */
const invitation = (reader: { address: string; name: string }, page: string) => ({
  organizer: { name: 'Concord', email: `noreply@${new URL(page).hostname}` },
  attendees: [{ name: reader.name, email: reader.address, rsvp: false, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }],
});
