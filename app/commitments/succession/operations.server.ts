import { sql } from 'kysely';
import { personOf, type Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { closeAmendmentsIn } from '../amendments/closing.server';
import { lockCommitment, type LockedCommitment } from '../lock.server';
import { allows, isLessOpen } from '../model';
import { tellLead } from '../notices.server';
import type { successionPolicy } from './policy';

type Ref = { readonly id: string; readonly ref: string };

/**
 * Starts the draft of the promise that is to take the place of one that is out: with all that was promised there, to be changed. The one that
 * is out stands until the draft is published.
 */
export function startSuccessor(granted: PermitFor<typeof successionPolicy.start>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    const standing = await tx.selectFrom('commitments').select('ref').where('replaces_id', '=', row.id).where('status', '<>', 'withdrawn').executeTakeFirst();
    if (standing !== undefined) return refused(problem('commitments:problems.has_successor', undefined, { ref: standing.ref }));
    const ref = await nextRef(tx, 'CMT', occasion.now.getUTCFullYear());
    const id = newId();
    const { coalition_id, lead_organisation_id, lead_country_iso2, type, language, learner_data, visibility, open_to_join, ends_on, origin_decision_id, origin_recommendation_id, origin_request_id, origin_takeaway_id } = row;
    await tx.insertInto('commitments').values({
      id, ref, replaces_id: row.id, coalition_id, lead_organisation_id, lead_country_iso2, type, language, learner_data, visibility, open_to_join, ends_on, origin_decision_id, origin_recommendation_id, origin_request_id, origin_takeaway_id,
      created_by: personOf(granted.actor), created_at: occasion.now,
    }).execute();
    await copyParts(tx, row, id);
    return done({ id, ref });
  });
}

/** The text in its own language, clauses, groups, countries and goals. Translations, partners (they are asked anew) and what was reported stay where they are. */
async function copyParts(tx: Tx, { id: from, language }: LockedCommitment, to: string): Promise<void> {
  await sql`insert into commitment_texts (commitment_id, language, title, problem, action)
    select ${to}, language, title, problem, action from commitment_texts where commitment_id = ${from} and language = ${language}`.execute(tx);
  await sql`insert into commitment_nodes (commitment_id, node_id) select ${to}, node_id from commitment_nodes where commitment_id = ${from}`.execute(tx);
  await sql`insert into commitment_beneficiaries (commitment_id, group_code, designed_in) select ${to}, group_code, true from commitment_beneficiaries where commitment_id = ${from}`.execute(tx);
  await sql`insert into commitment_countries (commitment_id, country_iso2, share) select ${to}, country_iso2, share from commitment_countries where commitment_id = ${from}`.execute(tx);
  const goals = await tx.selectFrom('goals').selectAll().where('commitment_id', '=', from).execute();
  const copies = goals.map(({ id: _, last_value: _value, last_value_on: _on, ...goal }) => ({ ...goal, id: newId(), commitment_id: to }));
  if (copies.length > 0) await tx.insertInto('goals').values(copies).execute();
}

/** Both rows, locked in the order of their ids: two who publish at once never wait for each other. */
export async function lockWithReplaced(tx: Tx, id: string): Promise<{ readonly row: LockedCommitment; readonly replaced: LockedCommitment | undefined }> {
  const { replaces_id } = await tx.selectFrom('commitments').select('replaces_id').where('id', '=', id).executeTakeFirstOrThrow();
  const before = replaces_id !== null && replaces_id < id ? await lockCommitment(tx, replaces_id) : undefined;
  const row = await lockCommitment(tx, id);
  return { row, replaced: before ?? (replaces_id === null ? undefined : await lockCommitment(tx, replaces_id)) };
}

/** A public promise does not give way to one that fewer may read. */
export function hiddenSuccessor(row: LockedCommitment, replaced: LockedCommitment | undefined, now: Date): Problem | undefined {
  if (replaced === undefined || !allows('supersede', replaced.status)) return undefined;
  const hidden = isLessOpen(row.visibility, replaced.visibility) || (row.embargo_until !== null && row.embargo_until > now);
  return hidden ? problem('commitments:problems.successor_hidden', undefined, { ref: replaced.ref }) : undefined;
}

/** CO-6: with its successor's publication a promise is superseded, unless it has ended otherwise meanwhile. */
export async function supersedeIn(tx: Tx, actor: Actor, occasion: Occasion, replaced: LockedCommitment, successor: Ref): Promise<void> {
  if (!allows('supersede', replaced.status)) return;
  await closeAmendmentsIn(tx, actor, occasion, replaced.id);
  const version = replaced.version + 1;
  await tx.updateTable('commitments').set({ status: 'superseded', last_update_on: dayOf(occasion.now), version }).where('id', '=', replaced.id).execute();
  await tellLead(tx, replaced, { words: 'superseded', version, now: occasion.now, reason: successor.ref });
}
