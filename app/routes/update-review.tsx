import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { returnInput } from '#app/reporting/updates/input.server';
import { returnUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { saidIn } from '#app/reporting/updates/remarks';
import { ReviewPage } from '#app/reporting/updates/review';
import { reviewFacts } from '#app/reporting/updates/review-page.server';

export const handle = { access: { loader: 'cycle:board', action: 'update:return' } };

export async function loader(args: LoaderFunctionArgs) {
  const { cycle, review, why } = await reviewFacts(args);
  return { cycle: { ref: cycle.ref, year: cycle.year }, review, why };
}

/** Gives the update back with what to mend. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, cycle, review, subject } = await reviewFacts(args);
  const granted = permit(updatePolicy.return, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), returnInput, language);
  if (!reading.ok) return reading.reply;
  const remarks = reading.value.notes.filter(({ goal_id }) => goal_id === null || review.goals.some(({ id }) => id === goal_id)).map((one) => ({ ...one, said: saidIn(review, one.field, one.goal_id) }));
  const result = await returnUpdate(granted, occasionOf(args.context, reading.submission), reading.value.reason, reading.version, remarks);
  return result.ok ? redirect(`${paths.cycle(cycle.ref)}?returned=${result.value.ref}`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.review.ref} ${data.review.title}`);

export default function UpdateReview() {
  return <ReviewPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
