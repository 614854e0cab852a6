import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { sameSubject, type NamedSubject, type Subject } from '../subjects';

/** Those of some subjects that there are, each once, with what they are called in every language; of groups those that everybody may see. */
export async function subjectsNamed(db: Reader, subjects: readonly Subject[]): Promise<NamedSubject[]> {
  if (subjects.length === 0) return [];
  const of = (kind: Subject['kind']) => subjects.filter((one) => one.kind === kind).map(({ ref }) => ref);
  const found = await sql<NamedSubject>`
    select 'country' as kind, n.iso2 as ref, jsonb_object_agg(n.language, n.name) as names from country_texts n where n.iso2 = any(${of('country')}::text[]) group by n.iso2
    union all select 'group', g.ref, jsonb_object_agg(n.language, n.name) from working_groups g join working_group_texts n on n.working_group_id = g.id
      where g.ref = any(${of('group')}::text[]) and g.visibility = 'public' and g.status <> 'proposed' group by g.ref
    union all select 'member', o.ref, jsonb_build_object('en', o.name) from organisations o where o.ref = any(${of('member')}::text[])`.execute(db);
  return found.rows.filter((one, at) => found.rows.findIndex((other) => sameSubject(one, other)) === at);
}
