import { sql, type RawBuilder } from 'kysely';
import { holds, secretariat, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { hashOf } from '#app/accounts/secrets.server';
import { coalitionsServedBy } from '#app/coalitions/queries.server';
import type { View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { likelyDuplicates, type LikelyDuplicate } from '#app/members/duplicates/queries.server';
import { paths } from '#app/paths';
import { addDays } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Due } from '#app/records/due/model';
import type { ListState } from '#app/table/state';
import type { ApplicationFilter, ApplicationRow } from './list';
import type { LockedApplication } from './lock.server';
import { answerWithinDays, applicationStatuses, waiting, type ApplicationAct, type ApplicationStatus } from './model';
import { applicationPolicy } from './policy';

/** Sites of the organisations that are known here: none of them may be imitated (ME-8). */
export async function knownSites(reader: Reader = database()): Promise<readonly string[]> {
  const found = await reader.selectFrom('organisations').select('website').distinct().where('website', 'is not', null).where('status', '=', 'active').execute();
  return found.flatMap(({ website }) => website ?? []);
}

const above = sql`(with recursive up as (select k.id, k.parent_id from coalitions k where k.id = a.coalition_id union select k.id, k.parent_id from coalitions k join up on up.parent_id = k.id) select array_agg(up.id) from up)`;
const coalitionName = (language: string) => sql<string>`(select t.name from coalition_texts t where t.coalition_id = a.coalition_id order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1)`;
const since = sql<string>`to_char(coalesce(a.verified_at, a.created_at) at time zone 'UTC', 'YYYY-MM-DD')`;

/** The coalitions whose applications somebody reads: those that their desk serves; auditors and the platform read all. */
async function readableTo(viewer: Actor, view: View): Promise<RawBuilder<boolean>> {
  if (holds(viewer, ['platform_admin', 'auditor', ...secretariat])) return sql<boolean>`a.status <> 'unverified'`;
  const served = (await coalitionsServedBy(viewer, view)).map(({ id }) => id);
  return sql<boolean>`(a.status <> 'unverified' and a.coalition_id = any(${served}::uuid[]))`;
}

const pageSize = 50;

/** Applications as the desk lists them, the longest waiting first. */
export async function listApplications(viewer: Actor, { filters, after }: ListState<ApplicationFilter>, view: View): Promise<{ rows: readonly ApplicationRow[]; next: string | null; total: { count: number; exact: boolean } }> {
  const parts: RawBuilder<unknown>[] = [await readableTo(viewer, view)];
  const known = (filters.status ?? []).filter((one) => applicationStatuses.some((status) => status === one));
  if (filters.status?.[0] !== 'all') parts.push(sql`a.status = any(${known.length === 0 ? [...waiting] : known}::text[])`);
  if (filters.constituency !== undefined) parts.push(sql`a.constituency = any(${[...filters.constituency]}::text[])`);
  if (filters.coalition !== undefined) parts.push(sql`a.coalition_id in (select k.id from coalitions k where k.slug = any(${[...filters.coalition]}::text[]))`);
  const [words] = filters.q ?? [];
  if (words !== undefined) parts.push(sql`(search_tokens(a.name || ' ' || coalesce(a.short_name, '')) @> search_tokens(${words}) or a.ref = upper(${words}))`);
  const where = sql.join(parts, sql` and `);
  const beyond = after !== null && isId(after) ? sql`a.id > ${after}` : sql`true`;
  const [page, counted] = await Promise.all([
    sql<ApplicationRow>`
      select a.id, a.ref, a.name, ${coalitionName(view.language)} as coalition, a.category, a.constituency, n.name as country, a.status, a.mail_finding, ${since} as since,
        (select count(*)::int from application_acts x where x.application_id = a.id and x.kind = 'approval') as approvals
      from membership_applications a left join country_texts n on n.iso2 = a.country_iso2 and n.language = ${view.language}
      where ${where} and ${beyond} order by a.id limit ${pageSize + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from membership_applications a where ${where}`.execute(database()),
  ]);
  const rows = page.rows.slice(0, pageSize);
  return { rows, next: page.rows.length > pageSize ? (rows.at(-1)?.id ?? null) : null, total: { count: counted.rows[0]?.count ?? 0, exact: true } };
}

/** Everything that the page of an application shows. Instants are texts of ISO 8601. */
export interface ApplicationRecord extends Omit<LockedApplication, 'link_expires_at'> {
  readonly coalition: string;
  readonly country: string | null;
  readonly since: string;
  /** What was said and decided, in order; `by` is null where it was the contact. */
  readonly acts: readonly { readonly id: string; readonly kind: ApplicationAct; readonly by: string | null; readonly body: string | null; readonly on: string }[];
  /** Who holds its identifiers already (ME-1). */
  readonly holders: readonly { readonly identifier: string; readonly ref: string; readonly name: string }[];
  readonly likely: readonly LikelyDuplicate[];
  /** The organisation that it became, or is said to be by the first approval. */
  readonly organisation: { readonly ref: string; readonly name: string } | null;
}

type Bare = Omit<ApplicationRecord, 'likely'>;

/** The application with this reference, for those who read the desk of its coalition; absent for everybody else. */
export async function findApplication(viewer: Actor, ref: string, view: View): Promise<ApplicationRecord | undefined> {
  const found = await sql<Bare>`
    select a.*, ${above} as above, ${coalitionName(view.language)} as coalition, n.name as country, ${since} as since,
      (select m.person_id from person_mails m where m.address = a.contact_mail) as contact_id,
      array(select x.person_id from application_acts x where x.application_id = a.id and x.kind = 'approval') as approved_by,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'by', p.name, 'body', x.body, 'on', to_char(x.acted_at at time zone 'UTC', 'YYYY-MM-DD')) order by x.id), '[]')
        from application_acts x left join people p on p.id = x.person_id where x.application_id = a.id) as acts,
      (select coalesce(jsonb_agg(jsonb_build_object('identifier', i.identifier, 'ref', o.ref, 'name', o.name) order by i.identifier), '[]')
        from organisation_identifiers i join organisations o on o.id = organisation_successor(i.organisation_id) where i.identifier = any(a.identifiers)) as holders,
      (select jsonb_build_object('ref', o.ref, 'name', o.name) from organisations o where o.id = a.organisation_id) as organisation
    from membership_applications a left join country_texts n on n.iso2 = a.country_iso2 and n.language = ${view.language}
    where a.ref = ${ref} and ${await readableTo(viewer, view)}`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, likely: row.status === 'approved' ? [] : await likelyDuplicates(database(), row) };
}

