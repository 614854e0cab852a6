import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { amounts, type Counted } from '#app/financing/ladder/model';
import { plain, type PlainAmounts } from '#app/financing/ladder/net.server';
import { laddersOf } from '#app/financing/ladder/tables.server';
import type { Conversion, Target } from '#app/financing/money/conversion';
import { inFile } from '#app/financing/money/reporting';
import { bringUpToDate } from '#app/financing/totals/upkeep.server';
import { isDay } from '#app/platform/clock';
import { database, databaseByKey, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, type Page, readMark, totalOf, writeMark } from '#app/table/keyset';
import { pledgeConditions, type PledgeState } from './filters.server';
import { fallingUnder } from './parts.server';
import { pledgesVisibleTo } from './visible.server';
import { classificationOf } from './terms/queries.server';
import type { CodeName } from './terms/codes';
import type { Marker, Sector, Unit } from './terms/model';
import type { Party, PledgeKind, PledgeStatus, ValuationMethod } from './model';

/** Who gives or receives, by name; `ref` of an organisation, ISO code of a country. */
export interface NamedParty extends Party {
  readonly ref: string;
  readonly name: string;
}

export interface Recipient extends NamedParty {
  readonly region_m49: string | null;
  readonly share: string;
}

/** A pledge as lists and its page show it. `usd` is null where a row of it has no rate (FI-6). */
export interface PledgeRow extends Readonly<Record<CodeName, string | null>> {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly kind: PledgeKind;
  readonly status: PledgeStatus;
  readonly currency: string;
  /** Of what is given in kind: how it was valued, and when. */
  readonly valuation_method: ValuationMethod | null;
  readonly valued_on: string | null;
  /** FI-10: how much of what is given, in a unit of its kind; never added. */
  readonly quantity: string | null;
  readonly unit: Unit | null;
  readonly announced_on: string;
  readonly confirmed_on: string | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly new_money: 'yes' | 'repackaged' | 'unknown';
  readonly conditions: string | null;
  readonly iati_identifier: string | null;
  readonly visibility: 'private' | 'coalition' | 'members' | 'public';
  readonly version: number;
  readonly coalition_id: string;
  readonly recorded_by: string | null;
  readonly provider: NamedParty;
  readonly recipients: readonly Recipient[];
  readonly sectors: readonly Sector[];
  readonly markers: readonly Marker[];
  readonly commitment: { readonly id: string; readonly ref: string; readonly title: string } | null;
  readonly ladder: Counted;
  readonly usd: Counted | null;
  /** The same in the reporting currency. */
  readonly shown: Counted | null;
  /** What of it is counted under the filters of its list, in the reporting currency too. */
  readonly counted: Counted | null;
  /** Of the amount that was announced; `into` where it is shown in another currency than US dollars. */
  readonly conversion: Conversion;
  readonly into: Target | null;
}

const pageSize = 50;

/** Pledges that the viewer may read, newest announcement first unless asked otherwise. */
export async function listPledges(viewer: Actor, state: PledgeState, view: View, size = pageSize): Promise<Page<PledgeRow>> {
  const db = database();
  if (state.filters.counted !== undefined) await bringUpToDate(view, view.currency);
  const where = pledgeConditions(viewer, state.filters, view);
  const [ids, counted] = await Promise.all([pageOf(db, where, state, size + 1), countOf(db, where)]);
  const shown = ids.slice(0, size);
  const last = ids.length > size ? shown.at(-1) : undefined;
  const rows = await pledgeRows(db, viewer, view, shown.map(({ id }) => id), state.filters);
  return { rows, next: last === undefined ? null : writeMark({ value: last.announced_on, id: last.id }), total: totalOf(counted) };
}

/** How many pledges the list would hold. */
export const countPledges = (viewer: Actor, filters: PledgeState['filters'], view: View): Promise<number> => countOf(database(), pledgeConditions(viewer, filters, view));

/** All pledges of a filter, a page at a time: for files. */
export const allPledges = (viewer: Actor, state: PledgeState, view: View): AsyncGenerator<PledgeRow> => everyRow((after) => listPledges(viewer, { ...state, after }, inFile(view, state), 500));

