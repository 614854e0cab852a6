import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { minutesRefOf } from '#app/working-groups/minutes/lock.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { addErratum, approveMinutes, circulateMinutes, composeMinutes, proposeAmendment, publishMinutes, secondMinutes, writePassage } from '#app/working-groups/operations.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

interface Session {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
}
interface Telling {
  readonly chair: string;
  /** Somebody else who was there. */
  readonly member: string;
  readonly agoDays: number;
  /** When minutes were composed. */
  readonly composed: Date;
}

const subject = (session: Session, status: string) => minutesRefOf(database(), { ...session, status });
const closing = 5;

/** Minutes of a session that was closed: composed by the chair, seconded by a member, sealed and published eight days later. */
export async function sealedMinutes(story: Story, session: Session, { chair, member, agoDays, composed: closed }: Telling, withErratum: boolean): Promise<void> {
  const leader = await as(chair, closed);
  await must(composeMinutes(permit(minutesPolicy.compose, leader, await subject(session, 'adjourned')), at(closed), 'en'));
  if (withErratum) await must(writePassage(permit(minutesPolicy.write, leader, await subject(session, 'minutes_draft')), at(closed), { position: closing, text: 'The next session takes place in **four weeks**.', version: undefined }));
  await must(circulateMinutes(permit(minutesPolicy.circulate, leader, await subject(session, 'minutes_draft')), at(closed), 5));
  await must(secondMinutes(permit(minutesPolicy.second, await as(member, closed), await subject(session, 'in_correction')), at(closed)));
  const out = story.ago(agoDays - 8);
  await must(approveMinutes(permit(minutesPolicy.approve, await as(chair, out), await subject(session, 'in_correction')), at(out)));
  await must(publishMinutes(permit(minutesPolicy.publish, await as(chair, out), await subject(session, 'approved')), at(out)));
  if (!withErratum) return;
  const found = story.ago(agoDays - 9);
  await must(addErratum(permit(minutesPolicy.err, await as(chair, found), await subject(session, 'published')), at(found), { passage: closing, wrong: 'in four weeks', correct: 'in five weeks', reason: 'The fourth week was a public holiday where the group meets.' }));
}

/** Minutes that those who attended are correcting now: one of them asks for a sentence more. */
export async function minutesInCorrection(story: Story, session: Session, { chair, member }: Telling): Promise<void> {
  const now = story.ago(1, 10);
  const leader = await as(chair, now);
  await must(composeMinutes(permit(minutesPolicy.compose, leader, await subject(session, 'adjourned')), at(now), 'en'));
  await must(circulateMinutes(permit(minutesPolicy.circulate, leader, await subject(session, 'minutes_draft')), at(now), 5));
  const asked = story.ago(1, 15);
  await must(proposeAmendment(permit(minutesPolicy.amend, await as(member, asked), await subject(session, 'in_correction')), at(asked), {
    passage: 3, old_words: '', new_words: 'Two members asked for figures of small islands as well.', reason: 'It was said at the end of the item and is missing.',
  }));
}
