import { z } from 'zod';
import { languages } from '#app/languages/language';
import { orNone, paragraph } from '#app/working-groups/input.server';
import { planInput } from '#app/working-groups/sessions/input.server';
import { guestCapacities, guestPresences, guestsOf, linksOf, mostCorrectionDays } from './model';

const words = z.string().max(4000).default('');
const mostLines = 200;

export const draftInput = z.object({ language: z.enum(languages) });
/** The text of a passage; with `preview` it is only shown. */
export const passageInput = z.object({ text: z.string().max(60_000).default(''), preview: orNone(z.string()) });
export const circulationInput = z.object({ days: z.number().int().min(1).max(mostCorrectionDays) });
export const amendmentInput = z.object({ passage: z.number().int().min(0), old_words: words, new_words: words, reason: paragraph });
export const answerInput = z.object({ number: z.number().int().min(1), what: z.enum(['accept', 'reject']), answer: orNone(paragraph) });
export const withdrawalInput = z.object({ number: z.number().int().min(1) });
export const erratumInput = z.object({ passage: orNone(z.number().int().min(0)), wrong: paragraph, correct: paragraph, reason: paragraph });

/** Guests one on a line; or the one that is taken off. */
export const guestsInput = z.object({
  off: orNone(z.uuid()),
  guests: orNone(paragraph).transform((text) => guestsOf(text ?? '')).refine((found) => found.length <= mostLines && found.every((guest) => guest.name !== '' && guest.name.length <= 200 && (guest.affiliation ?? '').length <= 200), 'working-groups:problems.guests'),
  capacity: z.enum(guestCapacities).default('guest'), presence: z.enum(guestPresences).default('remote'), publish_name: z.coerce.boolean().default(false),
});
export const linksInput = z.object({
  links: orNone(paragraph).transform((text) => linksOf(text ?? '')).refine((found) => found.length <= mostLines && found.every((link) => URL.canParse(link.href) && link.text.length <= 200), 'working-groups:problems.links'),
});

/** A meeting that is over: as it would be planned, its items under the headings that are typed before them (`# Heading`). */
export const pastInput = z.intersection(planInput, z.object({ agenda: orNone(z.string().max(20_000)) })).transform(({ agenda, carried: _, items: _items, ...form }) => ({ ...form, agenda: agendaOf(agenda ?? '') }))
  .refine((form) => form.agenda.length <= 100 && form.agenda.every((item) => item.title.length <= 200 && (item.section ?? '').length <= 200), { message: 'working-groups:problems.agenda_lines', path: ['agenda'] });

/** One item on a line; a line that begins with # is the heading of those after it. */
export function agendaOf(text: string) {
  let section: string | null = null;
  return text.split('\n').map((one) => one.trim()).filter((one) => one !== '').flatMap((typed) => {
    if (!typed.startsWith('#')) return [{ title: typed, section, kind: 'discussion' as const, minutes: null, presenter: null, commitment_id: null, node_id: null }];
    section = typed.replace(/^#+\s*/, '') || null;
    return [];
  });
}

