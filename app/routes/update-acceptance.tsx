import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { pressed } from '#app/reporting/updates/input.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { ReviewPage } from '#app/reporting/updates/review';
import { reviewFacts } from '#app/reporting/updates/review-page.server';
import type { loader } from './update-review';

export { loader, meta } from './update-review';

export const handle = { access: { loader: 'cycle:board', action: 'update:accept' } };

/** Lets the update count. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, cycle, subject } = await reviewFacts(args);
  const granted = permit(updatePolicy.accept, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await acceptUpdate(granted, occasionOf(args.context, reading.submission), reading.version);
  return result.ok ? redirect(`${paths.cycle(cycle.ref)}?accepted=${result.value.ref}`, 303) : reading.answer(result.problems);
}

export default function UpdateAcceptance() {
  return <ReviewPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