/** An application as the holder of a link reads it. */
export interface LinkedApplication {
  readonly id: string;
  readonly ref: string;
  readonly status: ApplicationStatus;
  readonly name: string;
  readonly coalition: string;
  readonly contact_mail: string;
  readonly language: string;
  /** What was asked, or said with the invitation. */
  readonly asked: string | null;
}

/** Looks at a link without using it up. */
export async function findApplicationLink(secret: string, view: View): Promise<LinkedApplication | undefined> {
  const found = await sql<LinkedApplication>`
    select a.id, a.ref, a.status, a.name, ${coalitionName(view.language)} as coalition, a.contact_mail, a.language,
      (select x.body from application_acts x where x.application_id = a.id and x.kind in ('question', 'invitation') order by x.id desc limit 1) as asked
    from membership_applications a where a.secret_hash = ${hashOf(secret)} and a.link_expires_at > ${view.now}`.execute(database());
  return found.rows[0];
}

/** What applications ask of a viewer: those that they may decide about now. */
export async function dueApplications(viewer: Actor, view: View): Promise<Due[]> {
  if (viewer.kind !== 'person' || !may(applicationPolicy.list, viewer, { desk: true }).allowed) return [];
  const found = await sql<Pick<LockedApplication, 'id' | 'ref' | 'name' | 'status' | 'coalition_id' | 'above' | 'contact_id' | 'approved_by'> & { since: string }>`
    select a.id, a.ref, a.name, a.status, a.coalition_id, ${above} as above, (select m.person_id from person_mails m where m.address = a.contact_mail) as contact_id,
      array(select x.person_id from application_acts x where x.application_id = a.id and x.kind = 'approval') as approved_by, ${since} as since
    from membership_applications a where a.status in ('applied', 'under_review') and ${await readableTo(viewer, view)} order by a.id limit 100`.execute(database());
  const t = textFor(view.language, 'members');
  return found.rows.filter((row) => may(applicationPolicy.approve, viewer, row).allowed).map(({ id, ref, name, status, since: from }) => ({
    key: `application ${id}`, title: name, ref, href: paths.application(ref), why: t(`applications.due.${status}`), due_on: addDays(from, answerWithinDays), act: t('applications.due.act'),
  }));
}
