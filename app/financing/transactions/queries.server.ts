import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { nowhere } from '#app/commitments/list/model';
import type { View } from '#app/commitments/readable.server';
import type { Conversion } from '#app/financing/money/conversion';
import { ratedAs, ratedInto, valueInto, withoutRate } from '#app/financing/money/rated.server';
import { inFile, reportingName } from '#app/financing/money/reporting';
import { transactionsVisibleTo } from '#app/financing/pledges/visible.server';
import { isDay } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, type Page, readMark, totalOf, writeMark } from '#app/table/keyset';
import type { ListState } from '#app/table/state';
import type { TransactionFilter, TransactionSort } from './list';

export type TransactionState = ListState<TransactionFilter, TransactionSort>;

/** A transaction as lists and files show it. `value_usd` is null where there is no rate (FI-6), never 0. */
export interface TransactionRow extends Conversion {
  readonly id: string;
  readonly pledge_ref: string | null;
  readonly activity_identifier: string | null;
  readonly type_code: string | null;
  readonly transaction_on: string;
  readonly value: string;
  readonly currency: string;
  readonly value_on: string;
  readonly value_usd: string | null;
  /** The same in the reporting currency. */
  readonly shown: string | null;
  readonly description: string | null;
  readonly reference: string | null;
  readonly provider: string | null;
  readonly receiver: string | null;
  /** ISO codes of the countries that it is meant for, by its own words, its activity's or its pledge's. */
  readonly recipients: readonly string[];
  /** The same countries by name, in the order of their codes. */
  readonly recipient_names: readonly string[];
  /** When the planned payment that it is of falls due. */
  readonly tranche_due_on: string | null;
  readonly reversal_of: string | null;
  readonly reversed_by: string | null;
  readonly excess_explanation: string | null;
  readonly verification: 'self_reported' | 'evidence_attached' | 'secretariat_checked' | 'independently_verified' | 'contested';
}

/** Sums of the whole list, one row for each type and currency; transactions of different types are never added. */
export interface TransactionSum {
  readonly type_code: string | null;
  readonly currency: string;
  readonly count: number;
  readonly value: string;
  /** In the reporting currency, of those with a rate; `converted` says how many. */
  readonly shown: string;
  readonly converted: number;
}

const pageSize = 50;

const conditions: Readonly<Record<TransactionFilter, (values: readonly string[], view: View) => RawBuilder<unknown>>> = {
  type: (values) => sql`coalesce(t.type_code, ${nowhere}) = any(${values}::text[])`,
  currency: (values) => sql`t.currency = any(${values}::text[])`,
  year: (values) => sql`extract(year from t.transaction_on)::text = any(${values}::text[])`,
  pledge: (values) => sql`p.ref = any(${values}::text[])`,
  activity: (values) => sql`t.activity_id in (select id from activities where iati_identifier = any(${values}::text[]))`,
  country: (values) => sql`(t.receiver_country_iso2 = any(${values}::text[])
    or t.activity_id in (select activity_id from activity_countries where country_iso2 = any(${values}::text[]))
    or t.pledge_id in (select pledge_id from pledge_recipients where country_iso2 = any(${values}::text[])))`,
  belongs: ([to]) => (to === 'pledges' ? sql`t.pledge_id is not null` : sql`t.activity_id is not null`),
  explained: () => sql`t.excess_explanation is not null`,
  converted: ([answer], { currency = 'USD' }) => sql`((t.currency, t.value_on) in ${withoutRate(currency, sql`select currency, value_on from transactions`)}) = ${answer === 'no'}`,
  [reportingName]: () => sql`true`,
};

function conditionOf(viewer: Actor, filters: TransactionState['filters'], view: View): RawBuilder<unknown> {
  const set = Object.entries(filters) as [TransactionFilter, readonly string[]][];
  return sql.join([transactionsVisibleTo(viewer, view), ...set.map(([filter, values]) => conditions[filter](values, view))], sql` and `);
}

const source = sql`transactions t left join pledges p on p.id = t.pledge_id`;

