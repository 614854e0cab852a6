import { permit } from '#app/access/permit';
import { addEvidence } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { database } from '#app/platform/database.server';
import { contestUpdate, replyToContest, settleContest, verifyUpdate } from '#app/reporting/verification/operations.server';
import { claimPolicy } from '#app/reporting/verification/policy';
import { findClaim, type Claim } from '#app/reporting/verification/queries.server';
import type { Cast } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

/** What becomes of updates that were accepted in the open cycle: looked at, documented later, disputed and answered, disputed and settled. */
export async function verificationIn(story: Story, cast: Cast, cycle: { readonly id: string; readonly ref: string }, promised: readonly Promised[]): Promise<void> {
  const checked = await database().selectFrom('progress_updates').select('commitment_id').where('cycle_id', '=', cycle.id).where('verification', '=', 'secretariat_checked')
    .where('accepted_by', '=', cast.officer).where('accepted_at', '<', story.ago(28)).orderBy('accepted_at').execute();
  const unchecked = await database().selectFrom('progress_updates').select('commitment_id').where('cycle_id', '=', cycle.id).where('status', '=', 'accepted').where('verification', '=', 'self_reported').orderBy('accepted_at').limit(3).execute();
  const of = (rows: typeof checked) => rows.flatMap(({ commitment_id }) => promised.filter(({ id }) => id === commitment_id));
  const claimOf = async ({ ref }: Promised): Promise<Claim> => {
    const claim = await findClaim(await as(cast.lead, story.ago(1)), ref, cycle.ref, { language: 'en', now: story.ago(1) });
    if (claim === undefined) throw new Error(`the story has no accepted update of ${ref}`);
    return claim;
  };
  const [disputed, settled, ...others] = of(checked);
  for (const one of others.slice(0, 3)) {
    const [claim, now] = [await claimOf(one), story.ago(14)];
    await must(verifyUpdate(permit(claimPolicy.verify, await as(cast.reviewer, now), claim), at(now), claim.version, { goals: claim.values.map(({ goal_id }) => goal_id), method: 'data_comparison', note: 'The register of the regulator shows the same number, two weeks later.' }));
  }
  for (const one of of(unchecked)) {
    const now = story.ago(5);
    const subject = { ...one.subject, status: 'published' as const };
    await must(addEvidence(permit(commitmentPolicy.addEvidence, await as(one.player.focal_point, now), subject), at(now), { title: 'Delivery notes', url: `https://documents.example/${one.ref}/delivery`, file: null, language: 'en' }));
  }
  if (disputed !== undefined) await dispute(story, cast.lead, 12, await claimOf(disputed), 'Part of what is counted had not begun when our partner passed by in the last month.');
  if (disputed !== undefined) await answer(story, disputed.player.focal_point, 6, await claimOf(disputed), 'The part that is meant is contracted and paid; we count from the contract, as the method of the goal says.');
  if (settled === undefined) return;
  await dispute(story, cast.lead, 24, await claimOf(settled), 'The number is larger than what the two districts together can hold.');
  await answer(story, settled.player.focal_point, 20, await claimOf(settled), 'A third district joined in March; it is in the register that is attached.');
  const now = story.ago(17);
  await must(settleContest(permit(claimPolicy.settle, await as(cast.reviewer, now), await claimOf(settled)), at(now), { outcome: 'stands', words: 'The register names every one with its code of the ministry; the third district is in it.', language: 'en' }));
}

async function dispute(story: Story, by: string, agoDays: number, claim: Claim, words: string): Promise<void> {
  const now = story.ago(agoDays);
  await must(contestUpdate(permit(claimPolicy.contest, await as(by, now), claim), at(now), claim.version, { goal: claim.values[0]?.goal_id ?? null, words, language: 'en' }));
}

async function answer(story: Story, by: string, agoDays: number, claim: Claim, words: string): Promise<void> {
  const now = story.ago(agoDays);
  await must(replyToContest(permit(claimPolicy.reply, await as(by, now), claim), at(now), { words, language: 'en' }));
}
