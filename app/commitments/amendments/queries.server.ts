import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { database, databaseByKey } from '#app/platform/database.server';
import type { CommitmentRef } from '../model';
import { findCommitmentRef, type NamedCommitment } from '../reference.server';
import { readable, type View } from '../readable.server';
import type { AmendmentRef, AmendmentState, Promised } from './model';
import { amendmentPolicy } from './policy';

/** An amendment as pages show it. Days are `YYYY-MM-DD`. */
export interface Amendment {
  readonly id: string;
  readonly number: number;
  readonly status: AmendmentState;
  readonly before: Promised;
  readonly after: Promised;
  readonly reason: string;
  readonly answer: string | null;
  readonly asked_by: string | null;
  readonly asked_on: string;
  readonly decided_on: string | null;
}

const columns = sql`a.id, a.number, a.status, a.before, a.after, a.reason, a.answer, a.asked_by,
  to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD') as asked_on, to_char(a.decided_at at time zone 'UTC', 'YYYY-MM-DD') as decided_on`;

/** Of a commitment that the viewer may read, in their order: the approved ones for everybody, what is asked for those who work on it. */
export async function amendmentsOf(viewer: Actor, commitment: CommitmentRef): Promise<readonly Amendment[]> {
  const all = may(amendmentPolicy.read, viewer, commitment).allowed;
  const { rows } = await sql<Amendment>`select ${columns} from amendments a where a.commitment_id = ${commitment.id} and (a.status = 'approved' or ${all}) order by a.number`.execute(databaseByKey());
  return rows;
}

/** One amendment with its commitment, for those who work on it; undefined for everybody else, as if it were not there. */
export async function findAmendment(viewer: Actor, ref: string, number: string, view: View): Promise<{ readonly commitment: NamedCommitment; readonly amendment: Amendment; readonly decided: AmendmentRef } | undefined> {
  const commitment = /^[1-9]\d{0,5}$/.test(number) ? await findCommitmentRef(viewer, ref, view) : undefined;
  if (commitment === undefined || !may(amendmentPolicy.read, viewer, commitment).allowed) return undefined;
  const amendment = (await amendmentsOf(viewer, commitment)).find((one) => one.number === Number(number));
  return amendment === undefined ? undefined : { commitment, amendment, decided: { ...commitment, amendment_id: amendment.id, amendment: amendment.status, asked_by: amendment.asked_by } };
}

/** An amendment that waits for an answer. */
export interface WaitingAmendment extends AmendmentRef {
  readonly ref: string;
  readonly number: number;
  readonly title: string;
  readonly title_language: string;
  readonly lead: string;
  readonly reason: string;
  readonly asked_on: string;
}

/** What waits for this viewer's decision, oldest first; never what they asked themselves (PE-1 included). */
export async function waitingAmendments(viewer: Actor, view: View): Promise<readonly WaitingAmendment[]> {
  const { rows } = await sql<WaitingAmendment>`
    select c.id, c.ref, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, a.id as amendment_id, a.number, a.status as amendment, a.asked_by, a.reason,
      a.before ->> 'title' as title, coalesce(a.before ->> 'language', c.language) as title_language, a.before -> 'lead' ->> 'name' as lead, to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD') as asked_on
    from amendments a join commitments c on c.id = a.commitment_id where a.status = 'asked' and ${readable(viewer, view)} order by a.asked_at, a.id limit 1000`.execute(database());
  return rows.filter((row) => may(amendmentPolicy.approve, viewer, row).allowed);
}
