import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { addDays } from '#app/platform/clock';
import type { Due } from '#app/records/due/model';
import { reminderDays } from './model';
import { unansweredBy } from './queries.server';

/** Recommendations that wait for an answer of those for whom the viewer speaks. */
export async function dueResponses(viewer: Actor, view: View): Promise<Due[]> {
  const t = textFor(view.language, 'working-groups');
  return (await unansweredBy(viewer, view)).map((row) => ({
    key: `response ${row.id} ${row.party}`, title: row.recommendation_title, ref: row.recommendation_ref, href: paths.recommendationResponse(row.recommendation_ref, row.party),
    due_on: row.asked_on === null ? null : addDays(row.asked_on, reminderDays[0]), act: t('responses.give'), why: t('responses.why', { name: row.name ?? t('responses.secretariat') }),
  }));
}
