import { personOf, type Actor } from '#app/access/actor';
import { answerWithinWorkingDays } from '#app/commitments/model';
import { leadOf } from '#app/commitments/notices.server';
import { addWorkingDays } from '#app/commitments/review/model';
import { formatDate } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import type { LetterTopic } from '#app/mail/topics';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import type { ClaimRef, OpenContest, Outcome } from './model';

interface Commitment {
  readonly ref: string;
  readonly coalition_id: string;
  readonly lead_organisation_id: string | null;
  readonly lead_country_iso2: string | null;
  readonly submitted_by: string | null;
}

interface Letter {
  readonly words: 'contested' | 'to_settle' | 'replied' | 'settled_stands' | 'settled_does_not_stand';
  readonly reason: string;
  /** What asks its reader for an act has none. */
  readonly topic?: LetterTopic;
  readonly now: Date;
}

/** One letter to each of those concerned, never to who acts. */
async function tell(tx: Tx, actor: Actor, commitment: Commitment, claim: ClaimRef, readers: readonly (string | null)[], { words, reason, topic, now }: Letter): Promise<void> {
  const by = addWorkingDays(dayOf(now), answerWithinWorkingDays);
  for (const personId of new Set(readers)) {
    if (personId === null || personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: `reporting:mails.${words}`, values: (language) => ({ ref: commitment.ref, reason, by: formatDate(language, by) }), topic,
      path: (language) => `${paths.in(language).commitment(commitment.ref)}#contests`, thread: `update:${claim.id}`, key: `update-${words}:${claim.id}:${claim.version}:${personId}`, now,
    });
  }
}

/** To the lead, who may answer, and to those who let it count. */
export async function noteContested(tx: Tx, actor: Actor, commitment: Commitment, claim: ClaimRef, reason: string, now: Date): Promise<void> {
  const lead = await leadOf(tx, commitment, now);
  await tell(tx, actor, commitment, claim, [...lead, claim.written_by], { words: 'contested', reason, now });
  const desk = [...(await secretariatOf(tx, commitment.coalition_id, now)), claim.accepted_by, ...claim.verifiers].filter((one) => one === null || !lead.includes(one));
  await tell(tx, actor, commitment, claim, desk, { words: 'to_settle', reason, topic: 'review', now });
}

/** To who disputes it, and to the secretariat, by whom it can be settled now. */
export async function noteReplied(tx: Tx, actor: Actor, commitment: Commitment, claim: ClaimRef, contest: OpenContest, reason: string, now: Date): Promise<void> {
  await tell(tx, actor, commitment, claim, [contest.contested_by, ...(await secretariatOf(tx, commitment.coalition_id, now))], { words: 'replied', reason, topic: 'review', now });
}

/** To both sides, and to those who let it count. */
export async function noteSettled(tx: Tx, actor: Actor, commitment: Commitment, claim: ClaimRef, contest: OpenContest, said: { readonly outcome: Outcome; readonly words: string }, now: Date): Promise<void> {
  const readers = [contest.contested_by, contest.replied_by, claim.accepted_by, ...(await leadOf(tx, commitment, now))];
  await tell(tx, actor, commitment, claim, readers, { words: `settled_${said.outcome}`, reason: said.words, topic: 'commitments', now });
}
