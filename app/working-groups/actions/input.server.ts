import { z } from 'zod';
import { day, line, orNone } from '#app/working-groups/input.server';
import { actionStatuses } from './model';

export const actionInput = z.object({ agenda_item_id: orNone(z.uuid()), text: line, owner_id: z.uuid(), due_on: day });
export const settlementInput = z.object({ status: z.enum(actionStatuses) });
