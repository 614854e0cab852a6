import { textFor } from '#app/languages/catalogues.server';
import type { Text } from '#app/languages/catalogue';
import { formatLanguages } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter, type LetterReader } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { MailFile } from '#app/platform/mail/outbox.server';
import { calendarFile } from '#app/working-groups/calendar/file.server';
import { meetingTime, zoneName } from '#app/working-groups/marks';
import { clocksOf, hoursOn } from '#app/working-groups/sessions/clocks';
import { invitationSecret } from './secret.server';

/** A session as letters tell of it. */
export interface Meeting {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly time_zone: string;
  readonly working_group_id: string;
  readonly status: string;
  readonly sequence: number;
  readonly mode: string | null;
  readonly place: string | null;
  readonly join_link: string | null;
  readonly languages: readonly string[];
}

/** What a letter says of a session: its words, and what makes it the same letter. */
interface Told {
  readonly words: 'convened' | 'moved' | 'cancelled' | 'reminder' | 'tomorrow' | 'instead';
  readonly key: string;
  /** The calendar file that it brings along. */
  readonly method?: 'REQUEST' | 'CANCEL';
  readonly values?: (language: Language) => Readonly<Record<string, string>>;
  readonly facts?: (t: Text, language: Language) => readonly Fact[];
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Writes to people about a session, each in their language: when it is on the meeting's clock, on their own and in UTC, where, and how to answer. */
export async function tell(tx: Tx, session: Meeting, people: readonly string[], told: Told, now: Date): Promise<void> {
  const group = await groupIn(tx, session.working_group_id);
  const { id, ref, title } = session;
  for (const personId of people) {
    await sendLetter(tx, {
      to: { personId }, words: `working-groups:mails.${told.words}`, topic: 'sessions', thread: `session:${id}`, key: told.key, now,
      values: (language) => ({ ref, title, group: group(language), when: meetingTime(session, textFor(language, 'working-groups'), language), ...told.values?.(language) }),
      facts: (reader) => [...(told.facts?.(textFor(reader.language, 'working-groups'), reader.language) ?? []), ...whenAndWhere(session, reader)],
      files: told.method === undefined ? undefined : (reader, linkTo) => [fileFor(session, group(reader.language), told.method ?? 'REQUEST', reader, linkTo, now)],
      ...(session.status === 'cancelled'
        ? { path: (language) => paths.in(language).session(ref) }
        : { path: (language) => paths.invitationByLink(ref, language), secret: invitationSecret(id, personId) }),
    });
  }
}

function whenAndWhere(session: Meeting, { language, time_zone }: LetterReader): Fact[] {
  const t = textFor(language, 'working-groups');
  const clocks = clocksOf(session.time_zone, time_zone).map(({ zone, whose }) => ({ label: whose === 'utc' ? 'UTC' : `${zoneName(zone)} (${t(`time.${whose}_zone`)})`, value: hoursOn(zone, session, t, language) }));
  return [...clocks, ...(session.place === null ? [] : [{ label: t('plan.place'), value: session.place }]), ...(session.languages.length === 0 ? [] : [{ label: t('plan.languages'), value: formatLanguages(language, session.languages) }]), ...(session.join_link === null || session.status === 'cancelled' ? [] : [{ label: t('session.join'), value: session.join_link }])];
}

/** The session alone, for this reader: nobody else's address is in it. */
function fileFor(session: Meeting, group_name: string, method: 'REQUEST' | 'CANCEL', reader: LetterReader, linkTo: (path: string) => string, changed_at: Date): MailFile {
  const to = paths.in(reader.language);
  const text = calendarFile([{ ...session, group_name, changed_at }], { method, name: session.title, language: reader.language, pageOf: (ref) => linkTo(to.session(ref)), reader });
  return { name: `${session.ref}.ics`, type: `text/calendar; charset=utf-8; method=${method}`, text };
}

/** What a group is called in each language, else in English, else as there is. */
async function groupIn(tx: Tx, id: string): Promise<(language: Language) => string> {
  const texts = await tx.selectFrom('working_group_texts').select(['language', 'name']).where('working_group_id', '=', id).orderBy('language').execute();
  return (language) => (texts.find((one) => one.language === language) ?? texts.find((one) => one.language === 'en') ?? texts[0])?.name ?? '';
}
