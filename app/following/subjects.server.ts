import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type At } from '#app/commitments/readable.server';
import { declarationCode } from '#app/frameworks/model';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Subject } from './model';

/** The column of `follows` that names a subject, and the others empty. */
export const subjectColumns = ({ kind, id }: Subject) => ({
  commitment_id: kind === 'commitment' ? id : null, country_iso2: kind === 'country' ? id : null, node_id: kind === 'clause' ? id : null, coalition_id: kind === 'coalition' ? id : null,
});

/** Clauses that have a page: of a version of the Declaration that is out. */
export const clauseWithPage = sql`(v.status <> 'draft' and w.code = ${declarationCode})`;

/** What a button names, where the viewer may read it; what may not be read is as absent as what is not there. */
export async function findSubject(viewer: Actor, { kind, id }: Subject, at: At): Promise<Subject | undefined> {
  if (kind !== 'country' && !isId(id)) return undefined;
  const found = await {
    commitment: () => sql`select from commitments c where c.id = ${id} and ${readable(viewer, at)}`.execute(database()),
    country: () => sql`select from countries where iso2 = ${id}`.execute(database()),
    clause: () => sql`select from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks w on w.id = v.framework_id where n.id = ${id} and ${clauseWithPage}`.execute(database()),
    coalition: () => sql`select from coalitions where id = ${id} and status <> 'closed'`.execute(database()),
  }[kind]();
  return found.rows.length === 0 ? undefined : { kind, id };
}
