import { createHash } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { isLanguage, languages, nativeNames, type Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { cycleAt } from '../request.server';
import { cyclePolicy } from '../policy';
import { boardFilters } from '../filters';
import { isComplete } from '../model';
import { boardOf } from '../queries.server';
import { silentLeads } from './leads.server';
import { reminderOf, wordsOf } from './letters.server';
import { restedReaders, type NudgeRefusal, type SilentLead } from './model';

/** A reminder before it is sent: to how many, in which languages with the letter as they will read it, and who is left and why. */
export interface NudgePreview {
  readonly leads: number;
  readonly people: number;
  readonly letters: readonly { readonly language: Language; readonly name: string; readonly people: number; readonly subject: string; readonly body: readonly string[] }[];
  readonly left: readonly { readonly ref: string; readonly name: string; readonly why: NudgeRefusal | 'done' }[];
  readonly refs: readonly string[];
  readonly seen: string;
}

/** Who was chosen on the board: those who were ticked, or all that it shows; never one who has sent everything. */
export async function nudgeAt(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, view, cycle, running } = await cycleAt(args);
  const granted = permit(cyclePolicy.nudge, viewer, running);
  const asked = new URL(args.request.url).searchParams;
  const rows = await boardOf(permit(cyclePolicy.board, viewer, cycle), view, boardFilters(asked));
  const ticked = new Set(asked.getAll('lead'));
  const all = asked.get('which') === 'all';
  // Of all, those who are done are not asked; who ticked one of them is told so.
  const chosen = rows.filter((row) => row.shown && (all ? !isComplete(row) : ticked.has(row.ref)));
  const silent = await silentLeads(database(), cycle, view.now);
  return { viewer, view, cycle, granted, preview: previewOf(silent, chosen, cycle, view) };
}

interface Asked {
  readonly language: Language;
  readonly now: Date;
}

function previewOf(silent: readonly SilentLead[], chosen: readonly { readonly ref: string; readonly name: string }[], cycle: { readonly year: number; readonly lock_on: string; readonly time_zone: string }, { now }: Asked): NudgePreview {
  const left: NudgePreview['left'][number][] = [];
  const met: { lead: SilentLead; readers: SilentLead['readers'] }[] = [];
  for (const { ref, name } of chosen) {
    const lead = silent.find((one) => one.ref === ref);
    const rested = lead === undefined ? undefined : restedReaders(lead, now);
    if (lead === undefined || rested === undefined) left.push({ ref, name, why: 'done' });
    else if (rested.why !== undefined) left.push({ ref, name, why: rested.why });
    else met.push({ lead, readers: rested.readers });
  }
  const people = new Map(met.flatMap(({ lead, readers }) => readers.map(({ id, language }) => [id, { language, lead }] as const)));
  const letters = languages.flatMap((language) => {
    const readers = [...people.values()].filter((one) => (isLanguage(one.language) ? one.language : 'en') === language);
    const [first] = readers;
    return first === undefined ? [] : [{ language, name: nativeNames[language], people: readers.length, ...letterFor(first.lead, language, cycle, now) }];
  });
  return { leads: met.length, people: people.size, letters, left, refs: met.map(({ lead }) => lead.ref), seen: createHash('sha256').update(met.map(({ lead, readers }) => `${lead.ref} ${readers.map(({ id }) => id).join()}`).join('\n')).digest('base64url') };
}

/** The letter as one of them will read it. */
function letterFor(lead: SilentLead, language: Language, cycle: { readonly year: number; readonly lock_on: string; readonly time_zone: string }, now: Date): { subject: string; body: readonly string[] } {
  const t = textFor(language, 'reporting');
  const words = `mails.${wordsOf('speakers', lead.due_on, dayOf(now, cycle.time_zone))}`;
  const values = reminderOf([lead], { cycle, words: null }, language);
  return { subject: t(`${words}.subject`, values), body: t(`${words}.body`, values).split('\n\n') };
}
