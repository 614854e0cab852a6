import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { dayOf } from '#app/platform/clock';
import { database, databaseByKey, type Reader } from '#app/platform/database.server';
import { amendmentPolicy } from '../amendments/policy';
import type { CommitmentRef } from '../model';
import { findCommitmentRef, type NamedCommitment } from '../reference.server';
import { readable, type View } from '../readable.server';
import type { Safeguard, SafeguardRef } from './model';
import { safeguardPolicy } from './policy';

const columns = sql`s.id, s.number, s.status, s.purpose, s.categories, s.subjects, s.lawful_basis, s.retention, s.processors, s.cross_border, s.impact_assessment, s.no_advertising, s.no_profiling,
  s.access_and_deletion, s.service_until, s.language, s.written_by, s.reviewed_by, to_char(s.reviewed_at at time zone 'UTC', 'YYYY-MM-DD') as reviewed_on,
  to_char(s.approved_at at time zone 'UTC', 'YYYY-MM-DD') as approved_on, s.expires_on, s.returned_reason, s.version`;

/** Who works on a commitment reads what is not approved yet; what is approved is read with the commitment. */
const readsAll = (viewer: Actor, commitment: CommitmentRef): boolean => may(amendmentPolicy.read, viewer, commitment).allowed;

/** The safeguards of a commitment that the viewer may read, the latest last. */
export async function safeguardsOf(viewer: Actor, commitment: CommitmentRef): Promise<readonly Safeguard[]> {
  const { rows } = await sql<Safeguard>`select ${columns} from safeguards s where s.commitment_id = ${commitment.id} and (s.status = 'approved' or ${readsAll(viewer, commitment)}) order by s.number`.execute(databaseByKey());
  return rows;
}

/** A commitment with its latest safeguard, for those who work on it; undefined for everybody else, as if it were not there. */
export async function findSafeguard(viewer: Actor, ref: string, view: View): Promise<{ readonly commitment: NamedCommitment; readonly safeguard: Safeguard | undefined } | undefined> {
  const commitment = await findCommitmentRef(viewer, ref, view);
  if (commitment === undefined || !readsAll(viewer, commitment)) return undefined;
  return { commitment, safeguard: (await safeguardsOf(viewer, commitment)).at(-1) };
}

export const safeguardRef = (commitment: CommitmentRef, { id, status, written_by, reviewed_by }: Safeguard): SafeguardRef => ({ ...commitment, safeguard_id: id, safeguard: status, written_by, reviewed_by });

/** CO-7: whether a safeguard counts on a day. */
export async function isSafeguardedIn(db: Reader, commitment_id: string, now: Date): Promise<boolean> {
  const found = await db.selectFrom('safeguards').select('id').where('commitment_id', '=', commitment_id).where('status', '=', 'approved').where('expires_on', '>', dayOf(now)).limit(1).executeTakeFirst();
  return found !== undefined;
}

export interface WaitingSafeguard extends SafeguardRef {
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly lead: string;
  readonly written_on: string;
}

/** What waits to be read or approved by this viewer, oldest first. */
export async function waitingSafeguards(viewer: Actor, view: View): Promise<readonly WaitingSafeguard[]> {
  const { rows } = await sql<WaitingSafeguard>`
    select c.id, c.ref, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, s.id as safeguard_id, s.status as safeguard, s.written_by, s.reviewed_by,
      coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as title_language, coalesce(o.name, n.name, c.lead_country_iso2) as lead, to_char(s.written_at at time zone 'UTC', 'YYYY-MM-DD') as written_on
    from safeguards s join commitments c on c.id = s.commitment_id
    left join lateral (select x.title, x.language from commitment_texts x where x.commitment_id = c.id order by x.language = ${view.language} desc, x.language = c.language desc limit 1) t on true
    left join organisations o on o.id = c.lead_organisation_id left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    where s.status <> 'approved' and s.returned_reason is null and ${readable(viewer, view)} order by s.written_at, s.id limit 1000`.execute(database());
  return rows.filter((row) => may(row.safeguard === 'draft' ? safeguardPolicy.review : safeguardPolicy.approve, viewer, row).allowed);
}
