import { permit } from '#app/access/permit';
import type { Status } from '#app/commitments/model';
import { commitmentPolicy } from '#app/commitments/policy';
import { finishCommitment, publishCommitment, submitCommitment, verifyCommitment, withdrawCommitment } from '#app/commitments/review/operations.server';
import { startSuccessor } from '#app/commitments/succession/operations.server';
import { successionPolicy } from '#app/commitments/succession/policy';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import type { Cast } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const whyWithdrawn: Readonly<Record<Language, string>> = {
  en: 'The partner that was to deliver the devices has ended its work in the country.',
  fr: 'Le partenaire qui devait fournir les appareils a cessé ses activités dans le pays.',
  es: 'El socio que iba a entregar los equipos ha terminado su trabajo en el país.',
  ar: 'أنهى الشريك الذي كان سيسلّم الأجهزة عمله في البلد.',
  ru: 'Партнёр, который должен был поставить устройства, прекратил работу в стране.',
  zh: '原定交付设备的伙伴已结束在该国的工作。',
};

/** Not every promise is kept: one is taken back, one is not reached, one gives way to another one, and for one a successor is being written. */
export async function endingsIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<void> {
  const [withdrawn, missed, replaced, written] = await underWay(promised);
  if (withdrawn === undefined || missed === undefined || replaced === undefined || written === undefined) throw new Error('the story has too few promises under way');
  const now = story.ago(20, 10);
  const { focal_point, language } = withdrawn.player;
  await must(withdrawCommitment(permit(commitmentPolicy.withdraw, await as(focal_point, now), published(withdrawn)), at(now), whyWithdrawn[language]));
  await must(finishCommitment(permit(commitmentPolicy.finish, await as(cast.officer, now), published(missed)), at(now), { reached_on: null }));
  await successor(story, cast, replaced);
  await must(startSuccessor(permit(successionPolicy.start, await as(written.player.focal_point, now), published(written)), at(now)));
}

/** Those about which nothing else is told: nothing waits for an answer, and nobody tries the portal as their lead. */
async function underWay(promised: readonly Promised[]): Promise<Promised[]> {
  const open = await database().selectFrom('commitments as c').select('c.id').where('c.status', '=', 'published').where('c.learner_data', '=', false)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('amendments as a').select('a.id').whereRef('a.commitment_id', '=', 'c.id'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('progress_updates as u').select('u.id').whereRef('u.commitment_id', '=', 'c.id').where('u.status', '<>', 'published'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('milestones as m').select('m.id').whereRef('m.commitment_id', '=', 'c.id'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('commitment_partners as p').select('p.commitment_id').whereRef('p.commitment_id', '=', 'c.id')))).execute();
  return promised.filter(({ id, player, publishedAgo }, number) => number > 8 && player.iso2 !== 'KE' && publishedAgo !== undefined && publishedAgo > 60 && open.some((one) => one.id === id));
}

async function successor(story: Story, cast: Cast, one: Promised): Promise<void> {
  const [begun, read, out] = [story.ago(40, 9), story.ago(33, 9), story.ago(30, 9)];
  const { id } = await must(startSuccessor(permit(successionPolicy.start, await as(one.player.focal_point, begun), published(one)), at(begun)));
  const subject = (status: Status, submitted_by: string | null = one.player.focal_point) => ({ ...one.subject, id, status, submitted_by });
  await must(submitCommitment(permit(commitmentPolicy.submit, await as(one.player.focal_point, begun), subject('draft', null)), at(begun)));
  await must(verifyCommitment(permit(commitmentPolicy.verify, await as(cast.officer, read), subject('submitted')), at(read)));
  await must(publishCommitment(permit(commitmentPolicy.publish, await as(cast.lead, out), subject('verified')), at(out)));
}

const published = (one: Promised) => ({ ...one.subject, status: 'published' as const, submitted_by: one.player.focal_point });
