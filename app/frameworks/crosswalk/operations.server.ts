import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { Relation } from '../model';
import type { frameworkPolicy } from '../policy';
import type { mappingPolicy } from './policy';

/** What relates to what, how and why. */
export interface MappingForm {
  readonly to_node_id: string;
  readonly relation: Relation;
  readonly reason: string;
}

/** Names how a clause relates to a clause of another version, most often of another framework: the crosswalk. CW-1: two clauses have one live mapping. */
export function mapNodes(granted: PermitFor<typeof frameworkPolicy.map>, occasion: Occasion, { to_node_id, relation, reason }: MappingForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { from_node_id } = granted.subject;
    const clauses = await tx.selectFrom('framework_nodes').select(['id', 'version_id']).where('id', 'in', [from_node_id, to_node_id]).execute();
    const versionOf = (id: string) => clauses.find((clause) => clause.id === id)?.version_id;
    const [from, to] = [versionOf(from_node_id), versionOf(to_node_id)];
    if (from === undefined) return refused(problem('frameworks:problems.no_such_clause', 'from_node_id'));
    if (to === undefined) return refused(problem('frameworks:problems.no_such_clause', 'to_node_id'));
    if (from === to) return refused(problem('frameworks:problems.same_version', 'to_node_id'));
    const id = newId();
    await tx.insertInto('node_mappings').values({ id, from_node_id, to_node_id, relation, reason, created_at: occasion.now }).execute();
    return done({ id });
  });
}

/** The mapping as it is now, held until the transaction ends; what was granted is decided again on it. */
async function lockMapping(tx: Tx, granted: PermitFor<typeof mappingPolicy.change> | PermitFor<typeof mappingPolicy.end>) {
  const row = await tx.selectFrom('node_mappings').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirst();
  if (row !== undefined) granted.again({ id: row.id, ended: row.ended_at !== null });
  return row;
}

/** CW-2: says anew how the clauses relate, and why. What was said before stays in the history. */
export function changeMapping(granted: PermitFor<typeof mappingPolicy.change>, occasion: Occasion, seen: number | undefined, form: Omit<MappingForm, 'to_node_id'>): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockMapping(tx, granted);
    if (row === undefined || (seen !== undefined && seen !== row.version)) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('node_mappings').set({ ...form, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}

/** CW-2: ends a mapping with a reason; it carries nothing any more and stays readable. One with a clause of a draft, which nobody else has seen, goes. */
export function endMapping(granted: PermitFor<typeof mappingPolicy.end>, occasion: Occasion, seen: number | undefined, end_reason: string): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockMapping(tx, granted);
    if (row === undefined || (seen !== undefined && seen !== row.version)) return refused(problem('form:problems.changed_meanwhile'));
    if (await ofDraft(tx, row)) await tx.deleteFrom('node_mappings').where('id', '=', row.id).execute();
    else await tx.updateTable('node_mappings').set({ ended_at: occasion.now, end_reason, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}

async function ofDraft(tx: Tx, { from_node_id, to_node_id }: { readonly from_node_id: string; readonly to_node_id: string }): Promise<boolean> {
  const draft = await tx.selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').select('n.id')
    .where('n.id', 'in', [from_node_id, to_node_id]).where('v.status', '=', 'draft').executeTakeFirst();
  return draft !== undefined;
}