/** The pledge with a reference; one that the viewer may not read is as absent as one that is not there. */
export async function findPledge(viewer: Actor, ref: string, view: View): Promise<PledgeRow | undefined> {
  const db = database();
  const found = await sql<{ id: string }>`select p.id from pledges p where p.ref = ${ref} and ${pledgesVisibleTo(viewer, view)}`.execute(db);
  const [row] = found.rows;
  return row === undefined ? undefined : (await pledgeRows(db, viewer, view, [row.id]))[0];
}

/** The pledges behind a commitment, for its page and its form's money step: newest first. */
export async function pledgesOfCommitment(viewer: Actor, commitmentId: string, view: View): Promise<readonly PledgeRow[]> {
  const db = databaseByKey();
  const found = await sql<{ id: string }>`
    select p.id from pledges p where p.commitment_id = ${commitmentId} and ${pledgesVisibleTo(viewer, view)} order by p.announced_on desc, p.id desc`.execute(db);
  return pledgeRows(db, viewer, view, found.rows.map(({ id }) => id));
}

async function pageOf(db: Reader, where: RawBuilder<unknown>, state: PledgeState, size: number): Promise<readonly { id: string; announced_on: string }[]> {
  const mark = readMark(state.after, isDay, isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`` : sql`and (p.announced_on, p.id) ${descending ? sql`<` : sql`>`} (${mark.value}::date, ${mark.id}::uuid)`;
  const found = await sql<{ id: string; announced_on: string }>`
    select p.id, p.announced_on from pledges p where ${where} ${beyond} order by p.announced_on ${way}, p.id ${way} limit ${size}`.execute(db);
  return found.rows;
}

async function countOf(db: Reader, where: RawBuilder<unknown>): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from (select from pledges p where ${where} limit ${countLimit + 1}) counted`.execute(db);
  return found.rows[0]?.count ?? 0;
}

type BareRow = Omit<PledgeRow, 'provider' | 'recipients' | 'commitment' | 'ladder' | 'usd' | 'shown' | 'into' | 'counted' | 'conversion'> & Conversion & PlainAmounts<'', string> & PlainAmounts<'usd_', string | null> & {
  readonly converted: boolean;
  readonly provider_organisation_id: string | null;
  readonly provider_country_iso2: string | null;
  readonly provider_ref: string;
  readonly provider_name: string;
  readonly recipients: readonly Recipient[];
  readonly commitment: PledgeRow['commitment'];
};

/** The pledges with these ids, in this order, with everything that is shown of them: one query whatever their number. */
async function pledgeRows(db: Reader, viewer: Actor, view: View, ids: readonly string[], filters: PledgeState['filters'] = {}): Promise<PledgeRow[]> {
  if (ids.length === 0) return [];
  const [found, shown, parts] = await Promise.all([sql<BareRow>`
    with ${laddersOf(sql`p.id = any(${ids}::uuid[])`)}
    select p.id, p.ref, p.title, p.kind, p.status, p.currency, p.valuation_method, p.valued_on, p.announced_on, p.confirmed_on, p.starts_on, p.ends_on, p.new_money, p.conditions, p.iati_identifier, p.visibility,
      p.aid_type, p.finance_type, p.flow_type, p.tied_status, p.earmarking, trim_scale(p.quantity)::text as quantity, p.unit, p.version, p.coalition_id, p.recorded_by, p.provider_organisation_id, p.provider_country_iso2,
      coalesce(o.ref, p.provider_country_iso2) as provider_ref, coalesce(o.name, k.name) as provider_name,
      l.converted, l.units_per_usd, l.rate_on, l.rate_source, l.rate_basis, ${plain('l', '')}, ${plain('l', 'usd_')},
      (select coalesce(json_agg(json_build_object('organisation_id', r.organisation_id, 'country_iso2', r.country_iso2, 'region_m49', r.region_m49,
          'ref', coalesce(ro.ref, r.country_iso2, r.region_m49), 'name', coalesce(ro.name, rk.name, rr.name), 'share', trim_scale(r.share)::text) order by r.position), '[]')
        from pledge_recipients r left join organisations ro on ro.id = r.organisation_id
          left join country_texts rk on rk.iso2 = r.country_iso2 and rk.language = ${view.language}
          left join region_texts rr on rr.m49 = r.region_m49 and rr.language = ${view.language}
        where r.pledge_id = p.id) as recipients,
      ${classificationOf},
      (select json_build_object('id', c.id, 'ref', c.ref, 'title', coalesce(own.title, base.title, c.ref))
        from commitments c left join commitment_texts own on own.commitment_id = c.id and own.language = ${view.language}
          left join commitment_texts base on base.commitment_id = c.id and base.language = c.language
        where c.id = p.commitment_id and ${readable(viewer, view)}) as commitment
    from pledges p join ladders l on l.id = p.id
      left join organisations o on o.id = p.provider_organisation_id
      left join country_texts k on k.iso2 = p.provider_country_iso2 and k.language = ${view.language}`.execute(db), shownLadders(db, view, ids), countedParts(db, viewer, view, ids, filters)]);
  const rows = new Map(found.rows.map((row) => [row.id, rowOf(row, shown, parts)]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** The amounts of a row, taken out of it. */
const amountsOf = (row: PlainAmounts<'', string> | InDollars, prefix: '' | 'usd_'): Counted => Object.fromEntries(amounts.map((name) => [name, (row as Readonly<Record<string, string | null>>)[`${prefix}${name}`] ?? ''])) as Counted;

type InDollars = PlainAmounts<'usd_', string | null>;
type Shown = Pick<PledgeRow, 'shown' | 'into'>;

/** What the amounts are in another currency than US dollars, where the view is in one. */
async function shownLadders(db: Reader, { currency = 'USD' }: View, ids: readonly string[]): Promise<ReadonlyMap<string, Shown> | undefined> {
  if (currency === 'USD') return undefined;
  const found = await sql<InDollars & Conversion & { readonly id: string; readonly converted: boolean }>`
    with ${laddersOf(sql`p.id = any(${ids}::uuid[])`, currency)}
    select l.id, l.converted, ${plain('l', 'usd_')}, l.target_units as units_per_usd, l.target_rate_on as rate_on, l.target_source as rate_source, l.target_basis as rate_basis from ladders l`.execute(db);
  return new Map(found.rows.map(({ units_per_usd, rate_on, rate_source, rate_basis, ...row }) => [
    row.id, { shown: row.converted ? amountsOf(row, 'usd_') : null, into: { currency, rate: { units_per_usd, rate_on, rate_source, rate_basis } } },
  ]));
}

type Parts = ReadonlyMap<string, Counted>;

/** What of each pledge is counted where it is not the whole: the part that falls to the recipients and clauses that are asked for. */
async function countedParts(db: Reader, viewer: Actor, view: View, ids: readonly string[], filters: PledgeState['filters']): Promise<Parts | undefined> {
  if ([filters.region, filters.country, filters.recipient, filters.clause].every((asked) => asked === undefined)) return undefined;
  const found = await sql<InDollars & { readonly id: string }>`
    with ${laddersOf(sql`p.id = any(${ids}::uuid[])`, view.currency)}, ${fallingUnder(viewer, filters, view)} select f.id, ${plain('f', 'usd_')} from falling f`.execute(db);
  return new Map(found.rows.map((row) => [row.id, amountsOf(row, 'usd_')]));
}

function rowOf(row: BareRow, shown: ReadonlyMap<string, Shown> | undefined, parts: Parts | undefined): PledgeRow {
  const { converted, provider_organisation_id, provider_country_iso2, provider_ref, provider_name, units_per_usd, rate_on, rate_source, rate_basis, ...rest } = row;
  const facts = Object.fromEntries(Object.entries(rest).filter(([name]) => !isAmount.has(name))) as unknown as Omit<PledgeRow, 'provider' | 'ladder' | 'usd' | 'shown' | 'into' | 'counted' | 'conversion'>;
  const usd = converted ? amountsOf(row, 'usd_') : null;
  const said = shown?.get(row.id) ?? { shown: usd, into: null };
  return {
    ...facts,
    provider: { organisation_id: provider_organisation_id, country_iso2: provider_country_iso2, ref: provider_ref, name: provider_name },
    ladder: amountsOf(row, ''),
    usd,
    ...said,
    counted: parts === undefined ? said.shown : (parts.get(row.id) ?? null),
    conversion: { units_per_usd, rate_on, rate_source, rate_basis },
  };
}
const isAmount: ReadonlySet<string> = new Set(amounts.flatMap((name) => [name, `usd_${name}`]));
