import { z } from 'zod';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';

const say = (code: string) => `commitments:problems.${code}`;
export const groupsInput = z.object({ groups: z.array(z.enum(BENEFICIARY_GROUPS.map(({ code }) => code), { error: say('groups_needed') }), { error: say('groups_needed') }).min(1, { error: say('groups_needed') }) });
