import { sql, type RawBuilder } from 'kysely';
import { holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { duplicateReasons, likelyBecause, siteOf, type Constituency, type DuplicateReason, type Likeness } from '#app/members/organisations/model';
import { database, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { ListState } from '#app/table/state';
import type { PairFilter } from './list';
import { mostAtOnce, type Worth } from './model';
import type { DuplicateRef } from './policy';

/** An organisation that may be the one in question, and why. */
export interface LikelyDuplicate extends Likeness {
  readonly id: string;
  readonly ref: string;
  readonly because: DuplicateReason;
}

const mostCompared = 100;

/** ME-3: active organisations that may be the one that is described, those with the strongest reason first; at most ten. */
export async function likelyDuplicates(db: Reader, described: Likeness): Promise<readonly LikelyDuplicate[]> {
  const words = sql`search_tokens(${`${described.name} ${described.short_name ?? ''}`})`;
  const site = siteOf(described.website) ?? '';
  const found = await sql<Likeness & { id: string; ref: string }>`
    select * from (
      select o.id, o.ref, o.name, o.short_name, o.country_iso2, o.website,
        array(select i.identifier from organisation_identifiers i where i.organisation_id = o.id order by 1) as identifiers,
        cardinality(array(select unnest(o.tokens) intersect select unnest(${words}))) as common,
        exists (select from organisation_identifiers i where i.organisation_id = o.id and i.identifier = any(${[...described.identifiers]}::text[])) as identified,
        ${site} <> '' and strpos(lower(coalesce(o.website, '')), ${site}) > 0 as sited
      from organisations o where o.status = 'active'
    ) compared
    where identified or sited or common > 0 order by identified desc, sited desc, common desc, id limit ${mostCompared}`.execute(db);
  const likely = found.rows.flatMap((row) => {
    const because = likelyBecause(described, row);
    return because === undefined ? [] : [{ ...row, because }];
  });
  return likely.toSorted((a, b) => duplicateReasons.indexOf(a.because) - duplicateReasons.indexOf(b.because)).slice(0, 10);
}

/** Who is shown possible duplicates: the secretariat of any coalition and the administrators. */
export const seesDuplicates = (viewer: Actor): boolean => viewer.kind === 'system' || holdsAnywhere(viewer, [...secretariat, 'platform_admin']);

/** One of the two of a pair, with what hangs on it. */
export interface Side {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly type_code: string | null;
  readonly type_missing: string | null;
  readonly constituency: Constituency | null;
  /** In the reader's language. */
  readonly country: string | null;
  readonly website: string | null;
  readonly identifiers: readonly string[];
  readonly former_names: readonly string[];
  readonly source_note: string | null;
  readonly member: boolean;
  readonly people: number;
  readonly commitments: number;
  readonly pledges: number;
  readonly endorsements: number;
  readonly seats: number;
}
export interface Pair extends DuplicateRef {
  readonly reasons: readonly DuplicateReason[];
  /** Identifiers that both claim. */
  readonly claimed_identifiers: readonly string[];
  readonly one: Side;
  readonly other: Side;
}

const number = (what: RawBuilder<unknown>) => sql`(select count(*)::int from ${what})`;
const side = (alias: 'o' | 'p', language: Language): RawBuilder<unknown> => {
  const id = sql.ref(`${alias}.id`);
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`jsonb_build_object('id', ${id}, 'ref', ${column('ref')}, 'name', ${column('name')}, 'short_name', ${column('short_name')}, 'type_code', ${column('type_code')}, 'type_missing', ${column('type_missing')},
    'constituency', ${column('constituency')}, 'country', (select n.name from country_texts n where n.iso2 = ${column('country_iso2')} and n.language = ${language}), 'website', ${column('website')}, 'source_note', ${column('source_note')},
    'identifiers', array(select i.identifier from organisation_identifiers i where i.organisation_id = ${id} order by 1), 'former_names', array(select f.name from organisation_names f where f.organisation_id = ${id} order by 1),
    'member', exists (select from memberships m where m.organisation_id = ${id} and m.status in ('active', 'suspended')), 'people', ${number(sql`affiliations a where a.organisation_id = ${id} and a.until_on is null`)},
    'commitments', ${number(sql`commitments c where c.lead_organisation_id = ${id}`)}, 'pledges', ${number(sql`pledges g where g.provider_organisation_id = ${id}`)},
    'endorsements', ${number(sql`endorsements e where e.organisation_id = ${id}`)}, 'seats', ${number(sql`seats x where x.organisation_id = ${id} and x.until_on is null`)})`;
};

/** Open pairs under a condition on `d` (the pair), `o` and `p` (the two): once each, as the organisations stand after every merge. */
const pairsWhere = (condition: RawBuilder<unknown>, language: Language) => sql<Pair>`
  select d.id, d.organisation_id, d.other_id, d.reasons, d.claimed_identifiers, ${side('o', language)} as one, ${side('p', language)} as other
  from organisation_pairs d join organisations o on o.id = d.organisation_id and o.status = 'active' join organisations p on p.id = d.other_id and p.status = 'active' where ${condition}`;

/** A pair as it stands on the page of one of the two. */
export type OpenDuplicate = Omit<Pair, 'one'>;

/** The open pairs of an organisation, for those who decide about them; for everybody else there are none. */
export async function openDuplicatesOf(viewer: Actor, organisationId: string, language: Language): Promise<readonly OpenDuplicate[]> {
  if (!seesDuplicates(viewer)) return [];
  const found = await sql<Pair>`${pairsWhere(sql`${organisationId} in (d.organisation_id, d.other_id)`, language)} order by d.id`.execute(database());
  return found.rows.map(({ one, other, ...pair }) => ({ ...pair, other: one.id === organisationId ? other : one }));
}

/** One open pair by its id; undefined where there is none (any more). */
export async function findPair(viewer: Actor, id: string, language: Language): Promise<Pair | undefined> {
  if (!seesDuplicates(viewer) || !isId(id)) return undefined;
  return (await pairsWhere(sql`d.id = ${id}`, language).execute(database())).rows[0];
}

/** Several open pairs by their ids, in that order; those that are decided are left out. */
export async function findPairs(viewer: Actor, ids: readonly string[], language: Language): Promise<readonly Pair[]> {
  if (!seesDuplicates(viewer)) return [];
  return (await sql<Pair>`${pairsWhere(sql`d.id = any(${ids.filter(isId)}::uuid[])`, language)} order by d.id`.execute(database())).rows;
}

/** The pair as it stands now within a transaction: merges before it may have moved its two. */
export async function pairIn(tx: Reader, asked: DuplicateRef): Promise<DuplicateRef | undefined> {
  const found = await sql<DuplicateRef>`
    select d.id, d.organisation_id, d.other_id from organisation_pairs d
    where array[d.organisation_id, d.other_id] = array[least(organisation_successor(${asked.organisation_id}), organisation_successor(${asked.other_id})), greatest(organisation_successor(${asked.organisation_id}), organisation_successor(${asked.other_id}))]`.execute(tx);
  return found.rows[0];
}

/** What hangs on organisations, to tell which of two stays. */
export async function worthOf(reader: Reader, ids: readonly string[]): Promise<readonly Worth[]> {
  const found = await sql<{ side: Side }>`select ${side('o', 'en')} as side from organisations o where o.id = any(${[...ids]}::uuid[]) order by o.id`.execute(reader);
  return found.rows.map((row) => worth(row.side));
}
export const worth = ({ id, ref, member, commitments, pledges, endorsements, seats, people, identifiers }: Side): Worth => ({ id, ref, member, records: commitments + pledges + endorsements + seats + people, identifiers: identifiers.length });

export interface PairPage {
  readonly rows: readonly Pair[];
  /** The key after which the next page begins. */
  readonly next: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
}

/** The desk of duplicates, in the order in which they were noted. */
export async function listPairs(viewer: Actor, { filters, after }: ListState<PairFilter>, language: Language): Promise<PairPage> {
  if (!seesDuplicates(viewer)) return { rows: [], next: null, total: { count: 0, exact: true } };
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filters.reason !== undefined) parts.push(sql`d.reasons && ${[...filters.reason]}::text[]`);
  const [words] = filters.q ?? [];
  if (words !== undefined) parts.push(sql`(o.tokens @> search_tokens(${words}) or p.tokens @> search_tokens(${words}) or upper(${words}) in (o.ref, p.ref) or ${words} = any(d.claimed_identifiers))`);
  const where = sql.join(parts, sql` and `);
  const beyond = after !== null && isId(after) ? sql`d.id > ${after}` : sql`true`;
  const [page, counted] = await Promise.all([
    sql<Pair>`${pairsWhere(sql`${where} and ${beyond}`, language)} order by d.id limit ${mostAtOnce + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from organisation_pairs d join organisations o on o.id = d.organisation_id and o.status = 'active' join organisations p on p.id = d.other_id and p.status = 'active' where ${where}`.execute(database()),
  ]);
  const rows = page.rows.slice(0, mostAtOnce);
  return { rows, next: page.rows.length > mostAtOnce ? (rows.at(-1)?.id ?? null) : null, total: { count: counted.rows[0]?.count ?? 0, exact: true } };
}
