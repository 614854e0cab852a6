import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isZone } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { day, line, orNone, paragraph } from '#app/working-groups/input.server';
import { modes, sessionVisibilities } from '#app/working-groups/sessions/model';
import { meetingPresences, waysToCome } from './model';

export const meetingInput = z.object({
  language: z.enum(languages),
  title: line,
  introduction: orNone(paragraph),
  starts_on: day,
  ends_on: day,
  time_zone: z.string().refine(isZone, 'working-groups:problems.zone'),
  mode: z.enum(modes),
  place: orNone(line),
  visibility: z.enum(sessionVisibilities),
  registration_opens_on: day,
  registration_closes_on: day,
  places: orNone(z.number().int().min(1).max(100_000)),
});

/** For whom somebody registers: an organisation of theirs, or nobody but themselves. */
export const registrationInput = z.object({ organisation: orNone(z.string().refine(isId, { error: 'form:errors.choose' })), mode: z.enum(waysToCome) });

/** The list of participants: of each what the page said and what it says now. */
export const participantsInput = z.object({
  people: z.array(z.object({ id: z.uuid(), was: orNone(z.enum(meetingPresences)), now: orNone(z.enum(meetingPresences)) })).max(1000).default([]),
});
