import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { standingTo } from '#app/reporting/publication/published.server';
import type { View } from '#app/reporting/reports/queries.server';

/** The last report of a coalition that belongs to no other, as it stands: what other pages lead to. */
export async function latestReport(_viewer: Actor, { language, now }: View): Promise<{ readonly ref: string; readonly title: string } | null> {
  const found = await sql<{ ref: string; title: string }>`
    select r.ref, coalesce(t.title, a.title, r.ref) as title from reports r join cycles y on y.id = r.cycle_id join coalitions c on c.id = y.coalition_id and c.parent_id is null
      left join report_texts t on t.report_id = r.id and t.language = ${language} left join report_texts a on a.report_id = r.id and a.language = r.language
    where ${standingTo(now)} order by y.year desc, r.published_at desc, r.ref limit 1`.execute(database());
  return found.rows[0] ?? null;
}
