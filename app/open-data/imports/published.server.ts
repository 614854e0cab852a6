import type { Occasion } from '#app/access/transaction.server';
import { permit } from '#app/access/permit';
import { takeActivitiesIn, takeBudgetsIn, takeParticipantsIn, type Take } from '#app/financing/activities/intake.server';
import { activityPolicy } from '#app/financing/activities/policy';
import { vanishedFrom } from '#app/financing/activities/vanished.server';
import { takeTransactionsIn } from '#app/financing/transactions/intake.server';
import type { Tx } from '#app/platform/database.server';
import { firsts, keyed, portal, settled, type Destination, type Intake } from './taken';
import type { RowError } from './model';
import type { ActivityRow, BudgetRow, IatiFileRow, IatiPart, ParticipantRow, TransactionRow } from './rows';
import { reportedElsewhere, strangersTo } from './reporters.server';

/** The rows of published aid data that a file holds, by what they are. */
interface Published {
  readonly activities: readonly ActivityRow[];
  readonly 'participating-orgs': readonly ParticipantRow[];
  readonly budgets: readonly BudgetRow[];
  readonly transactions: readonly TransactionRow[];
}
const nothing: Published = { activities: [], 'participating-orgs': [], budgets: [], transactions: [] };

/** Rows of one kind, from a table. */
export const takeTable = (tx: Tx, occasion: Occasion, to: Destination, rows: Partial<Published>): Promise<Intake> => take(tx, occasion, to, { ...nothing, ...rows });

/** An activity file: everything that it says of its activities, and what it says no longer. */
export async function takeIatiFile(tx: Tx, occasion: Occasion, to: Destination, rows: readonly IatiFileRow[]): Promise<Intake> {
  const of = <P extends IatiPart>(part: P) => rows.filter((row): row is Extract<IatiFileRow, { part: P }> => row.part === part);
  const activities = of('activities');
  const intake = await take(tx, occasion, to, { activities, 'participating-orgs': of('participating-orgs'), budgets: of('budgets'), transactions: of('transactions') });
  const edition = { identifiers: activities.map((row) => row.iati_identifier), reporters: [...new Set(activities.flatMap((row) => row.reporting_identifier ?? []))], keys: rows.map((row) => row.key) };
  return { ...intake, vanished: [...intake.vanished, ...(await vanishedFrom(tx, to, edition))] };
}

async function take(tx: Tx, occasion: Occasion, to: Destination, published: Published): Promise<Intake> {
  const strangers = await strangersTo(tx, to, published);
  const told = await reportedElsewhere(tx, to, published.transactions);
  const errors = [...strangers, ...told].map(({ row, why }): RowError => ({ row: row.row, column: 'iati_identifier', code: why.code, values: { ...why.values, element: row.key } }));
  const left = new Set([...strangers, ...told].map(({ row }) => row.key));
  const own = <Row extends { readonly key: string; readonly repeats: unknown }>(rows: readonly Row[]) => rows.filter(({ key }) => !left.has(key));
  const granted: Take = permit(activityPolicy.take, portal, { source: to.source });
  const { activities, 'participating-orgs': participants, budgets, transactions } = published;
  const [a, p, b, t] = [firsts(own(activities)), firsts(own(participants)), firsts(own(budgets)), own(transactions)];
  const taken = [
    ...(a.length === 0 ? [] : settled(a, await takeActivitiesIn(tx, granted, occasion, to, a.map(keyed))).taken),
    ...(p.length === 0 ? [] : settled(p, await takeParticipantsIn(tx, granted, occasion, to, p.map(keyed))).taken),
    ...(b.length === 0 ? [] : settled(b, await takeBudgetsIn(tx, granted, occasion, to, b.map(keyed))).taken),
  ];
  if (t.length === 0) return { taken, errors, differences: [], vanished: [] };
  const { outcomes, differences, vanished } = await takeTransactionsIn(tx, granted, occasion, to, t.map(transaction));
  const lineOf = new Map(t.map((row) => [row.key, row.row]));
  return {
    taken: [...taken, ...settled(t, outcomes).taken], errors, vanished,
    differences: differences.map(({ key, ...difference }) => ({ row: lineOf.get(key) ?? 0, ...difference })),
  };
}

function transaction({ humanitarian, aid_types, published_usd, provider_type_code, provider_source_note, ...row }: TransactionRow) {
  return { ...keyed(row), notes: { humanitarian, aid_types, published_usd, provider_type_code, provider_source_note } };
}
