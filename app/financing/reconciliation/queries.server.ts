import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { isDay } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, type Page, readMark, totalOf, writeMark } from '#app/table/keyset';
import { conditionOf, type ReceiptState } from './conditions.server';
import type { ReceiptSide } from './list';
import { reconciliationStates, type ReconciliationAct, type ReconciliationState } from './model';
import { paymentRows, payments, receiverCountry, receiverOrganisation, type PaymentRow } from './payments.server';
import { receivedOf } from './received.server';

const pageSize = 50;

/** Payments that the viewer may read with what their receivers say, latest first unless asked otherwise; with a side, those on which the viewer stands. */
export async function listReceipts(viewer: Actor, state: ReceiptState, view: View, side?: ReceiptSide, size = pageSize): Promise<Page<PaymentRow>> {
  const db = database();
  const where = conditionOf(viewer, state.filters, view, side);
  const mark = readMark(state.after, isDay, isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`` : sql`and (t.transaction_on, t.id) ${descending ? sql`<` : sql`>`} (${mark.value}::date, ${mark.id}::uuid)`;
  const [ids, counted] = await Promise.all([
    sql<{ id: string }>`select t.id from ${payments} where ${where} ${beyond} order by t.transaction_on ${way}, t.id ${way} limit ${size + 1}`.execute(db),
    sql<{ count: number }>`select count(*)::int as count from (select from ${payments} where ${where} limit ${countLimit + 1}) counted`.execute(db),
  ]);
  const rows = await paymentRows(db, view.language, ids.rows.slice(0, size).map(({ id }) => id));
  const last = ids.rows.length > size ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeMark({ value: last.transaction_on, id: last.transaction_id }), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All of a filter, a page at a time: for files. */
export const allReceipts = (viewer: Actor, state: ReceiptState, view: View): AsyncGenerator<PaymentRow> => everyRow((after) => listReceipts(viewer, { ...state, after }, view, undefined, 1000));

/** Those of these payments that the viewer may read; one that was reversed is still there, and says so. */
export async function findReceipts(viewer: Actor, ids: readonly string[], view: View): Promise<readonly PaymentRow[]> {
  const db = database();
  const asked = ids.filter(isId);
  const found = await sql<{ id: string }>`select t.id from ${payments} where t.id = any(${asked}::uuid[]) and ${pledgesVisibleTo(viewer, view)}`.execute(db);
  const readable = new Set(found.rows.map(({ id }) => id));
  return paymentRows(db, view.language, asked.filter((id) => readable.has(id)));
}

export const findReceipt = async (viewer: Actor, id: string, view: View): Promise<PaymentRow | undefined> => (await findReceipts(viewer, [id], view))[0];

/** What both sides said of it, in the order in which it was said. */
export interface Act {
  readonly id: string;
  readonly act: ReconciliationAct;
  readonly state: ReconciliationState;
  readonly on: string;
  readonly words: string | null;
  readonly language: string | null;
  readonly on_behalf: boolean;
  readonly evidence: string | null;
  readonly received: string | null;
}

/** The history of a payment that the viewer has found. Names of people stay inside: the sides speak. */
export async function actsOf({ transaction_id }: Pick<PaymentRow, 'transaction_id'>): Promise<readonly Act[]> {
  const found = await sql<Act>`
    select id, act, state, (said_at at time zone 'UTC')::date::text as "on", words, language, on_behalf, evidence, trim_scale(received)::text as received
    from reconciliation_acts where transaction_id = ${transaction_id} order by said_at, id`.execute(database());
  return found.rows;
}

/** Sums in one currency: what was paid, and the four parts that it is the sum of. */
export interface ReceiptSum {
  readonly currency: string;
  readonly count: number;
  readonly value: string;
  readonly confirmed: string;
  readonly no_record: string;
  readonly differs: string;
  readonly contested: string;
}

/** Sums of everything that the filters find, by currency, largest number first. */
export async function sumReceipts(viewer: Actor, filters: ReceiptState['filters'], view: View): Promise<readonly ReceiptSum[]> {
  const parts = sql.join((['value', 'confirmed', 'no_record', 'differs', 'contested'] as const).map((name) => sql`trim_scale(sum(${sql.ref(`x.${name}`)}))::text as ${sql.ref(name)}`));
  const found = await sql<ReceiptSum>`
    with chosen as materialized (select t.id, t.pledge_id from ${payments} where ${conditionOf(viewer, filters, view)}),
      told as (select id, currency from pledges where id in (select pledge_id from chosen)), ${receivedOf()}
    select x.currency, count(*)::int as count, ${parts} from received_payments x join chosen on chosen.id = x.transaction_id group by x.currency order by 2 desc, 1`.execute(database());
  return found.rows;
}

/** How many there are in each state, whatever state is asked for. */
export async function tallyReceipts(viewer: Actor, filters: ReceiptState['filters'], view: View, side?: ReceiptSide): Promise<readonly { readonly state: ReconciliationState; readonly count: number }[]> {
  const { state: _, ...others } = filters;
  const found = await sql<{ state: ReconciliationState; count: number }>`
    select coalesce(rc.state, 'unpaired') as state, count(*)::int as count from ${payments} where ${conditionOf(viewer, others, view, side)} group by 1`.execute(database());
  return reconciliationStates.flatMap((state) => found.rows.filter((row) => row.state === state));
}

/** Who gives and who receives in what the viewer may read, for filters. */
export async function receiptParties(viewer: Actor, view: View, side?: ReceiptSide): Promise<{ readonly providers: readonly PartyChoice[]; readonly receivers: readonly PartyChoice[] }> {
  const named = (organisation: RawBuilder<unknown>, country: RawBuilder<unknown>) => sql<PartyChoice>`
    with chosen as (select distinct ${organisation} as organisation_id, ${country} as country_iso2 from ${payments} where ${conditionOf(viewer, {}, view, side)})
    select coalesce('organisation:' || o.id, 'country:' || k.iso2) as value, coalesce(o.name, k.name) as label
    from chosen left join organisations o on o.id = chosen.organisation_id left join country_texts k on k.iso2 = chosen.country_iso2 and k.language = ${view.language}
    where num_nonnulls(o.id, k.iso2) > 0 order by coalesce(o.name, k.name) collate "und-x-icu" limit 500`.execute(database());
  const [providers, receivers] = await Promise.all([named(sql`p.provider_organisation_id`, sql`p.provider_country_iso2`), named(receiverOrganisation, receiverCountry)]);
  return { providers: providers.rows, receivers: receivers.rows };
}

interface PartyChoice {
  readonly value: string;
  readonly label: string;
}
