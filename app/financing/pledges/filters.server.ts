import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import type { ListState } from '#app/table/state';
import type { PledgeFilter, PledgeSort } from './list';
import { pledgeKinds, pledgeStatuses, newMoneyAnswers, readParty } from './model';
import { pledgesVisibleTo } from './visible.server';

export type PledgeState = ListState<PledgeFilter, PledgeSort>;

const known = (values: readonly string[], list: readonly string[]): string[] => values.filter((value) => list.includes(value));

type Condition = (values: readonly string[], viewer: Actor, view: View) => RawBuilder<unknown>;

/** One condition for each filter. A value that nothing can match finds nothing rather than everything. */
const conditions: Readonly<Record<PledgeFilter, Condition>> = {
  q: ([words = '']) => sql`(p.tokens @> search_tokens(${words}) or p.ref = upper(${words}))`,
  status: (values) => sql`p.status = any(${known(values, pledgeStatuses)}::text[])`,
  kind: (values) => sql`p.kind = any(${known(values, pledgeKinds)}::text[])`,
  new_money: (values) => sql`p.new_money = any(${known(values, newMoneyAnswers)}::text[])`,
  currency: (values) => sql`p.currency = any(${values}::text[])`,
  year: (values) => sql`extract(year from p.announced_on)::text = any(${values}::text[])`,
  provider: (values) => {
    const parties = values.flatMap((value) => readParty(value) ?? []);
    return sql`(p.provider_organisation_id = any(${parties.flatMap((one) => one.organisation_id ?? [])}::uuid[])
      or p.provider_country_iso2 = any(${parties.flatMap((one) => one.country_iso2 ?? [])}::text[]))`;
  },
  country: (values) => sql`exists (select from pledge_recipients r where r.pledge_id = p.id and r.country_iso2 = any(${values}::text[]))`,
  region: (values) => sql`(exists (select from pledge_recipients r join countries k on k.iso2 = r.country_iso2 where r.pledge_id = p.id and k.region_m49 = any(${values}::text[]))
    or ${values.includes('none')} and (not exists (select from pledge_recipients r where r.pledge_id = p.id)
      or exists (select from pledge_recipients r left join countries k on k.iso2 = r.country_iso2 where r.pledge_id = p.id and k.region_m49 is null)))`,
  commitment: (values, viewer, view) => sql`exists (select from commitments c where c.id = p.commitment_id and c.ref = any(${values}::text[]) and ${readable(viewer, view)})`,
  converted: (values) => {
    const rateless = sql`(exists (select from pledge_values v where v.pledge_id = p.id and v.amount_usd is null)
      or exists (select from transaction_values v where v.pledge_id = p.id and v.type_code in ('12', '2', '3', '4') and v.value_usd is null))`;
    return sql`${rateless} = ${values.includes('no')}`;
  },
};

/** Everything that a pledge (alias `p`) must meet to be in the list: that the viewer may read it, and each filter that is set. */
export function pledgeConditions(viewer: Actor, filters: PledgeState['filters'], view: View): RawBuilder<unknown> {
  const set = Object.entries(filters) as [PledgeFilter, readonly string[]][];
  return sql.join([pledgesVisibleTo(viewer, view), ...set.map(([filter, values]) => conditions[filter](values, viewer, view))], sql` and `);
}
