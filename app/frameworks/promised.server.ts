import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';

/** States in which a promise counts, under way or closed; what was withdrawn or superseded does not. */
export const promisedStatuses = ['published', 'reached_on_time', 'reached_late', 'not_reached'] as const;

/** The commitments that are counted, as the start of a `with`: table `promised` with their `id`, as far as the viewer may read them. */
export const promisedTo = (viewer: Actor, view: View): RawBuilder<unknown> =>
  sql`promised as materialized (select c.id from commitments c where c.status = any(${[...promisedStatuses]}::text[]) and ${readable(viewer, view)})`;
