import { z } from 'zod';
import { evidenceForm, evidenceInput } from '#app/records/evidence/input.server';
import { day, line, orNone, paragraph } from '#app/working-groups/input.server';
import type { Completion } from './settling.server';

export const actionInput = z.object({ agenda_item_id: orNone(z.uuid()), text: line, owner_id: z.uuid(), due_on: day });

/** Only the button was pressed. */
export const startInput = z.object({});
export const reasonInput = z.object({ reason: paragraph });
export const reschedulingInput = z.object({ due_on: day, reason: paragraph });
export const reassignmentInput = z.object({ owner_id: z.uuid(), reason: paragraph });

/** AB-1: what came of it in words; evidence is as elsewhere, and may be left out as a whole. */
export const completionInput = z.object({ outcome: paragraph, title: z.string().optional(), url: z.string().optional(), file: z.instanceof(File).optional() })
  .transform(({ outcome, ...given }, context) => {
    if (given.title === undefined && given.url === undefined && (given.file === undefined || given.file.size === 0)) return { outcome, evidence: undefined };
    const evidence = evidenceInput.safeParse(given);
    if (!evidence.success) for (const issue of evidence.error.issues) context.addIssue({ ...issue, input: given } as never);
    return { outcome, evidence: evidence.data };
  });

/** The form with the file's bytes read. */
export const completionOf = async ({ outcome, evidence }: z.output<typeof completionInput>): Promise<Completion> => ({ outcome, evidence: evidence === undefined ? null : await evidenceForm(evidence) });
