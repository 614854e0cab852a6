import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { readParty } from '#app/financing/pledges/model';
import type { PledgeRef } from '#app/financing/pledges/policy';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { addDays, dayOf, isDay, type Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, type Page, readMark, totalOf, writeMark } from '#app/table/keyset';
import type { ListState } from '#app/table/state';
import type { TrancheFilter, TrancheSort } from './list';
import { dueWithinDays, isUnpaid, stateOf, trancheStates, type TrancheFacts, type TrancheState } from './model';
import type { TrancheRef } from './policy';

export type TranchesAsked = ListState<TrancheFilter, TrancheSort>;

/** A tranche as lists and files show it; its state is that of the day on which it is read. */
export interface TrancheRow extends TrancheFacts {
  readonly id: string;
  readonly pledge_ref: string;
  readonly pledge_title: string;
  readonly provider: string;
  readonly currency: string;
  readonly condition: string | null;
  readonly cancelled_why: string | null;
  readonly version: number;
  readonly state: TrancheState;
  /** As permissions look at it. */
  readonly subject: TrancheRef;
}

const pageSize = 50;

/** Alias `r` for the tranche, `p` for its pledge, `m.paid` for what is paid of it. */
export const trancheSource = sql`tranches r join pledges p on p.id = r.pledge_id
  cross join lateral (select coalesce(sum(value), 0) as paid from transactions where tranche_id = r.id) m`;

const unpaid = sql`r.cancelled_on is null and m.paid < r.amount`;
/** The last day of what is due soon. */
export const lastDueDay = (view: View): Day => addDays(todayOf(view), dueWithinDays);
/** TR-2 in SQL, over ranges of dates; the pure rule is `stateOf`. */
const inState = (view: View): Readonly<Record<TrancheState, RawBuilder<unknown>>> => ({
  cancelled: sql`(r.cancelled_on is not null)`,
  paid: sql`(r.cancelled_on is null and m.paid >= r.amount)`,
  late: sql`(${unpaid} and r.due_on < ${todayOf(view)})`,
  due: sql`(${unpaid} and r.due_on >= ${todayOf(view)} and r.due_on <= ${lastDueDay(view)})`,
  planned: sql`(${unpaid} and r.due_on > ${lastDueDay(view)})`,
});

const conditions: Readonly<Record<TrancheFilter, (values: readonly string[], view: View) => RawBuilder<unknown>>> = {
  status: (values, view) => anyOf(trancheStates.filter((one) => values.includes(one)).map((one) => inState(view)[one])),
  year: (values) => anyOf(values.filter((one) => /^[12]\d{3}$/.test(one)).map((one) => sql`(r.due_on >= ${`${one}-01-01`}::date and r.due_on <= ${`${one}-12-31`}::date)`)),
  currency: (values) => sql`p.currency = any(${values}::text[])`,
  pledge: (values) => sql`p.ref = any(${values}::text[])`,
  provider: (values) => {
    const parties = values.flatMap((value) => readParty(value) ?? []);
    return sql`(p.provider_organisation_id = any(${parties.flatMap((one) => one.organisation_id ?? [])}::uuid[])
      or p.provider_country_iso2 = any(${parties.flatMap((one) => one.country_iso2 ?? [])}::text[]))`;
  },
};
/** A value that nothing can match finds nothing rather than everything. */
const anyOf = (found: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (found.length === 0 ? sql`false` : sql`(${sql.join(found, sql` or `)})`);

export function trancheConditions(viewer: Actor, filters: TranchesAsked['filters'], view: View): RawBuilder<unknown> {
  const set = Object.entries(filters) as [TrancheFilter, readonly string[]][];
  return sql.join([pledgesVisibleTo(viewer, view), ...set.map(([filter, values]) => conditions[filter](values, view))], sql` and `);
}

/** Tranches of pledges that the viewer may read, those due soonest first unless asked otherwise. */
export async function listTranches(viewer: Actor, state: TranchesAsked, view: View, size = pageSize): Promise<Page<TrancheRow>> {
  const where = trancheConditions(viewer, state.filters, view);
  const mark = readMark(state.after, isDay, isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`` : sql`and (r.due_on, r.id) ${descending ? sql`<` : sql`>`} (${mark.value}::date, ${mark.id}::uuid)`;
  const [rows, counted] = await Promise.all([
    trancheRows(sql`${where} ${beyond} order by r.due_on ${way}, r.id ${way} limit ${size + 1}`, view),
    sql<{ count: number }>`select count(*)::int as count from (select from ${trancheSource} where ${where} limit ${countLimit + 1}) counted`.execute(database()),
  ]);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : writeMark({ value: last.due_on, id: last.id }), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All tranches of a filter, a page at a time: for files. */
export const allTranches = (viewer: Actor, state: TranchesAsked, view: View): AsyncGenerator<TrancheRow> => everyRow((after) => listTranches(viewer, { ...state, after }, view, 500));

/** The tranches of a pledge, in the order of their days. */
export const tranchesOf = (viewer: Actor, pledgeRef: string, view: View): Promise<readonly TrancheRow[]> =>
  trancheRows(sql`p.ref = ${pledgeRef} and ${pledgesVisibleTo(viewer, view)} order by r.due_on, r.id`, view);

/** One tranche; that of a pledge that the viewer may not read is as absent as one that is not there. */
export async function findTranche(viewer: Actor, id: string, view: View): Promise<TrancheRow | undefined> {
  return isId(id) ? (await trancheRows(sql`r.id = ${id} and ${pledgesVisibleTo(viewer, view)}`, view))[0] : undefined;
}

type Bare = Omit<TrancheRow, 'state' | 'subject'> & Omit<PledgeRef, 'id'> & { readonly pledge_id: string };

export async function trancheRows(where: RawBuilder<unknown>, view: View): Promise<TrancheRow[]> {
  const found = await sql<Bare>`
    select r.id, r.pledge_id, p.ref as pledge_ref, p.title as pledge_title, p.currency, p.status, p.recorded_by, p.coalition_id, p.provider_organisation_id, p.provider_country_iso2,
      coalesce(o.name, k.name, p.provider_country_iso2) as provider, trim_scale(r.amount)::text as amount, trim_scale(m.paid)::text as paid, r.due_on, r.condition,
      r.cancelled_on, r.cancelled_why, r.version
    from ${trancheSource} left join organisations o on o.id = p.provider_organisation_id
      left join country_texts k on k.iso2 = p.provider_country_iso2 and k.language = ${view.language}
    where ${where}`.execute(database());
  return found.rows.map(({ pledge_id, status, recorded_by, coalition_id, provider_organisation_id, provider_country_iso2, ...row }) => ({
    ...row, state: stateOf(row, dayOf(view.now)),
    subject: { id: pledge_id, status, recorded_by, coalition_id, provider_organisation_id, provider_country_iso2, tranche_id: row.id, unpaid: isUnpaid(row) },
  }));
}
