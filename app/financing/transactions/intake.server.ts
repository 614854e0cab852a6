import { Big } from 'big.js';
import { sql } from 'kysely';
import type { Occasion } from '#app/access/transaction.server';
import { ensureActivitiesIn, type Take } from '#app/financing/activities/intake.server';
import { organisationsBy } from '#app/financing/intake.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import type { Difference, Origin, Outcomes, Published, Vanished } from '#app/records/sources/model';
import { askAbout, keepSources } from '#app/records/sources/operations.server';
import { pairEditions, type PublishedBefore } from './editions';
import { asPublished, changedAtSource, publishedExcess, type Excess, type PublishedTransaction } from './model';

/** A transaction as a file publishes it. Its key is what the source calls it by, or all that it says, and the number of its occurrence. */
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
  readonly provider_activity: string | null;
  readonly receiver_name: string | null;
  readonly receiver_identifier: string | null;
  readonly receiver_activity: string | null;
  /** What the source says beyond that: humanitarian, aid types, its own value in US dollars (FI-6: kept beside ours, never in its place). */
  readonly notes?: Readonly<Record<string, unknown>>;
}

/** What became of the transactions of a file: beside the outcomes, what the source says otherwise now and what it says no longer. */
export interface TakenTransactions {
  readonly outcomes: Outcomes;
  readonly differences: readonly Difference[];
  readonly vanished: readonly Vanished[];
}

/**
 * Takes the transactions of a file, in sets: some thousand rows in a second or two. Transactions are append-only (FI-1): one that the source
 * says otherwise now is reversed and recorded anew; one that a person has decided about stays and is asked about; one that vanished from the
 * file stays and is listed. A payment beyond what is committed is explained "as published by the source" (FI-4) and put on the list of
 * questions for a person.
 */
export async function takeTransactionsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingTransaction[]): Promise<TakenTransactions> {
  granted.again(granted.subject);
  const { ids } = await ensureActivitiesIn(tx, occasion, origin, rows.map((row) => row.iati_identifier));
  const editions = pairEditions(rows, await publishedBefore(tx, origin, [...ids.values()]));
  const kept = new Set(editions.rows.filter(({ before }) => before?.decided === true));
  const written = editions.rows.filter((one) => one.outcome !== 'unchanged' && !kept.has(one)).map((one) => ({ ...one, id: newId() }));
  const organisations = await organisationsBy(tx, written.flatMap(({ row }) => [row.provider_identifier, row.receiver_identifier]));
  const full = written.map(({ row, key, before, id }) => ({
    ...row, id, key, before, activity: ids.get(row.iati_identifier) ?? '', value_on: row.value_on ?? row.transaction_on,
    // Its first row holds the key for ever: transactions are never changed.
    stored_key: before === null ? key : `${key} ${id}`,
    provider_organisation_id: organisations.get(row.provider_identifier ?? '') ?? null, receiver_organisation_id: organisations.get(row.receiver_identifier ?? '') ?? null,
  }));
  const replaced = full.flatMap(({ before }) => before?.id ?? []);
  await reverseIn(tx, occasion, origin, replaced);
  const { beyond, excesses } = await excessOf(tx, full);
  for (const part of chunks(full.map((row) => ({ ...row, excess_explanation: beyond.has(row) ? asPublished : null })))) await insert(tx, occasion, origin, part);
  await keepSources(tx, origin, 'transactions', full.map(({ key, content_hash, id, notes }) => ({ source_key: key, content_hash, record_id: id, ...(notes === undefined ? {} : { notes }) })));
  await ask(tx, origin, excesses);
  const changed = editions.rows.filter(({ outcome }) => outcome === 'changed');
  await askAbout(tx, origin, 'activities', changed.filter((one) => kept.has(one)).map(({ row }) => ({ record_id: ids.get(row.iati_identifier) ?? '', code: 'decided', details: { said: saidOf(row), hash: row.content_hash } })));
  const newIds = new Map(written.map(({ row, id }) => [row, id]));
  return {
    outcomes: new Map(editions.rows.map(({ row, outcome, before }) => [row.source_key, { outcome, id: newIds.get(row) ?? before?.id ?? '' }])),
    differences: changed.flatMap(({ row, before }) => (before === null ? [] : differencesOf(row, before))),
    vanished: editions.vanished.filter(({ reversed }) => !reversed).map((one) => ({ record: { table: 'activities', ref: one.iati_identifier }, part: 'transaction', said: saidOf(one) })),
  };
}

interface Before extends PublishedBefore, Readonly<Record<Compared, string | null>> {
  readonly iati_identifier: string;
  readonly reversed: boolean;
  /** A person reversed it or vouches for it: what it says is theirs by now. */
  readonly decided: boolean;
}

