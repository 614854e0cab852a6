import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { outlineOf } from '#app/reporting/reports/outline.server';
import { planReport } from '#app/reporting/reports/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { answerComment, commentOn } from '#app/reporting/sections/comments/operations.server';
import { assignSection, sendSection } from '#app/reporting/sections/operations.server';
import { sectionPolicy, type ReadRef } from '#app/reporting/sections/policy';
import { writeSection } from '#app/reporting/sections/texts/operations.server';
import type { Cast } from './people.server';
import { profilesIn } from './profiles.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const first = 'Countries moved this year, though not all of them at the same pace. Most commitments that reported are on track.\n\n{{figure:standing}}\n\nWhat the clauses of the Declaration got is very uneven.\n\n{{figure:clauses}}';
const second = 'Countries moved this year, though not at the same pace. Of the commitments that reported, most are on track; those that did not report are named in the chapter on data gaps.\n\n{{figure:standing}}\n\nThe clauses on content were taken up widely. Those on the most marginalised still wait.\n\n{{figure:clauses}}';
const french = 'Les pays ont avancé cette année, mais pas tous au même rythme. La plupart des engagements qui ont fait rapport sont sur la bonne voie.\n\n{{figure:standing}}\n\nCe que les articles de la Déclaration ont reçu est très inégal.\n\n{{figure:clauses}}';

/** This year's report, planned while updates still come in: its chapter on promises was written twice, is in review, and was commented on. */
export async function sectionsIn(story: Story, cast: Cast, cycle: { readonly id: string }): Promise<void> {
  const planned = story.ago(20);
  const officer = await as(cast.officer, planned);
  const { id } = await must(planReport(permit(reportPolicy.plan, officer, { coalition_id: cast.coalition_id, cycle_id: cycle.id }), at(planned), outlineOf(story.year, 'en')));
  await profilesIn(cast, { id, coalition_id: cast.coalition_id, status: 'drafting' }, planned);
  const [summary, promises, equity] = await database().selectFrom('report_sections').select('id').where('report_id', '=', id).orderBy('position').execute();
  if (summary === undefined || promises === undefined || equity === undefined) throw new Error('a report begins with its chapters');
  const subject = (section: { readonly id: string }, owner_id: string | null, section_status = 'drafting'): ReadRef =>
    ({ id, coalition_id: cast.coalition_id, status: 'drafting', section_id: section.id, section_status, left_out: false, owner_id, owners: [owner_id], chairs: [] });
  await must(assignSection(permit(sectionPolicy.assign, officer, subject(promises, null)), at(planned), cast.chair, 600));
  await must(assignSection(permit(sectionPolicy.assign, officer, subject(equity, null)), at(planned), cast.reviewer, 400));
  const mine = subject(promises, cast.chair);
  const text = { heading: 'How the promises stand', body: first };
  const [wrote, wroteAgain, sent, said, answered] = [story.ago(14), story.ago(9), story.ago(8), story.ago(6), story.ago(5)];
  await must(writeSection(permit(sectionPolicy.write, await as(cast.chair, wrote), mine), at(wrote), undefined, 'en', text));
  await must(writeSection(permit(sectionPolicy.write, await as(cast.officer, wrote), mine), at(wrote), undefined, 'fr', { heading: 'Où en sont les promesses', body: french, origin: 'machine' }));
  await must(writeSection(permit(sectionPolicy.write, await as(cast.chair, wroteAgain), mine), at(wroteAgain), undefined, 'en', { ...text, body: second }));
  await must(sendSection(permit(sectionPolicy.send, await as(cast.chair, sent), mine), at(sent)));
  const reviewed = subject(promises, cast.chair, 'in_review');
  const comment = await must(commentOn(permit(sectionPolicy.comment, await as(cast.reviewer, said), reviewed), at(said), { language: 'en', quoted: 'Those on the most marginalised still wait.', words: 'Which clauses are meant? Please name them, as last year.' }));
  await must(answerComment(permit(sectionPolicy.comment, await as(cast.officer, answered), reviewed), at(answered), comment.id, 'The figure names them. One sentence more will do.'));
}
