import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { evidenceInput } from '#app/records/evidence/input.server';
import { languages } from '#app/languages/language';
import { audiences, chapterParts, mostSigns, outcomeKinds, outputKinds, type Part } from './model';

const ids = z.array(z.uuid()).max(500).default([]);
const rows = { sessions: ids, decisions: ids, recommendations: ids };
const chosenIn = ({ sessions, decisions, recommendations }: { readonly sessions: string[]; readonly decisions: string[]; readonly recommendations: string[] }) =>
  ({ session: sessions, decision: decisions, recommendation: recommendations });

export const composeInput = z.object({ kind: z.enum(outcomeKinds), language: z.enum(languages), title: z.string().trim().min(1).max(mostSigns.title), ...rows })
  .transform(({ kind, language, title, ...given }) => ({ kind, language, title, chosen: chosenIn(given) }));
export const rowsInput = z.object(rows).transform(chosenIn);

/** `seen` is the version of the text that its writer had before them; none where nothing was written yet. */
export const textInput = (part: Part) => z.object({ language: z.enum(languages), text: z.string().trim().min(1).max(mostSigns[part]), seen: z.number().int().optional() });

export const consultationInput = z.object({ audience: z.enum(audiences), until: z.string().refine(isDay, 'working-groups:problems.day') });
export const launchInput = z.object({ session: z.uuid() });
/** Only the button was pressed. */
export const stepInput = z.object({});

export const commentInput = z.object({ part: z.enum(chapterParts).nullable().default(null), text: z.string().trim().min(1).max(4000), name: z.string().trim().min(1).max(200).nullable().default(null) });
export const answerInput = z.object({ answer: z.string().trim().min(1).max(4000) });
export const outputInput = z.intersection(z.object({ kind: z.enum(outputKinds) }), evidenceInput);
