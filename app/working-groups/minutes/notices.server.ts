import { sql } from 'kysely';
import { formatDate } from '#app/languages/format';
import { textFor } from '#app/languages/catalogues.server';
import { isLanguage } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { addDays, dayOf } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { signTransaction } from '#app/access/transaction.server';
import { zoneName } from '#app/working-groups/marks';
import { peopleOnSeats } from '#app/working-groups/notices.server';
import { inGroups } from './canonical';
import { lastDayOf } from './model';

interface Meeting {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly time_zone: string;
  readonly starts_at: Date;
  readonly working_group_id: string;
  readonly attended: readonly string[];
}

/** Tells who attended that the minutes can be corrected, and a day before the end that they still can. */
export async function noteCirculated(tx: Tx, session: Omit<Meeting, 'starts_at' | 'working_group_id'>, { what, until, now }: { readonly what: 'circulated' | 'window_ends'; readonly until: Date; readonly now: Date }): Promise<void> {
  const { id, ref, title, time_zone } = session;
  for (const personId of session.attended) {
    await sendLetter(tx, {
      to: { personId }, words: `working-groups:mails.minutes_${what}`, path: paths.minutesWork(ref),
      values: (language) => ({ ref, title, day: formatDate(language, lastDayOf(until, time_zone)), zone: zoneName(time_zone) }),
      topic: 'sessions', thread: `session:${id}`, key: `minutes-${what}:${id}`, now,
    });
  }
}

export async function noteSettled(tx: Tx, session: Pick<Meeting, 'id' | 'ref' | 'title'>, { to, number, status, answer, now }: { readonly to: string; readonly number: number; readonly status: 'accepted' | 'rejected'; readonly answer: string | null; readonly now: Date }): Promise<void> {
  await sendLetter(tx, {
    to: { personId: to }, words: `working-groups:mails.amendment_${status}${answer === null ? '' : '_why'}`, path: paths.minutesWork(session.ref),
    values: { ref: session.ref, title: session.title, number, reason: answer ?? '' }, topic: 'sessions', thread: `session:${session.id}`, key: `minutes-amendment:${session.id}:${number}`, now,
  });
}

/** The minutes to everybody on a seat, each with their own actions first. */
export async function notePublished(tx: Tx, session: Meeting, now: Date): Promise<void> {
  const seal = await tx.selectFrom('minutes_seals').select(['ref', 'sha256']).where('session_id', '=', session.id).executeTakeFirstOrThrow();
  const actions = await tx.selectFrom('action_items').select(['id', 'ref', 'text', 'due_on', 'owner_id']).where('session_id', '=', session.id).where('status', 'in', ['open', 'in_progress', 'blocked']).orderBy('due_on').orderBy('ref').execute();
  const people = [...new Set([...(await peopleOnSeats(tx, session)), ...session.attended])];
  const languages = new Map((await tx.selectFrom('people').select(['id', 'language']).where('id', 'in', people.length === 0 ? [session.id] : people).execute()).map((one) => [one.id, one.language]));
  for (const personId of people) {
    const spoken = languages.get(personId);
    const language = isLanguage(spoken) ? spoken : 'en';
    const t = textFor(language, 'working-groups');
    const own = actions.filter((one) => one.owner_id === personId);
    await sendLetter(tx, {
      to: { personId }, words: `working-groups:mails.minutes_published${own.length === 0 ? '' : '_actions'}`, path: (of) => paths.in(of).minutes(session.ref),
      values: { ref: session.ref, minutes: seal.ref, title: session.title, hash: inGroups(seal.sha256) },
      ...(own.length === 0 ? {} : { entriesAfter: 1, entries: own.map((one) => ({ title: `${one.ref}: ${one.text}`, language, path: paths.in(language).action(one.ref), lines: [t('minutes.due', { day: formatDate(language, one.due_on) })] })) }),
      topic: 'sessions', thread: `session:${session.id}`, key: `minutes-published:${session.id}`, now,
    });
  }
}

/** Once a day: whoever attended is told that the window ends tomorrow, by the calendar of the meeting; a day on which nobody ran is made good while it is open. */
export async function remindOfCorrection(now: Date): Promise<void> {
  const open = await sql<Omit<Meeting, 'starts_at' | 'working_group_id'> & { readonly until: Date }>`
    select s.id, s.ref, s.title, s.time_zone, m.corrected_until as until,
      coalesce((select array_agg(distinct person_id) from attendances a where a.session_id = s.id and a.presence in ('in_person', 'remote', 'left')), '{}') as attended
    from session_minutes m join sessions s on s.id = m.session_id
    where m.reminded_at is null and s.status = 'in_correction' and m.corrected_until > ${now} and m.corrected_until < ${new Date(now.getTime() + 3 * 86_400_000)}`.execute(database());
  for (const session of open.rows) {
    if (addDays(dayOf(now, session.time_zone), 1) < lastDayOf(session.until, session.time_zone)) continue;
    await database().transaction().execute(async (tx) => {
      await signTransaction(tx, { kind: 'system', name: 'clock' }, 'minutes:remind', { now });
      await tx.updateTable('session_minutes').set({ reminded_at: now }).where('session_id', '=', session.id).execute();
      await noteCirculated(tx, session, { what: 'window_ends', until: session.until, now });
    });
  }
}
