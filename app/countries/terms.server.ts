import { problem, type Problem } from '#app/access/result';
import type { Tx } from '#app/platform/database.server';
import { pillarsCode } from './worth';

/** The minor unit of a currency that forms offer. */
export async function exponentFor(tx: Tx, currency: string | null): Promise<number | undefined> {
  if (currency === null) return undefined;
  return (await tx.selectFrom('currencies').select('exponent').where('code', '=', currency).where('active', '=', true).executeTakeFirst())?.exponent;
}

/** Whether the pillar is one, and every clause belongs to a published version. */
export async function clauseProblems(tx: Tx, pillar: string, nodes: readonly string[]): Promise<Problem[]> {
  const found = await tx.selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').innerJoin('frameworks as f', 'f.id', 'v.framework_id')
    .select(['n.id', 'f.code']).where('v.status', '=', 'published').where('n.id', 'in', [pillar, ...nodes]).execute();
  const problems: Problem[] = [];
  if (!found.some(({ id, code }) => id === pillar && code === pillarsCode)) problems.push(problem('countries:problems.pillar', 'pillar'));
  if (!nodes.every((id) => found.some((node) => node.id === id && node.code !== pillarsCode))) problems.push(problem('countries:problems.clause', 'nodes'));
  return problems;
}
