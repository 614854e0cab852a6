import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import type { CommitmentRef } from './model';
import { readable, type View } from './readable.server';

/** A commitment as acts need it: enough to decide, and its name. */
export interface NamedCommitment extends CommitmentRef {
  readonly ref: string;
  readonly version: number;
  readonly title: string;
  /** Of the title. */
  readonly title_language: string;
  /** In which it was promised. */
  readonly language: string;
  readonly learner_data: boolean | null;
  readonly open_to_join: boolean;
  readonly returned_reason: string | null;
}

/** The commitment of a reference, where the viewer may read it. */
export async function findCommitmentRef(viewer: Actor, ref: string, view: View): Promise<NamedCommitment | undefined> {
  const found = await sql<NamedCommitment>`
    select c.id, c.ref, c.version, c.language, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, c.learner_data, c.open_to_join, c.returned_reason,
      coalesce(t.title, a.title, c.ref) as title, coalesce(t.language, c.language) as title_language
    from commitments c left join commitment_texts t on t.commitment_id = c.id and t.language = ${view.language}
    left join commitment_texts a on a.commitment_id = c.id and a.language = c.language
    where c.ref = ${ref} and ${readable(viewer, view)}`.execute(database());
  return found.rows[0];
}
