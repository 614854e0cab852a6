import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { problemOf } from '#app/access/constraints';
import type { Problem, Result } from '#app/access/result';
import { signTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { commitmentFields, goalFields, measureFields, type SheetError, type SheetOutcome } from './model';

/** Whoever brings a sheet, and how: each row is written in their name, with their own permits. `rule`: under which the sheet itself is taken. */
export interface Bringing {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly occasion: Occasion;
  readonly rule: string;
  /** The versions that stood here before any sheet was taken: what a row that names one was written from, whatever earlier sheets of the same workbook have changed. */
  readonly started?: ReadonlyMap<string, number>;
}

/** What became of one row. */
export type Settled = Pick<SheetOutcome, 'outcome' | 'id'> | readonly Omit<SheetError, 'row'>[];
export const wrong = (said: Problem, column: string | null = null): Settled => [{ column, problem: said }];

const columnOf: Readonly<Record<string, string>> = Object.fromEntries(
  [commitmentFields, measureFields, goalFields].flatMap((fields) => Object.entries(fields).map(([column, field]) => [field, column])),
);
export const inColumns = (problems: readonly Problem[]): Settled => problems.map((one) => ({ column: one.field === undefined ? null : (columnOf[one.field] ?? null), problem: one }));

/** Writes one row as the act that it is. What is refused, by a rule or by a constraint, is an error of the row, and nothing of it stays. */
export async function written<Value>({ tx, actor, occasion, rule }: Bringing, act: string, write: () => Promise<Result<Value>>, settled: (value: Value) => Settled): Promise<Settled> {
  await sql`savepoint sheet_row`.execute(tx);
  await signTransaction(tx, actor, act, occasion);
  const back = async () => void (await sql`rollback to savepoint sheet_row`.execute(tx));
  try {
    const result = await write();
    if (result.ok) await sql`set constraints all immediate`.execute(tx);
    else await back();
    return result.ok ? settled(result.value) : inColumns(result.problems);
  } catch (error) {
    const expected = problemOf(error);
    if (expected === undefined) throw error;
    await back();
    return inColumns([expected]);
  } finally {
    await signTransaction(tx, actor, rule, occasion);
  }
}
