import { z } from 'zod';
import { orNone } from '#app/working-groups/input.server';
import { checkIns } from './model';

export const checkInInput = z.object({ presence: z.enum(checkIns), code: orNone(z.string().trim().max(20)) });
export const extensionInput = z.object({ item: z.uuid() });
