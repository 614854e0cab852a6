import { sql } from 'kysely';
import type { Occasion } from '#app/access/transaction.server';
import { ensureActivitiesIn, type Take } from '#app/financing/activities/intake.server';
import { organisationsBy } from '#app/financing/intake.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import type { Origin, Outcome, Outcomes, Published } from '#app/records/sources/model';
import { askAbout, keepSources } from '#app/records/sources/operations.server';
import { asPublished, publishedExcess, type Excess, type PublishedTransaction } from './model';

/** A transaction as a file publishes it. Its key is made of all its source fields and the number of its occurrence. */
export interface IncomingTransaction extends Published {
  readonly iati_identifier: string;
  readonly type_code: string;
  readonly transaction_on: string;
  readonly value: string;
  readonly currency: string;
  readonly value_on: string | null;
  readonly reference: string | null;
  readonly description: string | null;
  readonly provider_name: string | null;
  readonly provider_identifier: string | null;
  /** What the source says beyond that: humanitarian, aid types, its own value in US dollars (FI-6: kept beside ours, never in its place). */
  readonly notes?: Readonly<Record<string, unknown>>;
}

/**
 * Takes the transactions of a file, in sets: some thousand rows in a second or two. Identity is everything that the source says, so a row
 * is new or unchanged, never changed (FI-1). A payment beyond what is committed is explained "as published by the source" (FI-4) and put on
 * the list of questions for a person.
 */
export async function takeTransactionsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingTransaction[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const keys = rows.map((row) => row.source_key);
  const known = await tx.selectFrom('transactions').select(['id', 'source_key']).where('source_name', '=', origin.source).where('source_key', '=', sql<string>`any(${keys}::text[])`).execute();
  const outcomes = new Map<string, { outcome: Outcome; id: string }>(known.map((row) => [row.source_key ?? '', { outcome: 'unchanged', id: row.id }]));
  const fresh = rows.filter((row) => !outcomes.has(row.source_key));
  if (fresh.length === 0) return outcomes;
  const { ids } = await ensureActivitiesIn(tx, occasion, origin, fresh.map((row) => row.iati_identifier));
  const organisations = await organisationsBy(tx, fresh.map((row) => row.provider_identifier));
  const full = fresh.map((row) => ({
    ...row, id: newId(), activity: ids.get(row.iati_identifier) ?? '', provider_organisation_id: organisations.get(row.provider_identifier ?? '') ?? null,
    value_on: row.value_on ?? row.transaction_on,
  }));
  const { beyond, excesses } = await excessOf(tx, full);
  const marked = full.map((row) => ({ ...row, excess_explanation: beyond.has(row) ? asPublished : null }));
  for (const part of chunks(marked)) await insert(tx, occasion, origin, part);
  await keepSources(tx, origin, 'transactions', full.map(({ source_key, content_hash, id, notes }) => ({ source_key, content_hash, record_id: id, ...(notes === undefined ? {} : { notes }) })));
  await ask(tx, origin, excesses);
  for (const row of full) outcomes.set(row.source_key, { outcome: 'new', id: row.id });
  return outcomes;
}

/** FI-4 over what is stored of these activities and what comes in. */
async function excessOf<Row extends PublishedTransaction>(tx: Tx, incoming: readonly Row[]) {
  const activities = [...new Set(incoming.map((row) => row.activity))];
  const stored = await sql<PublishedTransaction>`
    select activity_id as activity, currency, type_code, transaction_on, value from transactions
    where activity_id = any(${activities}::uuid[]) and type_code in ('2', '11', '3')`.execute(tx);
  const arriving = new Set<PublishedTransaction>(incoming);
  return publishedExcess<PublishedTransaction>([...stored.rows, ...incoming], (row) => arriving.has(row));
}

async function insert(tx: Tx, occasion: Occasion, origin: Origin, rows: readonly object[]): Promise<void> {
  await sql`
    insert into transactions (id, activity_id, type_code, transaction_on, value, currency, value_on, description, provider_organisation_id, provider_name,
      reference, excess_explanation, source_name, source_key, missing, created_at)
    select x.id, x.activity, x.type_code, x.transaction_on, x.value, x.currency, x.value_on, x.description, x.provider_organisation_id, x.provider_name,
      x.reference, x.excess_explanation, ${origin.source}, x.source_key, x.missing, ${occasion.now}
    from jsonb_to_recordset(${recordset(rows)}) as x (id uuid, activity uuid, type_code text, transaction_on date, value numeric, currency text, value_on date, description text,
      provider_organisation_id uuid, provider_name text, reference text, excess_explanation text, source_key text, missing jsonb)`.execute(tx);
}

/** One question for an activity: what it disbursed beyond its commitments, by currency. */
async function ask(tx: Tx, origin: Origin, excesses: readonly Excess[]): Promise<void> {
  const activities = [...new Set(excesses.map(({ activity }) => activity))];
  await askAbout(tx, origin, 'activities', activities.map((activity) => ({
    record_id: activity, code: 'FI-4',
    details: { currencies: excesses.filter((one) => one.activity === activity).map(({ currency, committed, disbursed }) => ({ currency, committed, disbursed })) },
  })));
}
