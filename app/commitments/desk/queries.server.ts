import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { isOfPlatform, secretariat, type Actor, type PersonActor } from '#app/access/actor';
import { servedBy } from '#app/access/visibility.server';
import { isReachable } from '#app/mail/letter.server';
import { stints } from '#app/members/people/speaking.server';
import { database, type Reader } from '#app/platform/database.server';
import { dayThere } from '#app/reporting/cycles/day.server';
import { readState } from '#app/table/state';
import { matching } from '../list/conditions.server';
import { commitmentList } from '../list/model';
import { readable, type View } from '../readable.server';
import { mostAtOnce, type Chosen } from './model';

/** Reads which commitments an address chose: some by their references, or all that a list shows. One more than can be done at once says that there are too many. */
export function chosenBy(viewer: Actor, asked: URLSearchParams, view: View): Promise<readonly Chosen[]> {
  const wanted = asked.get('which') === 'all'
    ? matching(viewer, readState(commitmentList, asked).filters, view)
    : sql`c.ref = any(${asked.getAll('commitment').slice(0, mostAtOnce + 1)}::text[]) and ${readable(viewer, view)}`;
  return chosenIn(database(), wanted, view);
}

/** The same rows as they are now, in the order of their locks. */
export async function lockChosen(db: Reader, ids: readonly string[], view: View): Promise<readonly Chosen[]> {
  await sql`select id from commitments where id = any(${[...ids]}::uuid[]) order by id for update`.execute(db);
  return chosenIn(db, sql`c.id = any(${[...ids]}::uuid[])`, view);
}

async function chosenIn(db: Reader, wanted: RawBuilder<unknown>, view: View): Promise<readonly Chosen[]> {
  const found = await sql<Chosen>`
    with chosen as materialized (select c.* from commitments c where ${wanted} order by c.ref limit ${mostAtOnce + 1}),
    leads as materialized (select distinct lead_organisation_id, lead_country_iso2 from chosen),
    speakers as materialized (select distinct s.person_id, s.organisation_id, s.country_iso2 from ${stints(view.now)} s where s.until > ${view.now} and ${isReachable(sql`s.person_id`)}),
    spoken as materialized (select l.*, array(select distinct s.person_id from speakers s where s.organisation_id = organisation_successor(l.lead_organisation_id) or s.country_iso2 = l.lead_country_iso2 order by 1) as readers from leads l)
    select c.id, c.ref, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, c.reviewer_id,
      coalesce((select title from commitment_texts where commitment_id = c.id and language = ${view.language}), (select title from commitment_texts where commitment_id = c.id and language = c.language), c.ref) as title,
      coalesce((select name from organisations where id = c.lead_organisation_id), (select name from country_texts where iso2 = c.lead_country_iso2 and language = ${view.language}), c.lead_country_iso2) as lead,
      array(select tag from commitment_tags where commitment_id = c.id order by tag) as tags,
      (select to_char(max(nudged_at) at time zone 'UTC', 'YYYY-MM-DD') from commitment_nudges where commitment_id = c.id) as nudged_on,
      exists (select from progress_updates u join cycles y on y.id = u.cycle_id where u.commitment_id = c.id and u.status not in ('draft', 'returned')
        and ${dayThere(view.now, sql`y.coalition_id`)} between y.opens_on and y.lock_on and y.published_at is null) as said, s.readers
    from chosen c join spoken s on s.lead_organisation_id is not distinct from c.lead_organisation_id and s.lead_country_iso2 is not distinct from c.lead_country_iso2 order by c.ref`.execute(db);
  return found.rows;
}

/** What stands for a choice: another one meanwhile has another. */
export const sealOf = (rows: readonly Chosen[]): string => createHash('sha256').update(rows.map(({ id }) => id).join()).digest('base64url');

/** What the desk knows of the rows of a page besides what the list shows: the secretariat's own, for the coalitions that the viewer serves. */
export interface DeskFacts {
  readonly reviewer: string | null;
  readonly tags: readonly string[];
}

export async function deskFacts(viewer: PersonActor, ids: readonly string[]): Promise<Readonly<Record<string, DeskFacts>>> {
  const found = await sql<DeskFacts & { id: string }>`
    select c.id, p.name as reviewer, array(select tag from commitment_tags where commitment_id = c.id order by tag) as tags
    from commitments c left join people p on p.id = c.reviewer_id where c.id = any(${[...ids]}::uuid[]) and ${servedBy(viewer, sql`c.coalition_id`)}`.execute(database());
  return Object.fromEntries(found.rows.map(({ id, reviewer, tags }) => [id, { reviewer, tags }]));
}

/** Those who can be asked to read what a desk serves: reviewers and secretariats of its coalitions and of the platform. */
export async function reviewersFor(viewer: PersonActor, { now }: View): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const serving = viewer.roles.filter(({ role }) => secretariat.some((one) => one === role));
  const found = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from roles r join people p on p.id = r.person_id and p.erased_at is null and p.suspended_at is null
    where r.role = any(${['reviewer', ...secretariat]}::text[]) and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
      and (r.scope = 'platform' or ${serving.some(isOfPlatform)} or r.coalition_id = any(${serving.flatMap(({ coalition_id }) => coalition_id ?? [])}::uuid[])) order by p.name, p.id`.execute(database());
  return found.rows;
}

/** Words that have been given before, the most used first. */
export async function tagsInUse(viewer: PersonActor): Promise<readonly string[]> {
  const found = await sql<{ tag: string }>`
    select g.tag from commitment_tags g join commitments c on c.id = g.commitment_id where ${servedBy(viewer, sql`c.coalition_id`)} group by g.tag order by count(*) desc, g.tag limit 100`.execute(database());
  return found.rows.map(({ tag }) => tag);
}
