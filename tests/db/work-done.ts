import { CompiledQuery, DefaultQueryExecutor, type QueryResult } from 'kysely';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How many rows a plan handed from step to step, and how many it looked at and laid aside. */
const rowsIn = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) * node['Actual Loops'] + (node.Plans ?? []).reduce((sum, one) => sum + rowsIn(one), 0);

export interface WorkDone {
  readonly statements: number;
  readonly rows: number;
  /** The statement that took most of them. */
  readonly most: { readonly rows: number; readonly text: string };
}

/**
 * What the database did for some work, counted in rows and not in time. Every statement of a transaction is explained where it stands, with what
 * the database knows at that moment, taken back, and done. What is asked outside of one is done alone.
 */
export async function workOf(work: () => Promise<unknown>): Promise<WorkDone> {
  const plans: { rows: number; text: string }[] = [];
  const asked = DefaultQueryExecutor.prototype;
  const executeQuery = asked.executeQuery;
  asked.executeQuery = async function explained<Row>(this: DefaultQueryExecutor, query: CompiledQuery): Promise<QueryResult<Row>> {
    const say = (text: string) => executeQuery.call(this, CompiledQuery.raw(text));
    if (/^\s*(?:with|select|insert|update)\b/i.test(query.sql) && (await say('savepoint explained').then(() => true, () => false))) {
      const { rows } = await executeQuery.call(this, { ...query, sql: `explain (analyze, timing off, format json) ${query.sql}` });
      await say('rollback to savepoint explained');
      const [plan] = rows as { 'QUERY PLAN': [{ Plan: PlanNode }] }[];
      plans.push({ rows: plan === undefined ? 0 : rowsIn(plan['QUERY PLAN'][0].Plan), text: query.sql });
    }
    return (await executeQuery.call(this, query)) as QueryResult<Row>;
  };
  try {
    await work();
  } finally {
    asked.executeQuery = executeQuery;
  }
  const most = plans.reduce((one, other) => (other.rows > one.rows ? other : one), { rows: 0, text: '' });
  return { statements: plans.length, rows: plans.reduce((sum, { rows }) => sum + rows, 0), most };
}
