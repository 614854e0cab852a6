import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { exceeds, plus, zero } from '#app/financing/money/model';
import { noMoney, type Money } from '#app/financing/ladder/model';
import { byKey, counted, kindClass, partSums, type KeyedSum } from '#app/financing/ladder/queries.server';
import { summed } from '#app/financing/ladder/net.server';
import { laddersOf } from '#app/financing/ladder/tables.server';
import { newMoneyAnswers, pledgeKinds, readParty } from '#app/financing/pledges/model';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { publishedTotals } from '#app/financing/activities/totals.server';
import type { Language } from '#app/languages/language';
import { database, type Reader } from '#app/platform/database.server';
import type { FinancingTotals, MoneyRow, Unconverted } from './model';

/** Which dimension a row of the grouping sets belongs to: the one column that PostgreSQL did not leave out. */
const dimensions = { year: 0b01111, provider: 0b10111, kind: 0b11011, new_money: 0b11101, currency: 0b11110, all: 0b11111 } as const;

type DimensionRow = KeyedSum & { readonly by: number; readonly announced_own: string };

/** Everything on the financing page, from the pledges that the viewer may read. */
export async function financingTotals(viewer: Actor, view: View, db: Reader = database()): Promise<FinancingTotals> {
  const [rows, regions, published] = await Promise.all([
    dimensionRows(db, viewer, view), partSums(db, pledgesVisibleTo(viewer, view), regionKey, view), publishedTotals(db, view.currency),
  ]);
  const by = (dimension: keyof typeof dimensions) => rows.filter((row) => row.by === dimensions[dimension]);
  const providers = byKey(by('provider'));
  const [partyNames, regionNames] = await Promise.all([namesOfParties([...providers.keys()], view.language, db), namesOfRegions(db, view.language)]);
  const kinds = byKey(by('kind'));
  const newMoney = byKey(by('new_money'));
  return {
    all: byKey(by('all')).get('') ?? noMoney,
    unconverted: unconverted(by('currency')),
    years: named(byKey(by('year')), new Map()).toSorted((a, b) => a.key.localeCompare(b.key)),
    providers: named(providers, partyNames).toSorted(largestFirst),
    regions: named(regions, regionNames).toSorted((a, b) => largestFirst(b, a)),
    kinds: pledgeKinds.flatMap((kind) => pair('kind', kind, kinds.get(kind))),
    newMoney: newMoneyAnswers.flatMap((answer) => pair('answer', answer, newMoney.get(answer))),
    published,
  };
}

async function dimensionRows(db: Reader, viewer: Actor, view: View): Promise<readonly DimensionRow[]> {
  const found = await sql<DimensionRow>`
    with ${laddersOf(pledgesVisibleTo(viewer, view), view.currency)},
    classed as (
      select *, ${kindClass} as class, extract(year from announced_on)::text as year,
        case when provider_country_iso2 is null then 'organisation:' || provider_organisation_id else 'country:' || provider_country_iso2 end as provider
      from ladders
    )
    select grouping(year, provider, kind, new_money, currency) as by, coalesce(year, provider, kind, new_money, currency, '') as key, class, ${counted}, ${summed('classed')},
      (sum(announced) filter (where not converted))::text as announced_own
    from classed
    group by grouping sets ((class), (class, year), (class, provider), (class, kind), (class, new_money), (class, currency))`.execute(db);
  return found.rows;
}

/** The M49 region of a recipient country, or that a recipient region lies in. */
const regionKey = sql`coalesce((select c.region_m49 from countries c where c.iso2 = country_iso2), region_holding(region_m49))`;

function unconverted(rows: readonly DimensionRow[]): Unconverted[] {
  const found = new Map<string, Unconverted>();
  for (const { key: currency, pledges, converted, announced_own } of rows) {
    const before = found.get(currency) ?? { currency, pledges: 0, announced: zero };
    if (converted < pledges) found.set(currency, { currency, pledges: before.pledges + pledges - converted, announced: plus(before.announced, announced_own) });
  }
  return [...found.values()].toSorted((a, b) => b.pledges - a.pledges || a.currency.localeCompare(b.currency));
}

const named = (money: ReadonlyMap<string, Money>, names: ReadonlyMap<string, string>): MoneyRow[] =>
  [...money].map(([key, of]) => ({ key, name: names.get(key) ?? key, money: of }));

const largestFirst = (a: MoneyRow, b: MoneyRow): number =>
  exceeds(b.money.total.announced, a.money.total.announced) ? 1 : exceeds(a.money.total.announced, b.money.total.announced) ? -1 : a.name.localeCompare(b.name);

const pair = <Name extends string, Value extends string>(name: Name, value: Value, money: Money | undefined) =>
  money === undefined ? [] : [{ [name]: value, money } as Record<Name, Value> & { readonly money: Money }];

/** Names of parties by their keys, countries in the reader's language. */
export async function namesOfParties(keys: readonly string[], language: Language, db: Reader = database()): Promise<Map<string, string>> {
  const parties = keys.flatMap((key) => readParty(key) ?? []);
  const found = await sql<{ key: string; name: string }>`
    select 'country:' || iso2 as key, name from country_texts where language = ${language} and iso2 = any(${parties.flatMap((one) => one.country_iso2 ?? [])}::text[])
    union all
    select 'organisation:' || id, name from organisations where id = any(${parties.flatMap((one) => one.organisation_id ?? [])}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ key, name }) => [key, name]));
}

async function namesOfRegions(db: Reader, language: Language): Promise<Map<string, string>> {
  const rows = await db.selectFrom('region_texts').select(['m49', 'name']).where('language', '=', language).execute();
  return new Map(rows.map(({ m49, name }) => [m49, name]));
}
