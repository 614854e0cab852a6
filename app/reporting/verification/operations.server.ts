import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { answerWithinWorkingDays } from '#app/commitments/model';
import { addWorkingDays } from '#app/commitments/review/model';
import type { Tx } from '#app/platform/database.server';
import { dayOf } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import type { Method } from '#app/records/verification/model';
import { lockClaim } from './claims.server';
import { settled, type ClaimRef, type Outcome, type Rungs } from './model';
import { noteContested, noteReplied, noteSettled } from './notices.server';
import { partyOf, type claimPolicy } from './policy';
import { giveRungIn, rungsOf, verifyIn } from './rungs.server';

type Policy = typeof claimPolicy;
type Written = Result<{ readonly id: string }>;
const changed = refused(problem('form:problems.changed_meanwhile'));

/** Says that the values of some goals, or all that an update says, were verified by somebody independent: how, and what they found. */
export function verifyUpdate(granted: PermitFor<Policy['verify']>, occasion: Occasion, seen: number | undefined, look: { readonly goals: readonly string[]; readonly method: Method; readonly note: string }): Promise<Written> {
  return inTransaction(granted, occasion, async (tx) => {
    const { claim } = await locked(tx, granted);
    if (seen !== undefined && seen !== claim.version) return changed;
    const counted = Object.keys((await rungsOf(tx, claim.id)).values);
    const goals = look.goals.filter((goal) => counted.includes(goal));
    if (counted.length > 0 && goals.length === 0) return refused(problem('reporting:problems.goal_needed', 'goals'));
    await verifyIn(tx, granted, occasion, claim, { rung: 'independently_verified', method: look.method, note: look.note, goals: goals.length === 0 ? null : goals });
    return written(tx, claim);
  });
}

/** Disputes what was accepted, or the value of one goal. It is contested from now on, until somebody independent settles it. */
export function contestUpdate(granted: PermitFor<Policy['contest']>, occasion: Occasion, seen: number | undefined, said: { readonly goal: string | null; readonly words: string; readonly language: string }): Promise<Written> {
  return inTransaction(granted, occasion, async (tx) => {
    const { claim, commitment } = await locked(tx, granted);
    if (seen !== undefined && seen !== claim.version) return changed;
    const party = partyOf(granted.actor, claim);
    const rungs = await rungsOf(tx, claim.id);
    if (party === undefined || (said.goal !== null && rungs.values[said.goal] === undefined)) return refused(problem('reporting:problems.goal_needed', 'goal'));
    await tx.insertInto('contests').values({
      id: newId(), progress_update_id: claim.id, goal_id: said.goal, words: said.words, language: said.language, contested_by: personOf(granted.actor), contested_at: occasion.now, ...party, rungs: { ...rungs },
    }).execute();
    await giveRungIn(tx, claim.id, 'contested', said.goal === null ? null : [said.goal]);
    await noteContested(tx, granted.actor, commitment, claim, said.words, occasion.now);
    return written(tx, claim);
  });
}

/** What the lead answers to a contest; it stands beside it. */
export function replyToContest(granted: PermitFor<Policy['reply']>, occasion: Occasion, said: { readonly words: string; readonly language: string }): Promise<Written> {
  return inTransaction(granted, occasion, async (tx) => {
    const { claim, commitment } = await locked(tx, granted);
    if (claim.contest === null) return changed;
    await tx.updateTable('contests').set({ reply: said.words, reply_language: said.language, replied_by: personOf(granted.actor), replied_at: occasion.now }).where('id', '=', claim.contest.id).execute();
    await noteReplied(tx, granted.actor, commitment, claim, claim.contest, said.words, occasion.now);
    return written(tx, claim);
  });
}

/** Settles a contest once the lead has answered, or has had its time: what was said stands as before, or on the lead's word alone. */
export function settleContest(granted: PermitFor<Policy['settle']>, occasion: Occasion, said: { readonly outcome: Outcome; readonly words: string; readonly language: string }): Promise<Written> {
  return inTransaction(granted, occasion, async (tx) => {
    const { claim, commitment } = await locked(tx, granted);
    if (claim.contest === null) return changed;
    const { contest } = claim;
    const until = addWorkingDays(dayOf(new Date(contest.contested_at)), answerWithinWorkingDays);
    if (!contest.replied && dayOf(occasion.now) <= until) return refused(problem('reporting:problems.reply_first', undefined, { by: until }));
    const { rungs } = await tx.updateTable('contests').set({ outcome: said.outcome, settlement: said.words, settlement_language: said.language, settled_by: personOf(granted.actor), settled_at: occasion.now })
      .where('id', '=', contest.id).returning('rungs').executeTakeFirstOrThrow();
    const after = settled(rungs as unknown as Rungs, contest.goal_id, said.outcome);
    for (const [goal, rung] of Object.entries(after.values)) await giveRungIn(tx, claim.id, rung, [goal]);
    if (Object.keys(after.values).length === 0) await giveRungIn(tx, claim.id, after.update);
    await noteSettled(tx, granted.actor, commitment, claim, contest, said, occasion.now);
    return written(tx, claim);
  });
}

async function locked<Granted extends { readonly subject: ClaimRef; again: (claim: ClaimRef) => unknown }>(tx: Tx, granted: Granted) {
  const found = await lockClaim(tx, granted.subject);
  granted.again(found.claim);
  return found;
}

async function written(tx: Tx, { id, version }: ClaimRef): Promise<Written> {
  await tx.updateTable('progress_updates').set({ version: version + 1 }).where('id', '=', id).execute();
  return done({ id });
}
