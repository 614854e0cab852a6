import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { keptAnswers } from '#app/access/kept-answers.server';
import { todayOf, type View } from '#app/commitments/readable.server';
import { publishedTotals } from '#app/financing/activities/totals.server';
import { noMoney, type Money } from '#app/financing/ladder/model';
import { exceeds, plus, zero } from '#app/financing/money/model';
import { newMoneyAnswers, pledgeKinds, readRecipient } from '#app/financing/pledges/model';
import type { Language } from '#app/languages/language';
import { addMonths } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { cellsFor, givers, lastChange, moneyBy, type Cell } from './cells.server';
import { dimensions } from './entries.server';
import type { ClauseRow, FinancingTotals, MoneyRow, PublishedTotals, Unconverted } from './model';

/** What published data says is the same for everybody. */
const published = keptAnswers<PublishedTotals>();

/** What visitors are told: with everybody who gives and receives, in a language and a currency, it is large. */
const kept = keptAnswers<FinancingTotals>(30);

/** Everything on the financing page, from the pledges that the viewer may read. */
export const financingTotals = (viewer: Actor, view: View): Promise<FinancingTotals> => kept.get(viewer, `${todayOf(view)} ${view.language} ${view.currency ?? 'USD'}`, () => askTotals(viewer, view, database()));

async function askTotals(viewer: Actor, view: View, db: Reader): Promise<FinancingTotals> {
  const currency = view.currency ?? 'USD';
  const [cells, reporting, aid] = await Promise.all([
    cellsFor(viewer, { dimensions, currency }, view), givers(viewer, addMonths(todayOf(view), -12), view), published.get(viewer, currency, () => publishedTotals(db, currency)),
  ]);
  const [years, providers, recipients, regions, clauses, kinds, newMoney] = (['year', 'provider', 'recipient', 'region', 'clause', 'kind', 'new_money'] as const).map((dimension) => moneyBy(cells, dimension)) as MoneyByKey[] & { length: 7 };
  const [parties, regionNames, clauseRows, changed] = await Promise.all([
    namesOfParties([...(providers?.keys() ?? []), ...(recipients?.keys() ?? [])], view.language, db), namesOfRegions(db, view.language), clausesOf(clauses ?? new Map(), view.language, db), lastChange(currency),
  ]);
  return {
    all: moneyBy(cells, 'all').get('') ?? noMoney,
    unconverted: unconverted(cells),
    years: named(years, new Map()).toSorted((a, b) => a.key.localeCompare(b.key)),
    providers: named(providers, parties).toSorted(largestFirst),
    regions: named(regions, regionNames).toSorted((a, b) => largestFirst(b, a)),
    recipients: named(recipients, parties).toSorted(largestFirst),
    clauses: clauseRows,
    kinds: pledgeKinds.flatMap((kind) => pair('kind', kind, kinds?.get(kind))),
    newMoney: newMoneyAnswers.flatMap((answer) => pair('answer', answer, newMoney?.get(answer))),
    givers: reporting, changedAt: changed?.toISOString() ?? null, published: aid,
  };
}

type MoneyByKey = ReadonlyMap<string, Money>;

function unconverted(cells: readonly Cell[]): Unconverted[] {
  const found = new Map<string, Unconverted>();
  for (const { dimension, key: currency, pledges, converted, unconverted: announced } of cells) {
    if (dimension !== 'currency' || converted === pledges) continue;
    const before = found.get(currency) ?? { currency, pledges: 0, announced: zero };
    found.set(currency, { currency, pledges: before.pledges + pledges - converted, announced: plus(before.announced, announced) });
  }
  return [...found.values()].toSorted((a, b) => b.pledges - a.pledges || a.currency.localeCompare(b.currency));
}

const named = (money: MoneyByKey | undefined, names: ReadonlyMap<string, string>): MoneyRow[] => [...(money ?? [])].map(([key, of]) => ({ key, name: names.get(key) ?? key, money: of }));

const largestFirst = ({ name, money: { total } }: MoneyRow, other: MoneyRow): number =>
  exceeds(other.money.total.net_pledged, total.net_pledged) ? 1 : exceeds(total.net_pledged, other.money.total.net_pledged) ? -1 : name.localeCompare(other.name);

const pair = <Name extends string, Value extends string>(name: Name, value: Value, money: Money | undefined) =>
  money === undefined ? [] : [{ [name]: value, money } as Record<Name, Value> & { readonly money: Money }];

/** Clauses by name, in the order of their texts; what serves none comes last. */
async function clausesOf(money: MoneyByKey, language: Language, db: Reader): Promise<ClauseRow[]> {
  const found = await sql<{ id: string; code: string; version: string; title: string; topmost: boolean }>`
    select n.id, n.code, f.code || '.' || v.number as version, coalesce(own.title, base.title, n.code) as title, n.parent_id is null as topmost
    from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
      left join framework_node_texts own on own.node_id = n.id and own.language = ${language}
      left join framework_node_texts base on base.node_id = n.id and base.language = v.authoritative_language
    where n.id = any(${[...money.keys()].filter((key) => key !== '')}::uuid[])
    order by f.code, v.number, (select p.position from framework_nodes p where p.id = coalesce(n.parent_id, n.id)), n.parent_id is not null, n.position`.execute(db);
  const rows = found.rows.map(({ id, code, version, title, topmost }): ClauseRow => ({ key: `${version}:${code}`, code, name: title, topmost, money: money.get(id) ?? noMoney }));
  const none = money.get('');
  return none === undefined ? rows : [...rows, { key: '', code: '', name: '', topmost: true, money: none }];
}

/** Names of parties by their keys, countries in the reader's language. */
export async function namesOfParties(keys: readonly string[], language: Language, db: Reader = database()): Promise<Map<string, string>> {
  const parties = keys.flatMap((key) => readRecipient(key) ?? []);
  const found = await sql<{ key: string; name: string }>`
    select 'country:' || iso2 as key, name from country_texts where language = ${language} and iso2 = any(${parties.flatMap((one) => one.country_iso2 ?? [])}::text[])
    union all
    select 'region:' || m49, name from region_texts where language = ${language} and m49 = any(${parties.flatMap((one) => one.region_m49 ?? [])}::text[])
    union all
    select 'organisation:' || id, name from organisations where id = any(${parties.flatMap((one) => one.organisation_id ?? [])}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ key, name }) => [key, name]));
}

async function namesOfRegions(db: Reader, language: Language): Promise<Map<string, string>> {
  const rows = await db.selectFrom('region_texts').select(['m49', 'name']).where('language', '=', language).execute();
  return new Map(rows.map(({ m49, name }) => [m49, name]));
}
