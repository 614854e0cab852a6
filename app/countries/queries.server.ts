import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, standingSql, todayOf, type View } from '#app/commitments/readable.server';
import { moneyForCountries } from '#app/financing/ladder/queries.server';
import { database } from '#app/platform/database.server';
import type { ListState } from '#app/table/state';
import type { GroupCode } from '#db/reference/groups';
import type { CountryFilter, CountryRow, CountryStanding } from './model';

export type CountryState = ListState<CountryFilter>;

type Counted = Omit<CountryRow, 'pledged_usd' | 'disbursed_usd' | 'pledges' | 'converted'>;

/** Groups of `countries as k` on a day. */
const groupsOn = (view: View): RawBuilder<unknown> =>
  sql`array(select p.code from country_group_periods p where p.iso2 = k.iso2 and p.from_on <= ${todayOf(view)} and (p.until_on is null or p.until_on > ${todayOf(view)}) order by p.code)`;

/** Every country and area of ISO 3166-1 that the filters leave, by name. A commitment counts for its lead and for each of its countries, once. */
export async function listCountries(viewer: Actor, filters: CountryState['filters'], view: View): Promise<readonly CountryRow[]> {
  const found = await sql<Counted>`
    with promised as (
      select c.id, c.lead_country_iso2, ${standingSql(todayOf(view))} as standing from commitments c
      where c.published_at is not null and c.status not in ('withdrawn', 'superseded') and ${readable(viewer, view)}
    ),
    touching as (
      select lead_country_iso2 as iso2, id, standing from promised where lead_country_iso2 is not null
      union
      select cc.country_iso2, p.id, p.standing from promised p join commitment_countries cc on cc.commitment_id = p.id
    ),
    counted as (select iso2, count(*)::int as commitments, (count(*) filter (where standing = 'on_track'))::int as on_track from touching group by iso2)
    select k.iso2, coalesce(n.name, k.iso2) as name, k.region_m49, r.name as region, k.standing, ${groupsOn(view)} as groups,
      coalesce(counted.commitments, 0) as commitments, coalesce(counted.on_track, 0) as on_track
    from countries k left join country_texts n on n.iso2 = k.iso2 and n.language = ${view.language}
    left join region_texts r on r.m49 = k.region_m49 and r.language = ${view.language}
    left join counted on counted.iso2 = k.iso2
    where ${matching(filters, view)} order by n.name collate "und-x-icu", k.iso2`.execute(database());
  const money = await moneyForCountries(viewer, found.rows.map(({ iso2 }) => iso2), view);
  return found.rows.map((row) => {
    const total = money.get(row.iso2)?.total;
    const known = total === undefined || total.pledges === 0 || total.converted > 0;
    return { ...row, pledged_usd: known ? (total?.pledged ?? '0') : null, disbursed_usd: known ? (total?.disbursed ?? '0') : null, pledges: total?.pledges ?? 0, converted: total?.converted ?? 0 };
  });
}

function matching({ region, group }: CountryState['filters'], view: View): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (region !== undefined) parts.push(sql`(k.region_m49 = any(${[...region]}::text[]) or k.subregion_m49 = any(${[...region]}::text[]))`);
  if (group !== undefined) parts.push(sql`${groupsOn(view)} && ${[...group]}::text[]`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

export interface CountryRecord {
  readonly iso2: string;
  readonly iso3: string;
  readonly m49: string;
  readonly name: string;
  readonly standing: CountryStanding;
  readonly region_m49: string | null;
  readonly region: string | null;
  readonly subregion: string | null;
  readonly official_languages: readonly string[];
  /** The month in which its fiscal year begins, where the secretariat knows it. */
  readonly fiscal_year_start: number | null;
  /** As of today. */
  readonly groups: readonly { readonly code: GroupCode; readonly name: string; readonly from_on: string; readonly until_on: string | null }[];
  /** Organisations of the country that are members of a coalition. */
  readonly members: number;
  /** Whether somebody coordinates the country, and whether somebody speaks for it. */
  readonly coordinated: boolean;
  readonly attended: boolean;
}

/** The country with this ISO 3166-1 alpha-2 code; undefined where there is none. */
export async function findCountry(_viewer: Actor, iso2: string, view: View): Promise<CountryRecord | undefined> {
  const { language, now } = view;
  const today = todayOf(view);
  const holding = (...roles: readonly string[]) => sql`exists (select from roles r where r.country_iso2 = k.iso2 and r.role = any(${[...roles]}::text[]) and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}))`;
  const found = await sql<CountryRecord>`
    select k.iso2, k.iso3, k.m49, coalesce(n.name, k.iso2) as name, k.standing, k.region_m49, r.name as region, s.name as subregion, k.official_languages, k.fiscal_year_start,
      (select coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', t.name, 'from_on', p.from_on, 'until_on', p.until_on) order by p.code), '[]')
        from country_group_periods p join country_group_texts t on t.code = p.code and t.language = ${language}
        where p.iso2 = k.iso2 and p.from_on <= ${today} and (p.until_on is null or p.until_on > ${today})) as groups,
      (select count(distinct o.id)::int from organisations o join memberships m on m.organisation_id = o.id and m.status in ('active', 'suspended') and m.joined_on <= ${today} and (m.ended_on is null or m.ended_on > ${today})
        where o.country_iso2 = k.iso2) as members,
      ${holding('country_coordinator')} as coordinated, ${holding('focal_point', 'deputy_focal_point')} as attended
    from countries k left join country_texts n on n.iso2 = k.iso2 and n.language = ${language}
    left join region_texts r on r.m49 = k.region_m49 and r.language = ${language}
    left join region_texts s on s.m49 = k.subregion_m49 and s.language = ${language}
    where k.iso2 = ${iso2}`.execute(database());
  return found.rows[0];
}