const compared = ['type_code', 'transaction_on', 'value', 'currency', 'value_on', 'reference', 'description', 'provider_name', 'receiver_name'] as const;
type Compared = (typeof compared)[number];

/** What this source has published of these activities so far, as it stands. */
async function publishedBefore(tx: Tx, origin: Origin, activities: readonly string[]): Promise<readonly Before[]> {
  const found = await sql<Before>`
    select s.source_key, s.content_hash, t.id, a.iati_identifier, t.type_code, t.transaction_on, trim_scale(t.value)::text as value, t.currency, t.value_on, t.reference, t.description,
      t.provider_name, t.receiver_name, r.id is not null as reversed, r.id is not null or exists (select from transaction_verifications v where v.transaction_id = t.id) or exists (select from reconciliations c where c.pair_id = t.id) as decided
    from transactions t join import_sources s on s.record_id = t.id and s.source_name = ${origin.source} and s.table_name = 'transactions'
      join activities a on a.id = t.activity_id left join transactions r on r.reversal_of = t.id
    where t.activity_id = any(${activities}::uuid[]) order by s.source_key`.execute(tx);
  return found.rows;
}

const saidOf = (row: Readonly<Pick<Record<Compared, string | null>, 'type_code' | 'transaction_on' | 'value' | 'currency' | 'reference'>>): string =>
  [row.type_code, row.transaction_on, `${row.value ?? ''} ${row.currency ?? ''}`, row.reference].filter((part) => part !== null).join(' · ');

function differencesOf(row: IncomingTransaction, before: Before): Difference[] {
  const now: Readonly<Record<Compared, string | null>> = { ...row, value: new Big(row.value).toFixed(), value_on: row.value_on ?? row.transaction_on };
  return compared.filter((field) => now[field] !== before[field]).map((field) => ({ key: row.source_key, record: { table: 'activities', ref: row.iati_identifier }, field, before: before[field], after: now[field] }));
}

/** FI-1: what the source says otherwise now is taken back by a transaction that mirrors it. */
async function reverseIn(tx: Tx, occasion: Occasion, origin: Origin, ids: readonly string[]): Promise<void> {
  const reversals = ids.map((of) => ({ of, id: newId() }));
  for (const part of chunks(reversals)) {
    await sql`
      insert into transactions (id, activity_id, type_code, transaction_on, value, currency, value_on, description, provider_organisation_id, provider_name, provider_activity,
        receiver_organisation_id, receiver_name, receiver_activity, reference, reversal_of, source_name, created_at)
      select x.id, t.activity_id, t.type_code, t.transaction_on, -t.value, t.currency, t.value_on, ${changedAtSource}, t.provider_organisation_id, t.provider_name, t.provider_activity,
        t.receiver_organisation_id, t.receiver_name, t.receiver_activity, t.reference, t.id, ${origin.source}, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, of uuid) join transactions t on t.id = x.of`.execute(tx);
  }
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
    insert into transactions (id, activity_id, type_code, transaction_on, value, currency, value_on, description, provider_organisation_id, provider_name, provider_activity,
      receiver_organisation_id, receiver_name, receiver_activity, reference, excess_explanation, source_name, source_key, missing, created_at)
    select x.id, x.activity, x.type_code, x.transaction_on, x.value, x.currency, x.value_on, x.description, x.provider_organisation_id, x.provider_name, x.provider_activity,
      x.receiver_organisation_id, x.receiver_name, x.receiver_activity, x.reference, x.excess_explanation, ${origin.source}, x.stored_key, x.missing, ${occasion.now}
    from jsonb_to_recordset(${recordset(rows)}) as x (id uuid, activity uuid, type_code text, transaction_on date, value numeric, currency text, value_on date, description text,
      provider_organisation_id uuid, provider_name text, provider_activity text, receiver_organisation_id uuid, receiver_name text, receiver_activity text, reference text,
      excess_explanation text, stored_key text, missing jsonb)`.execute(tx);
}

/** One question for an activity: what it disbursed beyond its commitments, by currency. */
async function ask(tx: Tx, origin: Origin, excesses: readonly Excess[]): Promise<void> {
  const activities = [...new Set(excesses.map(({ activity }) => activity))];
  await askAbout(tx, origin, 'activities', activities.map((activity) => ({
    record_id: activity, code: 'FI-4',
    details: { currencies: excesses.filter((one) => one.activity === activity).map(({ currency, committed, disbursed }) => ({ currency, committed, disbursed })) },
  })));
}
