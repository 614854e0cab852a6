import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { splitBetween } from '#app/financing/ladder/net.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database } from '#app/platform/database.server';
import { calendarYear, type FiscalStart } from './model';
import { fiscalStartOf, type KnownStart } from './queries.server';

/** One fiscal year of a country: its own budget, and beside it what others committed and paid for it. US dollars, never added together. */
export interface BudgetYear {
  readonly year_from: string;
  readonly year_to: string;
  /** Lines that stand, and how many of them have no rate. */
  readonly lines: number;
  readonly unconverted: number;
  readonly budgeted: string;
  readonly spent: string;
  /** Lines that say what was spent. */
  readonly reported: number;
  /** The country's share of what was committed and disbursed within the year by others, by the shares of the pledges. */
  readonly committed: string;
  readonly disbursed: string;
  /** Pledges with a row of the year that has no rate. */
  readonly outside_unconverted: number;
}

export interface BudgetsBeside {
  readonly start: KnownStart | undefined;
  /** The latest first. */
  readonly years: readonly BudgetYear[];
}

/**
 * A country's own budget by its fiscal year, beside money from outside. A payment falls into the year of its day; where nobody has said when the
 * fiscal year begins, years are the calendar's. Parts are split as FI-3 says, so that the parts of all recipients sum to the payment.
 */
export async function budgetsBeside(viewer: Actor, iso2: string, view: View): Promise<BudgetsBeside> {
  const start = await fiscalStartOf(iso2);
  const { starts_month, starts_day }: FiscalStart = start ?? calendarYear;
  const yearOf = (day: string) => sql`fiscal_year_of(${sql.ref(day)}, ${starts_month}::int, ${starts_day}::int)`;
  const found = await sql<BudgetYear>`
    with own as (
      select b.year_from, b.year_to, count(*)::int as lines, (count(*) filter (where v.budgeted_usd is null))::int as unconverted, coalesce(sum(v.budgeted_usd), 0) as budgeted,
        coalesce(sum(v.spent_usd), 0) as spent, (count(*) filter (where b.spent is not null and v.spent_usd is not null))::int as reported
      from budget_lines b join budget_line_values v on v.budget_line_id = b.id join commitments c on c.id = b.commitment_id
      where b.country_iso2 = ${iso2} and b.withdrawn_on is null and ${readable(viewer, view)} group by b.year_from, b.year_to
    ),
    moved as materialized (
      select row_number() over () as id, p.id as pledge_id, ${yearOf('t.transaction_on')} as year_from, v.type_code, sum(v.value_usd) as usd_whole, bool_and(v.value_usd is not null) as converted
      from pledges p join pledge_recipients mine on mine.pledge_id = p.id and mine.country_iso2 = ${iso2}
        join transactions t on t.pledge_id = p.id join transaction_values v on v.transaction_id = t.id
      where p.provider_country_iso2 is distinct from ${iso2} and p.kind <> 'guarantee' and v.type_code in ('2', '3') and ${pledgesVisibleTo(viewer, view)}
      group by 2, 3, 4
    ),
    portions as (select m.id, r.position, r.share as weight, 100::numeric as weights, r.country_iso2 from moved m join pledge_recipients r on r.pledge_id = m.pledge_id),
    ${splitBetween('parts', 'moved', 'portions', ['whole'])},
    outside as (
      select m.year_from, coalesce(sum(s.usd_whole) filter (where m.type_code = '2'), 0) as committed, coalesce(sum(s.usd_whole) filter (where m.type_code = '3'), 0) as disbursed
      from parts s join portions o using (id, position) join moved m using (id) where o.country_iso2 = ${iso2} group by 1
    ),
    missing as (select year_from, count(distinct pledge_id)::int as pledges from moved where not converted group by 1),
    years as (
      select year_from, year_to from own
      union select year_from, (year_from + interval '1 year')::date - 1 from moved
    )
    select y.year_from::text, y.year_to::text, coalesce(o.lines, 0) as lines, coalesce(o.unconverted, 0) as unconverted, coalesce(o.reported, 0) as reported,
      trim_scale(coalesce(o.budgeted, 0))::text as budgeted, trim_scale(coalesce(o.spent, 0))::text as spent,
      trim_scale(coalesce(x.committed, 0))::text as committed, trim_scale(coalesce(x.disbursed, 0))::text as disbursed, coalesce(n.pledges, 0) as outside_unconverted
    from years y left join own o using (year_from, year_to) left join outside x on x.year_from = y.year_from left join missing n on n.year_from = y.year_from
    order by y.year_from desc`.execute(database());
  return { start, years: found.rows };
}
