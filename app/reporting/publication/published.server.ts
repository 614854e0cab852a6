import { sql, type RawBuilder } from 'kysely';
import { database } from '#app/platform/database.server';

/**
 * An edition of a report that anybody may see: it was published, and its embargo is over. The one condition of every reader, on the
 * table `reports` by the name that it has in the query. An edition that was corrected stays in public (RP-3).
 */
export const publishedTo = (now: Date, report: RawBuilder<unknown> = sql`r`): RawBuilder<boolean> =>
  sql<boolean>`(${report}.status in ('published', 'corrected') and (${report}.embargo_until is null or ${report}.embargo_until <= ${now}))`;

/** The same of the edition that stands now, for whoever names a report without one: lists, search, and what links to its figures. */
export const standingTo = (now: Date, report: RawBuilder<unknown> = sql`r`): RawBuilder<boolean> =>
  sql<boolean>`(${publishedTo(now, report)} and not exists (select from reports later where later.ref = ${report}.ref and later.edition > ${report}.edition and ${publishedTo(now, sql`later`)}))`;

/** The day on which an edition came out: what was published under embargo is out when that ends. */
export const outOn: RawBuilder<string> = sql`to_char(greatest(r.published_at, r.embargo_until) at time zone 'UTC', 'YYYY-MM-DD')`;

/** When the clock alone lets the next edition out: nothing that is kept may outlive it. */
export async function nextOut(now: Date): Promise<Date | null> {
  const found = await sql<{ at: Date | null }>`select min(r.embargo_until) as at from reports r where r.status in ('published', 'corrected') and r.embargo_until > ${now}`.execute(database());
  return found.rows[0]?.at ?? null;
}
