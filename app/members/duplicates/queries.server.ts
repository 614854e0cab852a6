import { sql } from 'kysely';
import { holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { duplicateReasons, likelyBecause, siteOf, type DuplicateReason, type Likeness } from '#app/members/organisations/model';
import { database, type Reader } from '#app/platform/database.server';

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

/** A pair that a person has not decided about yet, as it stands on the page of one of the two. */
export interface OpenDuplicate {
  readonly id: string;
  readonly reason: DuplicateReason;
  readonly claimed_identifier: string | null;
  readonly other: { readonly id: string; readonly ref: string; readonly name: string; readonly country: string | null; readonly identifiers: readonly string[]; readonly commitments: number };
}

/** Who is shown possible duplicates: the secretariat of any coalition and the administrators. */
export const seesDuplicates = (viewer: Actor): boolean => viewer.kind === 'system' || holdsAnywhere(viewer, [...secretariat, 'platform_admin']);

/** The open pairs of an organisation, for those who decide about them; for everybody else there are none. */
export async function openDuplicatesOf(viewer: Actor, organisationId: string, language: Language): Promise<readonly OpenDuplicate[]> {
  if (!seesDuplicates(viewer)) return [];
  const found = await sql<OpenDuplicate>`
    select d.id, d.reason, d.claimed_identifier,
      jsonb_build_object('id', o.id, 'ref', o.ref, 'name', o.name, 'country', n.name,
        'identifiers', array(select i.identifier from organisation_identifiers i where i.organisation_id = o.id order by 1),
        'commitments', (select count(*)::int from commitments c where c.lead_organisation_id = o.id)) as other
    from organisation_duplicates d
    join organisations o on o.id = case when d.organisation_id = ${organisationId} then d.other_id else d.organisation_id end and o.status = 'active'
    left join country_texts n on n.iso2 = o.country_iso2 and n.language = ${language}
    where d.status = 'open' and ${organisationId} in (d.organisation_id, d.other_id)
    order by o.name collate "und-x-icu", d.id`.execute(database());
  return found.rows;
}

/** One open pair of an organisation with the two ids it is about, for deciding; undefined where there is none (any more). */
export async function findOpenPair(viewer: Actor, organisationId: string, duplicateId: string): Promise<{ id: string; organisation_id: string; other_id: string } | undefined> {
  if (!seesDuplicates(viewer)) return undefined;
  return database().selectFrom('organisation_duplicates').select(['id', 'organisation_id', 'other_id']).where('id', '=', duplicateId).where('status', '=', 'open')
    .where((is) => is.or([is('organisation_id', '=', organisationId), is('other_id', '=', organisationId)])).executeTakeFirst();
}
