import { z } from 'zod';
import { roleNames } from '#app/access/actor';
import { isId } from '#app/platform/identity';
import { scopeKinds } from './model';

export const roleInput = z
  .object({
    role: z.enum(roleNames),
    scope: z.enum(scopeKinds),
    /** The id of the coalition, organisation, group or country; none for the platform. */
    scope_id: z.string().max(36).default(''),
    /** The first day of the role; today unless it is given. */
    from: z.iso.date().nullable().default(null),
    /** The last day of the role, where it ends by itself. */
    until: z.iso.date().nullable().default(null),
    reason: z.string().trim().min(3).max(500),
  })
  .refine(({ scope, scope_id }) => scope === 'platform' || (scope === 'country' ? /^[A-Z]{2}$/.test(scope_id) : isId(scope_id)), { path: ['scope_id'], error: 'form:errors.choose' });

export const endInput = z.object({ reason: z.string().trim().min(3).max(500) });
