import { addDays, dayOf, instantAt, type Day } from '#app/platform/clock';

/** Of the file of record and of what is sealed; another version never rereads an earlier seal differently. */
export const ruleVersion = 1;

/** Working days of the correction window where nobody says otherwise. */
export const correctionDays = 5;
export const mostCorrectionDays = 60;

export const guestCapacities = ['guest', 'observer', 'expert', 'secretariat'] as const;
export type GuestCapacity = (typeof guestCapacities)[number];
export const guestPresences = ['in_person', 'remote', 'excused'] as const;
export type GuestPresence = (typeof guestPresences)[number];

export const amendmentStatuses = ['open', 'accepted', 'rejected', 'withdrawn'] as const;
export type AmendmentStatus = (typeof amendmentStatuses)[number];

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The day that lies so many working days ahead, Monday to Friday. */
export function workingDaysAfter(day: Day, days: number): Day {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (!isWeekend(reached)) left -= 1;
  }
  return reached;
}

/** WG-6: the correction window ends with its last working day, on the calendar of the meeting. */
export function windowEnd(opened: Date, days: number, zone: string): Date {
  return instantAt(`${addDays(workingDaysAfter(dayOf(opened, zone), days), 1)}T00:00`, zone);
}

/** The last day on which an amendment counts. */
export const lastDayOf = (end: Date, zone: string): Day => dayOf(new Date(end.getTime() - 1), zone);

export type Amended = { readonly text: string } | { readonly fault: 'words_not_found' | 'words_ambiguous' };

/** A passage with the words of an amendment in it: the old words stand there once; without old words the new ones come after the rest. */
export function amended(text: string, { old_words, new_words }: { readonly old_words: string; readonly new_words: string }): Amended {
  if (old_words === '') return { text: text === '' ? new_words : `${text}\n\n${new_words}` };
  const [before, after, ...more] = text.split(old_words);
  if (before === undefined || after === undefined) return { fault: 'words_not_found' };
  return more.length > 0 ? { fault: 'words_ambiguous' } : { text: `${before}${new_words}${after}` };
}

/** Whether somebody may approve: not who alone wrote the text, unless another has seconded it as it stands. */
export function mayApproveText(person: string, authors: readonly string[], secondedBy: string | null): boolean {
  const alone = authors.length === 1 && authors[0] === person;
  return !alone || (secondedBy !== null && secondedBy !== person);
}

/** People typed one on a line: `Name`, or `Name, organisation`. */
export function guestsOf(text: string): { readonly name: string; readonly affiliation: string | null }[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [name = '', ...rest] = line.split(',');
    const affiliation = rest.join(',').trim();
    return { name: name.trim(), affiliation: affiliation === '' ? null : affiliation };
  });
}

/** Links typed one on a line: words, then the address. */
export function linksOf(text: string): { readonly text: string; readonly href: string }[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const found = /^(.*?)[\s:]*(https?:\/\/\S+)$/.exec(line);
    return { text: found?.[1] || (found?.[2] ?? line), href: found?.[2] ?? '' };
  });
}
