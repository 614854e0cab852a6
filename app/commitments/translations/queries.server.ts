import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { freshnessOf, type Freshness } from '#app/records/translations/model';
import { findCommitmentRef, type NamedCommitment } from '../reference.server';
import type { View } from '../readable.server';
import type { CommitmentText } from './model';
import { translationPolicy } from './policy';

/** A commitment with all its texts, the authoritative one first. */
export interface TranslatedCommitment {
  readonly commitment: NamedCommitment;
  readonly authoritative: CommitmentText;
  readonly texts: readonly (CommitmentText & { readonly freshness: Freshness })[];
}

/** The texts of a commitment for those who work on it; undefined for everybody else, as if it were not there. */
export async function findTranslations(viewer: Actor, ref: string, view: View): Promise<TranslatedCommitment | undefined> {
  const commitment = await findCommitmentRef(viewer, ref, view);
  if (commitment === undefined || !may(translationPolicy.read, viewer, commitment).allowed) return undefined;
  const { rows } = await sql<CommitmentText & { readonly own: boolean }>`
    select t.language, t.title, t.action, t.problem, t.origin, t.translated_by, t.checked_by, p.name as checker, t.source_version, t.version, t.language = c.language as own
    from commitment_texts t join commitments c on c.id = t.commitment_id left join people p on p.id = t.checked_by
    where t.commitment_id = ${commitment.id} order by own desc, t.language`.execute(database());
  const authoritative = rows.find(({ own }) => own);
  if (authoritative === undefined) return undefined;
  return { commitment, authoritative, texts: rows.map((text) => ({ ...text, freshness: freshnessOf(text, authoritative.language, authoritative.source_version) })) };
}
