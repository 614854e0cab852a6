import { sql } from 'kysely';
import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { readable } from '#app/commitments/readable.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { lockRecommendation } from '#app/working-groups/recommendations/life.server';
import type { Answer } from './model';
import { tellOfResponse } from './notices.server';
import { ownOf, partiesOf } from './parties.server';
import type { AddressedParty, responsePolicy } from './policy';

export interface ResponseForm {
  readonly answer: Answer;
  readonly words: string;
  /** The reference of one of the addressee's own commitments. */
  readonly commitment: string | null;
}

/** RS-1: answers for an addressee, or changes what was answered: `version` is that of the answer as it was shown, 0 where there was none. */
export function respond(granted: PermitFor<typeof responsePolicy.give>, occasion: Occasion, version: number, form: ResponseForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { subject } = granted;
    const row = await lockRecommendation(tx, subject.id);
    granted.again({ ...subject, status: row.status, coalition_id: row.coalition_id });
    if (!(await isAddressed(tx, subject))) return refused(problem('form:problems.changed_meanwhile'));
    const commitment = form.commitment === null ? null : await ownCommitment(tx, granted, form.commitment, occasion.now);
    if (commitment === undefined) return refused(problem('working-groups:problems.no_own_commitment', 'commitment'));
    const party = { organisation_id: subject.addressee_organisation_id, country_iso2: subject.addressee_country_iso2 };
    const said = { answer: form.answer, words: form.words, commitment_id: commitment, answered_by: personOf(granted.actor), answered_at: occasion.now };
    const earlier = await tx.selectFrom('recommendation_responses').select(['id', 'version']).where('recommendation_id', '=', row.id)
      .where('organisation_id', 'is not distinct from', party.organisation_id).where('country_iso2', 'is not distinct from', party.country_iso2).forUpdate().executeTakeFirst();
    if ((earlier?.version ?? 0) !== version) return refused(problem('form:problems.changed_meanwhile'));
    if (earlier === undefined) await tx.insertInto('recommendation_responses').values({ id: newId(), recommendation_id: row.id, ...party, ...said, first_answered_at: occasion.now }).execute();
    else await tx.updateTable('recommendation_responses').set({ ...said, version: earlier.version + 1 }).where('id', '=', earlier.id).execute();
    await tellOfResponse(tx, granted.actor, row, party, { ...form, number: version + 1 }, occasion.now);
    return done({ ref: row.ref });
  });
}

async function isAddressed(tx: Tx, { id, addressee_organisation_id, addressee_country_iso2 }: AddressedParty): Promise<boolean> {
  const found = await sql`select from recommendations r join working_groups g on g.id = r.working_group_id cross join lateral ${partiesOf} p
    where r.id = ${id} and p.organisation_id is not distinct from ${addressee_organisation_id}::uuid and p.country_iso2 is not distinct from ${addressee_country_iso2}`.execute(tx);
  return found.rows.length > 0;
}

/** RS-2: a commitment of the addressee’s own that whoever answers may read; undefined where it is none. */
async function ownCommitment(tx: Tx, granted: PermitFor<typeof responsePolicy.give>, ref: string, now: Date): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select c.id from commitments c where c.ref = upper(${ref}) and ${ownOf(granted.actor, granted.subject)} and ${readable(granted.actor, { now })}`.execute(tx);
  return found.rows[0]?.id;
}
