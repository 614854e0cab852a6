import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { MilestoneActPage } from '#app/commitments/milestones/act-page';
import { removeMilestone } from '#app/commitments/milestones/operations.server';
import { milestonePolicy } from '#app/commitments/milestones/policy';
import { requireMilestone } from '#app/commitments/milestones/request.server';
import { actInput } from '#app/commitments/review/input.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'milestone:remove', action: 'milestone:remove' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, subject, ...found } = await requireMilestone(args);
  return { ...found, granted: permit(milestonePolicy.remove, viewer, subject) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, milestone } = await asked(args);
  return { commitment, milestone, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), actInput, language);
  if (!reading.ok) return reading.reply;
  const result = await removeMilestone(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.milestones(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function MilestoneRemoval() {
  return <MilestoneActPage act="removal" {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
