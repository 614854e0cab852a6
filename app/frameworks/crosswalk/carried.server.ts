import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { additionsFor } from '../coverage/additions.server';
import type { Relation } from '../model';
import { ties } from './ties.server';

/** What is carried across to a clause by one relation. Amounts are US dollars as decimal text. */
export interface Carried {
  readonly node_id: string;
  readonly relation: Relation;
  /** Promises that name one of the clauses behind the relation, each counted once. */
  readonly commitments: number;
  /** Pledges for them that are in the sums. */
  readonly pledges: number;
  readonly pledged: string;
  readonly committed: string;
  readonly disbursed: string;
}

/**
 * CW-3: commitments and money carried across to the clauses of a version, one row for each relation that a clause is mapped by; the rows
 * overlap and are never added. From every text in force, or from one version alone.
 */
export async function carriedTo(viewer: Actor, versionId: string, view: View, otherId: string | null = null): Promise<Carried[]> {
  const additions = await additionsFor(viewer, view);
  const found = await sql<Carried>`
    with ${additions},
    crossed as materialized (
      select t.node_id, t.relation, t.other_id from ${ties} t join framework_nodes n on n.id = t.node_id and n.version_id = ${versionId}
      join framework_nodes o on o.id = t.other_id join framework_versions w on w.id = o.version_id
      where ${otherId === null ? sql`w.status = 'published'` : sql`w.id = ${otherId}`}
    )
    select k.node_id, k.relation, coalesce(sum(a.commitments), 0)::int as commitments, coalesce(sum(a.pledges), 0)::int as pledges,
      ${sql.join(['pledged', 'committed', 'disbursed'].map((rung) => sql`trim_scale(coalesce(sum(${sql.ref(`a.${rung}`)}), 0))::text as ${sql.ref(rung)}`))}
    from (select node_id, relation, array_agg(other_id) as others from crossed group by 1, 2) k left join additions a on a.scopes && k.others group by 1, 2`.execute(database());
  return found.rows;
}
