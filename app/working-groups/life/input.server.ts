import { z } from 'zod';
import { orNone, paragraph } from '#app/working-groups/input.server';

/** Only the button was pressed. */
export const stepInput = z.object({});
export const endInput = z.object({ reason: paragraph, heir_id: orNone(z.uuid()) });
