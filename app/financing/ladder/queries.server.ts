import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database, type Reader } from '#app/platform/database.server';
import { amounts, moneyOf, noMoney, type KindClass, type LadderSum, type Money } from './model';
import { each, summed } from './net.server';
import { laddersOf, recipientParts } from './tables.server';

/** A sum of one class of kinds under a key. */
export type KeyedSum = LadderSum & { readonly key: string; readonly class: KindClass };

/** The class of a pledge's kind, FI-5. */
export const kindClass = sql`case kind when 'cash' then 'cash' when 'guarantee' then 'guarantee' else 'in_kind' end`;
/** Pledges counted, and how many of them are in the sums. */
export const counted = sql`count(*)::int as pledges, count(*) filter (where converted)::int as converted`;

/** Puts sums of classes under their keys. */
export function byKey(rows: readonly KeyedSum[]): Map<string, Money> {
  const groups = new Map<string, KeyedSum[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return new Map([...groups].map(([key, classes]) => [key, moneyOf(classes)]));
}

async function sums(db: Reader, which: RawBuilder<unknown>, key: RawBuilder<unknown>, { currency }: View): Promise<Map<string, Money>> {
  const found = await sql<KeyedSum>`
    with ${laddersOf(which, currency)} select ${key}::text as key, ${kindClass} as class, ${counted}, ${summed('ladders')} from ladders group by 1, 2`.execute(db);
  return byKey(found.rows);
}

/** The money of each commitment in the reporting currency, by the commitment's id; one without pledges is absent. */
export function moneyOfCommitments(viewer: Actor, ids: readonly string[], view: View, db: Reader = database()): Promise<Map<string, Money>> {
  return sums(db, sql`p.commitment_id = any(${ids}::uuid[]) and ${pledgesVisibleTo(viewer, view)}`, sql`commitment_id`, view);
}

/** The money behind a clause: pledges of commitments that the viewer may read and that serve it or a clause under it, each counted once. */
export async function moneyOfClause(viewer: Actor, nodeId: string, view: View, db: Reader = database()): Promise<Money> {
  const serving = sql`exists (
    select from commitments c join commitment_nodes cn on cn.commitment_id = c.id join framework_nodes n on n.id = cn.node_id
    where c.id = p.commitment_id and ${nodeId}::uuid in (n.id, n.parent_id) and ${readable(viewer, view)})`;
  return (await sums(db, sql`${serving} and ${pledgesVisibleTo(viewer, view)}`, sql`''`, view)).get('') ?? noMoney;
}

/** The pledges of a coalition, and those together with every coalition under it, each counted once (CA-3). */
export async function moneyOfCoalition(viewer: Actor, id: string, view: View, db: Reader = database()): Promise<{ readonly own: Money; readonly all: Money }> {
  const tree = sql`(with recursive tree as (select ${id}::uuid as id union select k.id from coalitions k join tree on k.parent_id = tree.id) select id from tree)`;
  const visible = pledgesVisibleTo(viewer, view);
  const [own, all] = await Promise.all([sums(db, sql`p.coalition_id = ${id} and ${visible}`, sql`''`, view), sums(db, sql`p.coalition_id in ${tree} and ${visible}`, sql`''`, view)]);
  return { own: own.get('') ?? noMoney, all: all.get('') ?? noMoney };
}

/** What a member gives, and what is meant for it by name. */
export async function moneyOfMember(viewer: Actor, organisationId: string, view: View, db: Reader = database()): Promise<{ readonly given: Money; readonly received: Money }> {
  const visible = pledgesVisibleTo(viewer, view);
  const [given, received] = await Promise.all([
    sums(db, sql`p.provider_organisation_id = ${organisationId} and ${visible}`, sql`''`, view),
    partSums(db, sql`${visible} and p.id in (select pledge_id from pledge_recipients where organisation_id = ${organisationId})`, sql`organisation_id`, view),
  ]);
  return { given: given.get('') ?? noMoney, received: received.get(organisationId) ?? noMoney };
}

/** Money for countries by the shares that pledges declare, from all providers, their own budgets included: by country, absent where none. */
export function moneyForCountries(viewer: Actor, iso2s: readonly string[], view: View, db: Reader = database()): Promise<Map<string, Money>> {
  return partSums(db, sql`${pledgesVisibleTo(viewer, view)} and p.id in (select pledge_id from pledge_recipients where country_iso2 = any(${iso2s}::text[]))`, sql`country_iso2`, view);
}

/** A country's money, never added without saying so: its own for itself, others' for it, its own for others. */
export interface CountryMoney {
  readonly domestic: Money;
  readonly incoming: Money;
  readonly outgoing: Money;
}

export async function moneyOfCountry(viewer: Actor, iso2: string, view: View, db: Reader = database()): Promise<CountryMoney> {
  const which = sql`${pledgesVisibleTo(viewer, view)} and p.id in (select id from pledges where provider_country_iso2 = ${iso2} union select pledge_id from pledge_recipients where country_iso2 = ${iso2})`;
  const way = sql`case when country_iso2 = ${iso2} then case when provider_country_iso2 = ${iso2} then 'domestic' else 'incoming' end
    when provider_country_iso2 = ${iso2} then 'outgoing' end`;
  const found = await partSums(db, which, way, view);
  const of = (key: keyof CountryMoney): Money => found.get(key) ?? noMoney;
  return { domestic: of('domestic'), incoming: of('incoming'), outgoing: of('outgoing') };
}

/** Sums over recipients' parts. A pledge without a recipient counts as one part for nobody in particular. */
export async function partSums(db: Reader, which: RawBuilder<unknown>, key: RawBuilder<unknown>, { currency }: View): Promise<Map<string, Money>> {
  const found = await sql<KeyedSum>`
    with ${laddersOf(which, currency)}, ${recipientParts},
    told_parts as (
      select l.id, l.kind, l.converted, l.provider_country_iso2, o.country_iso2, o.organisation_id, o.region_m49, ${each(amounts, (name) => `s.usd_${name}`)}
      from ladders l join portions o on o.id = l.id left join portion_parts s on s.id = l.id and s.position = o.position
    )
    select coalesce(${key}::text, '') as key, ${kindClass} as class, count(distinct id)::int as pledges,
      (count(distinct id) filter (where converted))::int as converted, ${summed('told_parts')}
    from told_parts group by 1, 2`.execute(db);
  return byKey(found.rows);
}
