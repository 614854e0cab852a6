import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import type { Day } from '#app/platform/clock';

/** States in which a promise counts, under way or closed; what was withdrawn or superseded does not. */
export const promisedStatuses = ['published', 'reached_on_time', 'reached_late', 'not_reached'] as const;

/** Whether `commitments as c` counts. */
export const promised: RawBuilder<boolean> = sql<boolean>`c.status = any(${[...promisedStatuses]}::text[])`;

/**
 * The promises (`c`) that the party of `endorsements as e` leads, as far as they may be read: an organisation's with those of all that were
 * merged with it (ME-2). Each half has an index of its own.
 */
export const ledBy = (readable: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> => sql`(
  select c.id from commitments c where c.lead_organisation_id in (select organisation_family(organisation_successor(e.organisation_id))) and ${promised} and ${readable}
  union all select c.id from commitments c where c.lead_country_iso2 = e.country_iso2 and ${promised} and ${readable})`;

/** The day on which `commitments as c` was withdrawn or superseded, as its trail tells it: the trail is asked for those alone. */
const endedOn = sql`(select min((a.told_at at time zone 'UTC')::date) from audit_log a where a.table_name = 'commitments' and a.record_id = c.id::text and a.after ->> 'status' = c.status)`;

/** Whether `commitments as c` counted at the end of a day that is past: it was out, and not yet withdrawn or superseded. */
export const promisedOn = (day: Day | RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`((c.published_at at time zone 'UTC')::date <= ${day}::date and (${promised} or (c.status in ('withdrawn', 'superseded') and ${endedOn} > ${day}::date)))`;

/** The commitments that are counted, as the start of a `with`: table `promised` with their `id`, as far as the viewer may read them. */
export const promisedTo = (viewer: Actor, view: View): RawBuilder<unknown> =>
  sql`promised as materialized (select c.id from commitments c where ${promised} and ${readable(viewer, view)})`;
