import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';

/** A clause of a figure under the clause that it belongs to. */
export interface Belonging {
  /** As figure 2.2 names it: the code of the text, and its own. */
  readonly part: string;
  readonly parent: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * EX-3: which principle a clause stands under, in the text that was in force when the report was frozen, else in the first that has the clause.
 * Published texts never change (FR-1), so it reads the same for ever.
 */
export async function principlesOf(db: Reader, snapshotId: string, parts: readonly string[]): Promise<Belonging[]> {
  const found = await sql<Belonging>`
    select part, parent, names from (
      select distinct on (l.part) l.part, f.code || ' ' || p.code as parent, p.position,
        (select jsonb_object_agg(t.language, p.code || ' ' || t.title) from framework_node_texts t where t.node_id = p.id) as names
      from unnest(${[...parts]}::text[]) as l (part) join frameworks f on f.code = split_part(l.part, ' ', 1)
        join framework_versions v on v.framework_id = f.id and v.published_at is not null
        join framework_nodes n on n.version_id = v.id and n.code = substr(l.part, length(f.code) + 2) join framework_nodes p on p.id = n.parent_id
        join snapshots s on s.id = ${snapshotId}::uuid
      order by l.part, v.published_at <= s.frozen_at desc, case when v.published_at <= s.frozen_at then -v.number else v.number end
    ) as told order by parent collate "C", part collate "C"`.execute(db);
  return found.rows.map((row) => ({ ...row, names: row.names ?? {} }));
}
