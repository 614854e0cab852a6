import { sql, type RawBuilder } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import { readable, todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { RecommendationStatus } from '#app/working-groups/recommendations/model';
import { recommendationsVisibleTo } from '#app/working-groups/visible.server';
import type { Answer } from './model';
import { ownOf, partiesOf, saidBy } from './parties.server';
import type { AddressedParty } from './policy';

/** An addressee with what they answered, or for how many days they have not. */
export interface ResponseRow extends AddressedParty {
  readonly recommendation_ref: string;
  readonly recommendation_title: string;
  readonly status: RecommendationStatus;
  /** What stands for the addressee in an address: a member's reference, a country's code, `secretariat`. */
  readonly party: string;
  /** Null for the secretariat, which each language calls in its own way. */
  readonly name: string | null;
  readonly asked_on: string | null;
  /** Days without an answer; null where nobody is asked now. */
  readonly waiting: number | null;
  readonly answer: Answer | null;
  readonly words: string | null;
  readonly answered_on: string | null;
  readonly first_answered_on: string | null;
  readonly version: number;
  readonly commitment_ref: string | null;
  readonly commitment_title: string | null;
}

const rows = (viewer: Actor, view: View, which: RawBuilder<unknown>) => sql<ResponseRow>`
  select r.id, r.status, g.coalition_id, r.ref as recommendation_ref, r.title as recommendation_title, p.organisation_id as addressee_organisation_id, p.country_iso2 as addressee_country_iso2,
    coalesce(o.ref, p.country_iso2, 'secretariat') as party,
    coalesce(o.name, (select t.name from country_texts t where t.iso2 = p.country_iso2 order by t.language = ${view.language} desc, t.language = 'en' desc limit 1), p.country_iso2) as name,
    p.asked_on, case when said.id is null and r.status in ('final', 'endorsed', 'in_implementation') then ${todayOf(view)}::date - p.asked_on end as waiting,
    said.answer, said.words, to_char(said.answered_at at time zone 'UTC', 'YYYY-MM-DD') as answered_on, to_char(said.first_answered_at at time zone 'UTC', 'YYYY-MM-DD') as first_answered_on,
    coalesce(said.version, 0) as version, promise.ref as commitment_ref, promise.title as commitment_title
  from recommendations r join working_groups g on g.id = r.working_group_id cross join lateral ${partiesOf} p left join organisations o on o.id = p.organisation_id left join ${saidBy} on true
  left join lateral (
    select c.ref, (select t.title from commitment_texts t where t.commitment_id = c.id order by t.language = ${view.language} desc, t.language = c.language desc, t.language limit 1) as title
    from commitments c where c.id = said.commitment_id and ${readable(viewer, view)}) promise on true
  where ${recommendationsVisibleTo(viewer, view)} and ${which}`;
/** Those who have not answered last, the rest by name. */
const byName = sql`order by said.id is null, o.name is null, name collate "und-x-icu" nulls first, party`;

/** The addressees of a recommendation and what they answered. */
export const responsesTo = async (viewer: Actor, recommendationId: string, view: View): Promise<readonly ResponseRow[]> =>
  (await sql<ResponseRow>`${rows(viewer, view, sql`r.id = ${recommendationId}`)} ${byName}`.execute(database())).rows;

/** One addressee of a recommendation, by what stands for them in an address. */
export async function findAddressee(viewer: Actor, ref: string, party: string, view: View): Promise<ResponseRow | undefined> {
  const found = await responsesAt(viewer, sql`r.ref = ${ref} and coalesce(o.ref, p.country_iso2, 'secretariat') = ${party}`, view);
  return found[0];
}

/** What was recommended to an organisation or a country, and what they answered; a draft is not told of. */
export const recommendedTo = (viewer: Actor, party: { readonly organisation_id: string } | { readonly country_iso2: string }, view: View): Promise<readonly ResponseRow[]> =>
  responsesAt(viewer, sql`r.status <> 'draft' and ${'organisation_id' in party ? sql`p.organisation_id = ${party.organisation_id}` : sql`p.country_iso2 = ${party.country_iso2}`}`, view);

/** The recommendations that a commitment is named as the answer to. */
export const recommendationsAnsweredBy = (viewer: Actor, commitmentId: string, view: View): Promise<readonly ResponseRow[]> => responsesAt(viewer, sql`said.commitment_id = ${commitmentId}`, view);

/** What waits for an answer of those for whom the viewer speaks. */
export async function unansweredBy(viewer: Actor, view: View): Promise<readonly ResponseRow[]> {
  const { organisations, countries } = spokenFor(viewer);
  if (organisations.length + countries.length === 0) return [];
  return responsesAt(viewer, sql`said.id is null and r.status in ('final', 'endorsed', 'in_implementation') and (p.organisation_id = any(${organisations}::uuid[]) or p.country_iso2 = any(${countries}::text[]))`, view);
}

const responsesAt = async (viewer: Actor, which: RawBuilder<unknown>, view: View): Promise<readonly ResponseRow[]> =>
  (await sql<ResponseRow>`${rows(viewer, view, which)} order by r.created_at desc, r.ref, party`.execute(database())).rows;

export interface OwnCommitment {
  readonly ref: string;
  readonly title: string;
}

/** The addressee's own commitments, which can answer: latest first. */
export async function commitmentsOf(viewer: Actor, party: AddressedParty, view: View): Promise<readonly OwnCommitment[]> {
  return (await sql<OwnCommitment>`
    select c.ref, (select t.title from commitment_texts t where t.commitment_id = c.id order by t.language = ${view.language} desc, t.language = c.language desc, t.language limit 1) as title
    from commitments c where ${ownOf(viewer, party)} and c.status <> 'withdrawn' and ${readable(viewer, view)}
    order by c.ref desc limit 300`.execute(database())).rows;
}
