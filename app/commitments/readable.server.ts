import { sql, type RawBuilder } from 'kysely';
import { isOfPlatform, type Actor, type PersonActor } from '#app/access/actor';
import { visibleTo } from '#app/access/visibility.server';
import type { Language } from '#app/languages/language';
import { addDays, dayOf, type Day } from '#app/platform/clock';
import { dueSoonDays } from './health/model';

/** For whom something is read: the language of the reader, and the instant that embargoes and health are decided at. */
export interface View {
  readonly language: Language;
  readonly now: Date;
  /** The currency that sums of money are shown in; US dollars where it names none. */
  readonly currency?: string | undefined;
}
/** The instant alone: all that a guard needs to know of a view. */
export type At = Pick<View, 'now'>;
export const todayOf = ({ now }: At): Day => dayOf(now);

/**
 * What a viewer may read, as a condition on `commitments as c`: what is published and open to them, their own organisation's or
 * country's, and what their coalition's secretariat serves; a reviewer also reads what was submitted.
 */
export function readable(viewer: Actor, { now }: At): RawBuilder<boolean> {
  const open = visibleTo(viewer, now, {
    visibility: sql`c.visibility`, embargo: sql`c.embargo_until`, isOut: sql`c.published_at is not null`,
    organisation: sql`c.lead_organisation_id`, country: sql`c.lead_country_iso2`, coalition: sql`c.coalition_id`,
  });
  return viewer.kind === 'person' ? sql<boolean>`(${open} or (${reviewedBy(viewer)} and c.status in ('submitted', 'verified')))` : open;
}

function reviewedBy(viewer: PersonActor): RawBuilder<unknown> {
  const reviewing = viewer.roles.filter((held) => held.role === 'reviewer');
  if (reviewing.some(isOfPlatform)) return sql`true`;
  const coalitions = reviewing.flatMap((held) => held.coalition_id ?? []);
  return coalitions.length === 0 ? sql`false` : sql`c.coalition_id = any(${coalitions}::uuid[])`;
}

/** The standing of `commitments as c` on a day, in SQL: the same rule as `standingOf`, so that lists filter and count by it. */
export const standingSql = (today: Day): RawBuilder<string> => sql<string>`case when c.status <> 'published' then c.status
  when c.stale_on <= ${today} then 'stale' when c.off_track_on <= ${today} then 'off_track' when c.at_risk_on <= ${today} then 'at_risk' else 'on_track' end`;

/** The same rule as a condition for each health: ranges of stored days, whose share of the rows the planner knows. */
export function healthCondition(health: string, today: Day): RawBuilder<boolean> {
  const since = { stale: sql`c.stale_on <= ${today}`, off: sql`c.off_track_on <= ${today}`, risk: sql`c.at_risk_on <= ${today}` };
  const before = { stale: sql`(c.stale_on is null or c.stale_on > ${today})`, off: sql`(c.off_track_on is null or c.off_track_on > ${today})`, risk: sql`(c.at_risk_on is null or c.at_risk_on > ${today})` };
  const under = (...conditions: readonly RawBuilder<unknown>[]) => sql<boolean>`(c.status = 'published' and ${sql.join(conditions, sql` and `)})`;
  switch (health) {
    case 'stale': return under(since.stale);
    case 'off_track': return under(before.stale, since.off);
    case 'at_risk': return under(before.stale, before.off, since.risk);
    case 'on_track': return under(before.stale, before.off, before.risk);
    default: return sql<boolean>`false`;
  }
}

/** Which update was last, for the order and the filters that share its index. */
export const lastUpdated = sql`coalesce(c.last_update_on, '0001-01-01')`;

/** The rule of `freshnessOf` as a condition for each kind: ranges of days, as above. */
export function freshnessCondition(kind: string, today: Day): RawBuilder<boolean> {
  const never = sql`${lastUpdated} = '0001-01-01'`;
  const said = sql`${lastUpdated} > '0001-01-01'`;
  const under = (...conditions: readonly RawBuilder<unknown>[]) => sql<boolean>`(c.status = 'published' and ${sql.join(conditions, sql` and `)})`;
  const soon = addDays(today, dueSoonDays);
  switch (kind) {
    case 'updated': return under(said, sql`(c.stale_on is null or c.stale_on > ${soon})`);
    case 'due': return under(said, sql`c.stale_on > ${today} and c.stale_on <= ${soon}`);
    case 'first_due': return under(never, sql`c.stale_on > ${today}`);
    case 'old': return under(said, sql`c.stale_on <= ${today}`);
    case 'never': return under(never, sql`(c.stale_on is null or c.stale_on <= ${today})`);
    default: return sql<boolean>`false`;
  }
}
