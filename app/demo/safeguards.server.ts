import { permit } from '#app/access/permit';
import type { CommitmentRef } from '#app/commitments/model';
import type { SafeguardForm } from '#app/commitments/safeguards/model';
import { approveSafeguard, reviewSafeguard, writeSafeguard } from '#app/commitments/safeguards/operations.server';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import { findSafeguard, safeguardRef } from '#app/commitments/safeguards/queries.server';
import { addDays } from '#app/platform/clock';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const said: Omit<SafeguardForm, 'service_until'> = {
  purpose: 'Lessons go on where a learner left off. The data are used for nothing else.', categories: 'A number instead of a name, the class, and which exercises were done.', subjects: 'Learners of the schools that take part, and their teachers.',
  lawful_basis: 'The education act; parents may object at any time.', retention: 'Until the end of the school year, then only totals.', processors: 'The ministry itself, on servers in the country.', cross_border: 'No data leave the country.',
  impact_assessment: 'Made with the data protection office before the pilot; it is public.', access_and_deletion: 'The school shows, corrects and deletes what it holds within a week.', no_advertising: true, no_profiling: true,
};

/** A safeguard for what touches data about learners: written by the lead; read and approved, or waiting to be read. */
export async function safeguardIn(story: Story, cast: Cast, commitment: CommitmentRef & { readonly ref: string }, author: string, agoDays: number, approved: boolean): Promise<void> {
  const [written, read] = [story.ago(agoDays, 9), story.ago(agoDays, 15)];
  await must(writeSafeguard(permit(safeguardPolicy.write, await as(author, written), commitment), at(written), undefined, { ...said, service_until: addDays(story.today, 700) }, 'en'));
  if (!approved) return;
  const subject = async () => {
    const found = await findSafeguard(await as(cast.lead, read), commitment.ref, { language: 'en', now: read });
    if (found?.safeguard === undefined) throw new Error(`the story has no safeguard of ${commitment.ref}`);
    return safeguardRef(found.commitment, found.safeguard);
  };
  await must(reviewSafeguard(permit(safeguardPolicy.review, await as(cast.reviewer, read), await subject()), at(read)));
  await must(approveSafeguard(permit(safeguardPolicy.approve, await as(cast.lead, read), await subject()), at(read)));
}
