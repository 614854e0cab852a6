import { sql } from 'kysely';
import { speakers, type Actor } from '#app/access/actor';
import type { Option } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { addMonths } from '#app/platform/clock';
import { database, databaseByKey, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Due } from '#app/records/due/model';
import type { CommitmentRef } from '../model';
import { findCommitmentRef, type NamedCommitment } from '../reference.server';
import { readable, type View } from '../readable.server';
import type { Gap, GapRef } from './model';

/** The gaps of a commitment that has been guarded before, those that are still open first. */
export async function gapsOf(commitment_id: string): Promise<readonly Gap[]> {
  const { rows } = await sql<Gap>`
    select d.id, g.position as goal, d.what, d.status, d.owner_id, d.plan, d.due_on, d.opened_by, to_char(d.opened_at at time zone 'UTC', 'YYYY-MM-DD') as opened_on, d.answer,
      to_char(d.ended_at at time zone 'UTC', 'YYYY-MM-DD') as ended_on, d.version
    from data_gaps d left join goals g on g.id = d.goal_id where d.commitment_id = ${commitment_id}
    order by d.ended_at nulls first, d.due_on nulls first, g.position nulls last, d.opened_at, d.id`.execute(databaseByKey());
  return rows;
}

/** One gap with its commitment, where the viewer may read it. */
export async function findGap(viewer: Actor, ref: string, id: string, view: View): Promise<{ readonly commitment: NamedCommitment; readonly gap: Gap } | undefined> {
  const commitment = isId(id) ? await findCommitmentRef(viewer, ref, view) : undefined;
  const gap = commitment === undefined ? undefined : (await gapsOf(commitment.id)).find((one) => one.id === id);
  return commitment === undefined || gap === undefined ? undefined : { commitment, gap };
}

export const gapRef = (commitment: CommitmentRef, { id, status, opened_by }: Gap): GapRef => ({ ...commitment, gap_id: id, gap: status, opened_by });

/** Who can look after a gap: the people who speak for the lead. */
export async function ownersOf(commitment: Pick<CommitmentRef, 'lead_organisation_id' | 'lead_country_iso2'>, now: Date, db: Reader = database()): Promise<Option[]> {
  const { rows } = await sql<Option>`
    select distinct p.id::text as value, p.name as label from roles r join people p on p.id = r.person_id
    where r.role = any(${[...speakers]}::text[]) and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) and p.erased_at is null and p.suspended_at is null
      and (r.organisation_id in (select organisation_family(${commitment.lead_organisation_id}::uuid)) or r.organisation_id = organisation_successor(${commitment.lead_organisation_id}::uuid) or r.country_iso2 = ${commitment.lead_country_iso2})
    order by 2`.execute(db);
  return rows;
}

/** Months within which a gap without a plan wants one. */
const planWithinMonths = 6;

/** The gaps that this viewer looks after, of what is under way. */
export async function dueGaps(viewer: Actor, view: View): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  const { rows } = await sql<{ id: string; ref: string; title: string; language: string; status: string; due_on: string | null; opened_on: string }>`
    select d.id, c.ref, coalesce(t.title, c.ref) as title, c.language, d.status, d.due_on, to_char(d.opened_at at time zone 'UTC', 'YYYY-MM-DD') as opened_on
    from data_gaps d join commitments c on c.id = d.commitment_id left join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    where d.owner_id = ${viewer.id} and d.status in ('open', 'planned') and c.status = 'published' and ${readable(viewer, view)} order by d.due_on nulls first limit 200`.execute(database());
  const t = textFor(view.language, 'commitments');
  return rows.map(({ id, ref, title, language, status, due_on, opened_on }) => ({
    key: `gap ${id}`, title, language, ref, href: paths.gaps(ref), why: t(`gaps.due.${status === 'planned' ? 'planned' : 'open'}`), due_on: due_on ?? addMonths(opened_on, planWithinMonths), act: t('gaps.look'),
  }));
}
