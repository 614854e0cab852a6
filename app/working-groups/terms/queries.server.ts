import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database, type Reader } from '#app/platform/database.server';
import { groupsVisibleTo } from '#app/working-groups/visible.server';
import { termsColumns } from './in-force.server';
import type { Terms, TermsText } from './model';

/** A version with its words in every language in which there are some. */
export interface TermsRecord extends Terms {
  readonly written_on: string;
  readonly texts: readonly TermsText[];
}

const rows = (which: RawBuilder<unknown>) => sql<TermsRecord>`
  select ${termsColumns}, to_char(terms.written_at at time zone 'UTC', 'YYYY-MM-DD') as written_on,
    (select coalesce(json_agg(json_build_object('language', x.language, 'text', x.text, 'note', x.note) order by x.language), '[]') from working_group_term_texts x where x.working_group_id = terms.working_group_id and x.version = terms.version) as texts
  from working_group_terms terms join working_groups g on g.id = terms.working_group_id where ${which} order by terms.version desc`;

/** Every version of the terms of a group, the latest first. */
export const termsVersions = async (viewer: Actor, groupId: string, view: View): Promise<readonly TermsRecord[]> =>
  (await rows(sql`g.id = ${groupId} and ${groupsVisibleTo(viewer, view)}`).execute(database())).rows;

/** The version that was written last, whether it has begun or not: what the next one changes. */
export async function latestTerms(db: Reader, groupId: string): Promise<TermsRecord> {
  const [latest] = (await rows(sql`g.id = ${groupId}`).execute(db)).rows;
  if (latest === undefined) throw new Error('a group has terms of reference since it was chartered');
  return latest;
}
