import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { weightsOf } from './computing.server';
import type { DifferenceRow, Earlier, FigureDifference } from './difference';
import { definitions, partKey, type FigureKey, type FigureResult } from './model';

/** A snapshot that is compared with. */
export interface EarlierSnapshot extends Earlier {
  readonly id: string;
  readonly rule_versions: Readonly<Record<string, number>>;
}

/** The snapshot of the last report of a coalition that came out for an earlier year; of several editions the latest that has one of its own. */
export async function earlierSnapshot(db: Reader, { coalition_id, year }: { readonly coalition_id: string; readonly year: number }): Promise<EarlierSnapshot | undefined> {
  const found = await sql<EarlierSnapshot>`
    select s.id, r.ref, y.year, s.as_of, s.sha256, s.rule_versions
    from snapshots s join reports r on r.id = s.report_id join cycles y on y.id = r.cycle_id
    where y.coalition_id = ${coalition_id} and y.year < ${year} and r.status in ('published', 'corrected') order by y.year desc, r.edition desc limit 1`.execute(db);
  return found.rows[0];
}

/**
 * Why a figure is not what it was, from the two snapshots alone. Undefined where the earlier report has no such figure, or counted it by
 * other rules: what was counted differently is not compared.
 */
export async function differenceOf(db: Reader, key: FigureKey, before: EarlierSnapshot, after: { readonly id: string; readonly result: FigureResult }): Promise<FigureDifference | undefined> {
  if (before.rule_versions[key] !== definitions[key].version) return undefined;
  const found = await sql<DifferenceRow>`
    with ${effectsIn(key, before, after.id, { before: weightsOf(key, before.id), after: weightsOf(key, after.id) })}
    select part, currency, ${decimals('before')}, ${decimals('after')}, ${decimals('after - before')} as difference, ${decimals('new')}, ${decimals('changed')}, ${decimals('withdrawn')}, ${decimals('restated')}, ${decimals('rate')}
    from (select * from effects ${definitions[key].adds ? sql`union all select '', null, before, after, new, changed, withdrawn, restated, rate from effects` : sql``}) as told
    group by part, currency`.execute(db);
  return inOrder(key, before, after.result, found.rows);
}

/** The rows of a difference in the order of the figure, the whole at their end. */
export function inOrder(key: FigureKey, { id: _id, rule_versions: _rules, ...against }: EarlierSnapshot, result: FigureResult, rows: readonly DifferenceRow[]): FigureDifference {
  const order = result.rows.map((row) => partKey(key, row));
  const place = ({ part }: DifferenceRow) => (part === '' ? Number.MAX_SAFE_INTEGER : order.includes(part) ? order.indexOf(part) : order.length);
  return { against, rows: rows.toSorted((one, other) => place(one) - place(other) || (one.part < other.part ? -1 : 1)) };
}

/** A sum as a decimal string, under the name of its column. */
export const decimals = (of: string) => sql.raw(`trim_scale(coalesce(sum(${of}), 0))::text${/^\w+$/.test(of) ? ` as ${of}` : ''}`);

/**
 * Table `effects`: what each record adds to the difference of each part. A record that only one of the snapshots has is new or withdrawn; one
 * that belongs to the time of the earlier report by its date, or takes back what it told, is restated. One that both have has changed, also
 * where it only moved to another part; of money, what the earlier rate would have given parts the change from the effect of the rate.
 */
export const effectsIn = (key: FigureKey, before: EarlierSnapshot, afterId: string, weights: { readonly before: RawBuilder<unknown>; readonly after: RawBuilder<unknown> }) => sql`
  b as materialized (${weights.before}),
  n as materialized (${weights.after}),
  paired as materialized (
    select kind, record_id, part, b.kind is not null as had, n.kind is not null as has, coalesce(n.currency, b.currency) as currency, coalesce(b.value, 0) as before, coalesce(n.value, 0) as after,
      case when b.kind is not null and n.kind is not null and n.currency = b.currency and n.per_usd is distinct from b.per_usd
        then n.value - coalesce(round(n.amount / b.per_usd, 6), 0) else 0 end as rate
    from b full join n using (kind, record_id, part)
  ),
  judged as materialized (
    select p.*, after - before - rate as moved, case
      when (had or was.frozen is true) and (has or told.frozen is true) then 'changed' when not (has or told.frozen is true) then 'withdrawn'
      when (told.facts ->> 'on')::date <= ${before.as_of}::date or taken_back.frozen is true then 'restated'
      else 'new' end as effect
    from paired p
      ${frozenIn('was', before.id, sql`not p.had`)} ${frozenIn('told', afterId, sql`not (p.had and p.has)`)}
      ${frozenIn('taken_back', before.id, sql`not p.had and told.facts ->> 'reversal_of' is not null`, sql`'transaction'`, sql`told.facts ->> 'reversal_of'`)}
  ),
  effects as (
    select part, ${definitions[key].measure === 'money' && definitions[key].currency === null ? sql`currency` : sql`null::text`} as currency, before, after,
      case when effect = 'new' then moved else 0 end as new, case when effect = 'changed' then moved else 0 end as changed, case when effect = 'withdrawn' then moved else 0 end as withdrawn,
      case when effect = 'restated' then moved else 0 end as restated, rate
    from judged
  )`;

/** What a snapshot has of a record, asked by its whole key, one at a time, where it is not known: however few rows the database takes a snapshot to have. */
const frozenIn = (as: string, id: string, unknown: RawBuilder<unknown>, kind = sql`p.kind`, record = sql`p.record_id`) => sql`left join lateral (
        select true as frozen, k.facts from snapshot_rows k where ${unknown} and k.snapshot_id = ${id}::uuid and k.kind = ${kind} and k.record_id = ${record} limit 1) as ${sql.ref(as)} on true`;