/** Transactions that the viewer may read, latest first unless asked otherwise. */
export async function listTransactions(viewer: Actor, state: TransactionState, view: View, size = pageSize): Promise<Page<TransactionRow>> {
  const db = database();
  const where = conditionOf(viewer, state.filters, view);
  const mark = readMark(state.after, isDay, isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`` : sql`and (t.transaction_on, t.id) ${descending ? sql`<` : sql`>`} (${mark.value}::date, ${mark.id}::uuid)`;
  const page = sql`select t.id from ${source} where ${where} ${beyond} order by t.transaction_on ${way}, t.id ${way} limit ${size + 1}`;
  const [rows, counted] = await Promise.all([
    transactionRows(db, view, page, way),
    sql<{ count: number }>`select count(*)::int as count from (select from ${source} where ${where} limit ${countLimit + 1}) counted`.execute(db),
  ]);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : writeMark({ value: last.transaction_on, id: last.id }), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All transactions of a filter, a page at a time: for files. */
export const allTransactions = (viewer: Actor, state: TransactionState, view: View): AsyncGenerator<TransactionRow> => everyRow((after) => listTransactions(viewer, { ...state, after }, inFile(view, state), 2000));

/** One transaction that the viewer may read, of a pledge or of published data. */
export async function findTransaction(viewer: Actor, id: string, view: View): Promise<TransactionRow | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await transactionRows(database(), view, sql`select t.id from ${source} where t.id = ${id} and ${transactionsVisibleTo(viewer, view)}`, sql`desc`);
  return row;
}

/** The pledge that a transaction belongs to. */
export async function pledgeOfTransaction(id: string): Promise<string | null> {
  return (await database().selectFrom('transactions').select('pledge_id').where('id', '=', id).executeTakeFirst())?.pledge_id ?? null;
}

/** One transaction of a pledge that the viewer may read. */
export async function findPledgeTransaction(viewer: Actor, id: string, view: View): Promise<(TransactionRow & { readonly pledge_ref: string }) | undefined> {
  const row = await findTransaction(viewer, id, view);
  return row === undefined || row.pledge_ref === null ? undefined : { ...row, pledge_ref: row.pledge_ref };
}

async function transactionRows(db: Reader, { language, currency = 'USD' }: View, page: RawBuilder<unknown>, way: RawBuilder<unknown>): Promise<readonly TransactionRow[]> {
  const found = await sql<TransactionRow>`
    with page as materialized (${page}), ${ratedInto(currency, sql`select currency, value_on from transactions where id in (select id from page)`)}
    select t.id, p.ref as pledge_ref, a.iati_identifier as activity_identifier, t.type_code, t.transaction_on, trim_scale(t.value)::text as value, t.currency, t.value_on,
      trim_scale(in_currency(t.value, t.currency, 'USD', rated.own_units, 1))::text as value_usd, trim_scale(${valueInto(currency, sql`t.value`)})::text as shown,
      trim_scale(rated.own_units)::text as units_per_usd, rated.own_rate_on as rate_on, rated.own_source as rate_source, rated.own_basis as rate_basis,
      t.description, t.reference, coalesce(giver.name, t.provider_name, promiser.name, promising.name) as provider,
      coalesce(taker.name, t.receiver_name, taking.name) as receiver,
      meant.recipients, array(select name from country_texts where language = ${language} and iso2 = any(meant.recipients) order by iso2) as recipient_names,
      planned.due_on as tranche_due_on, t.reversal_of, back.id as reversed_by, t.excess_explanation, transaction_rung(t.id, t.verification) as verification
    from page join transactions t on t.id = page.id
      left join pledges p on p.id = t.pledge_id
      left join activities a on a.id = t.activity_id
      left join tranches planned on planned.id = t.tranche_id
      left join transactions back on back.reversal_of = t.id
      left join organisations giver on giver.id = t.provider_organisation_id
      left join organisations promiser on promiser.id = p.provider_organisation_id
      left join country_texts promising on promising.iso2 = p.provider_country_iso2 and promising.language = ${language}
      left join organisations taker on taker.id = t.receiver_organisation_id
      left join country_texts taking on taking.iso2 = t.receiver_country_iso2 and taking.language = ${language}
      join rated on ${ratedAs(sql`t.currency`, sql`t.value_on`)}
      cross join lateral (select case when t.receiver_country_iso2 is not null then array[t.receiver_country_iso2]
        else array(select country_iso2 from activity_countries where activity_id = t.activity_id union
          select country_iso2 from pledge_recipients where pledge_id = t.pledge_id and country_iso2 is not null order by 1) end as recipients) meant
    order by t.transaction_on ${way}, t.id ${way}`.execute(db);
  return found.rows;
}

/** Counts and sums of everything that the filters find, by type and currency: what a few lines over the source file must equal. */
export async function sumTransactions(viewer: Actor, filters: TransactionState['filters'], view: View): Promise<readonly TransactionSum[]> {
  const { currency = 'USD' } = view;
  const found = await sql<TransactionSum>`
    with chosen as materialized (select t.type_code, t.currency, t.value_on, t.value from ${source} where ${conditionOf(viewer, filters, view)}),
    ${ratedInto(currency, sql`select currency, value_on from chosen`)}
    select c.type_code, c.currency, count(*)::int as count, trim_scale(sum(c.value))::text as value, count(valued.shown)::int as converted, trim_scale(coalesce(sum(valued.shown), 0))::text as shown
    from chosen c join rated on ${ratedAs(sql`c.currency`, sql`c.value_on`)} cross join lateral (select ${valueInto(currency, sql`c.value`)} as shown) valued
    group by c.type_code, c.currency order by c.type_code::int nulls last, count(*) desc, c.currency`.execute(database());
  return found.rows;
}
