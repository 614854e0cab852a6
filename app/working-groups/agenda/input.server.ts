import { z } from 'zod';
import { line, orNone, paragraph } from '#app/working-groups/input.server';
import { itemKinds, outcomes } from './model';

export const itemInput = z.object({ title: line, kind: z.enum(itemKinds), minutes: orNone(z.number().int().min(1).max(480)), presenter: orNone(line), dimension_id: orNone(z.uuid()) });

/** An item as it is edited on its own page. */
export const editInput = itemInput.extend({ section: orNone(line), presenter_id: orNone(z.uuid()), commitment: orNone(z.string().trim().toUpperCase().max(40)), report_id: orNone(z.uuid()) });

/** The buttons of the agenda: which item goes up, down, or off. */
export const orderInput = z.object({ up: orNone(z.uuid()), down: orNone(z.uuid()), off: orNone(z.uuid()) });

export const outcomeInput = z.object({ item: z.uuid(), outcome: z.enum(outcomes) });
export const noteInput = z.object({ item: z.uuid(), note: paragraph });
