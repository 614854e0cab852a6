import { formatDate, formatList } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { countryName } from '#db/reference/countries';
import { lastDayFor } from '../model';
import type { Level, SilentLead, Stage } from './model';

/** What a reminder is about. */
export interface Reminding {
  readonly cycle: { readonly id: string; readonly ref: string; readonly year: number; readonly lock_on: Day };
  readonly stage: Stage | 'asked';
  readonly level: Level;
  readonly words: string | null;
  readonly nudged_by: string | null;
  readonly today: Day;
  readonly now: Date;
}

/** Which letter it is: before the day, after it, or about others. */
export const wordsOf = (level: Level, due: Day, today: Day): 'reminder_before' | 'reminder_after' | 'reminder_above' => (level !== 'speakers' ? 'reminder_above' : due >= today ? 'reminder_before' : 'reminder_after');

/** What a reminder says, in the language of its reader. The day that it names is that of the first. */
export function reminderOf(leads: readonly SilentLead[], { cycle, words }: { readonly cycle: Pick<Reminding['cycle'], 'year' | 'lock_on'>; readonly words: string | null }, language: Language): Readonly<Record<string, string | number>> {
  const due = leads[0]?.due_on ?? cycle.lock_on;
  const titles = leads.flatMap((lead) => lead.titles);
  const count = leads.reduce((sum, lead) => sum + lead.missing, 0);
  return {
    year: cycle.year, count, due: formatDate(language, due), lock: formatDate(language, lastDayFor(cycle, due)), words: words === null ? '' : `\n\n${words}`,
    commitments: formatList(language, count > titles.length ? [...titles, '…'] : titles), leads: formatList(language, leads.map(({ name, country_iso2 }) => name ?? countryName(country_iso2 ?? '', language))),
  };
}

/**
 * Writes to one person once about some of the leads, and notes each. What was noted before at a stage of the clock is not told of again, so
 * that two who run at once, or one who runs again, write one letter.
 * @returns whether a letter was written
 */
export async function remindIn(tx: Tx, personId: string, leads: readonly SilentLead[], reminding: Reminding): Promise<boolean> {
  const { cycle, stage, level, words, nudged_by, now } = reminding;
  const noted = await tx.insertInto('cycle_nudges').values(leads.map(({ organisation_id, country_iso2 }) => ({
    id: newId(), cycle_id: cycle.id, organisation_id, country_iso2, person_id: personId, stage, words, nudged_by, nudged_at: now,
  }))).onConflict((conflict) => conflict.doNothing()).returning(['organisation_id', 'country_iso2']).execute();
  const told = leads.filter((lead) => noted.some((one) => one.organisation_id === lead.organisation_id && one.country_iso2 === lead.country_iso2));
  const [first] = told;
  if (first === undefined) return false;
  await sendLetter(tx, {
    to: { personId }, words: `reporting:mails.${wordsOf(level, first.due_on, reminding.today)}`, path: level === 'speakers' ? paths.updates(cycle.ref) : paths.cycle(cycle.ref),
    values: (language) => reminderOf(told, reminding, language),
    thread: `cycle:${cycle.id}:${personId}`, key: `cycle-reminder:${cycle.id}:${stage}:${first.due_on}:${now.toISOString()}:${personId}`, now,
  });
  return true;
}
