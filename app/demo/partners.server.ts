import { may, permit } from '#app/access/permit';
import type { CommitmentRef } from '#app/commitments/model';
import type { PartnerRole } from '#app/commitments/partners/model';
import { answerPartner, askPartner, joinCommitment, openCommitment } from '#app/commitments/partners/operations.server';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { database } from '#app/platform/database.server';
import type { Cast, Player } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

/** What becomes of those who are asked, again and again in this order. */
const answers = ['confirmed', 'confirmed', 'declined', 'confirmed', 'waits'] as const;
const roles: readonly PartnerRole[] = ['technical', 'content', 'implementing', 'funding'];

/** Some that are under way have partners: those who said yes, one that said no, one that has not answered; the first is open to others, and one asks to join it. */
export async function partnersIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<void> {
  const open = await database().selectFrom('commitments').select('id').where('status', '=', 'published').execute();
  const under = promised.filter(({ id }, number) => number % 8 === 0 && open.some((one) => one.id === id)).slice(0, 12);
  for (const [number, one] of under.entries()) await beside(story, cast, one, number);
}

async function beside(story: Story, cast: Cast, { player, subject }: Promised, number: number): Promise<void> {
  const commitment = { ...subject, submitted_by: player.focal_point, status: 'published' as const };
  const asked = [0, 1].map((step) => cast.others[(number * 2 + step) % cast.others.length]).filter((one): one is Player => one !== undefined && one.organisation_id !== player.organisation_id);
  for (const [step, partner] of asked.entries()) await ask(story, commitment, player, partner, number * 2 + step);
  if (number % 4 !== 0) return;
  const now = story.ago(20, 9);
  await must(openCommitment(permit(partnerPolicy.open, await as(player.focal_point, now), commitment), at(now), undefined, true));
  const joiner = cast.others[(number * 2 + 2) % cast.others.length];
  if (joiner === undefined || joiner.organisation_id === player.organisation_id) return;
  const later = story.ago(6, 9);
  const [joining, wanted] = [await as(joiner.focal_point, later), { ...commitment, open_to_join: true, partner_id: joiner.organisation_id }];
  if (may(partnerPolicy.join, joining, wanted).allowed) await must(joinCommitment(permit(partnerPolicy.join, joining, wanted), at(later), { role: 'technical', words: 'Our engineers can train two people in each school.' }));
}

async function ask(story: Story, commitment: CommitmentRef, player: Player, partner: Player, number: number): Promise<void> {
  const now = story.ago(60 - number, 9);
  await must(askPartner(permit(partnerPolicy.ask, await as(player.focal_point, now), commitment), at(now), partner.organisation_id, { role: roles[number % roles.length] ?? 'other', words: null }));
  const answer = answers[number % answers.length] ?? 'waits';
  if (answer === 'waits') return;
  const later = story.ago(55 - number, 9);
  const subject = { ...commitment, partner_id: partner.organisation_id, consent: 'asked' as const, side: 'lead' as const, asked_by: player.focal_point };
  const answering = await as(partner.focal_point, later);
  // Of some, nobody is left who could answer.
  if (!may(partnerPolicy.answer, answering, subject).allowed) return;
  await must(answerPartner(permit(partnerPolicy.answer, answering, subject), at(later), undefined, { consent: answer, answer: answer === 'declined' ? 'Our people are bound elsewhere this year.' : null }));
}
