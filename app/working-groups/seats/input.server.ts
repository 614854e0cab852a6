import { z } from 'zod';
import { day, line, orNone } from '#app/working-groups/input.server';
import { seatRoles } from '#app/working-groups/model';

const person = orNone(z.email().max(200));
const sitting = { role: z.enum(seatRoles), voting: z.enum(['yes', 'no']).transform((said) => said === 'yes'), holder: person, alternate: person, from: day };
const reason = z.string().trim().min(3).max(500);

export const newSeatInput = z.object({ organisation: orNone(line), constituency: orNone(line), ...sitting });
export const seatChangeInput = z.object(sitting);
export const leaveInput = z.object({ from: day, until: day, reason });
export const seatEndInput = z.object({ until: day, reason });
