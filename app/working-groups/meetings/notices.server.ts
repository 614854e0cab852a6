import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { textFor } from '#app/languages/catalogues.server';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { spanOfDays, titleIn } from './words';
import type { WayToCome } from './model';

interface Announced {
  readonly id: string;
  readonly ref: string;
  readonly starts_on: Day;
  readonly ends_on: Day;
  readonly place: string | null;
  readonly language: string;
  readonly version: number;
}

/** A receipt for whoever registered, with the days and the place. */
export async function noteRegistered(tx: Tx, meeting: Announced, personId: string, mode: WayToCome, now: Date): Promise<void> {
  const valuesOf = await facts(tx, meeting);
  await sendLetter(tx, {
    to: { personId }, words: 'working-groups:annual.mails.registered', topic: 'sessions', thread: `meeting:${meeting.id}`, key: `meeting-registered:${meeting.id}:${now.toISOString()}`, now,
    values: (language) => ({ ...valuesOf(language), way: textFor(language, 'working-groups')(`annual.way.${mode}`) }), path: (language) => paths.in(language).meeting(meeting.ref),
  });
}

/** Everybody who registered is told that it does not take place, and why. */
export async function noteMeetingCancelled(tx: Tx, meeting: Announced, reason: string, now: Date): Promise<void> {
  const valuesOf = await facts(tx, meeting);
  const people = await tx.selectFrom('meeting_registrations').select('person_id').where('meeting_id', '=', meeting.id).where('withdrawn_at', 'is', null).orderBy('person_id').execute();
  for (const { person_id } of people) {
    await sendLetter(tx, {
      to: { personId: person_id }, words: 'working-groups:annual.mails.cancelled', topic: 'sessions', thread: `meeting:${meeting.id}`, key: `meeting-cancelled:${meeting.id}`, now,
      values: (language) => ({ ...valuesOf(language), reason }), path: (language) => paths.in(language).meeting(meeting.ref),
    });
  }
}

async function facts(tx: Tx, meeting: Announced): Promise<(language: Language) => Record<string, string>> {
  const texts = await tx.selectFrom('meeting_texts').select(['language', 'title']).where('meeting_id', '=', meeting.id).execute();
  return (language) => ({ title: titleIn(texts, language, meeting.language), ref: meeting.ref, days: spanOfDays(language, meeting, formatDate), place: meeting.place ?? '' });
}
