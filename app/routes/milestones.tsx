import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { milestoneInput, milestoneOf } from '#app/commitments/milestones/input.server';
import { planMilestone } from '#app/commitments/milestones/operations.server';
import { MilestonesPage } from '#app/commitments/milestones/page';
import { milestonePolicy } from '#app/commitments/milestones/policy';
import { goalChoices, milestonesOf } from '#app/commitments/milestones/queries.server';
import { requireCommitment } from '#app/commitments/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'milestone:plan', action: 'milestone:plan' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(milestonePolicy.plan, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  const [milestones, goals] = await Promise.all([milestonesOf(commitment.id), commitment.status === 'published' ? [] : goalChoices(commitment.id)]);
  return { commitment, milestones, goals, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), milestoneInput, language);
  if (!reading.ok) return reading.reply;
  const result = await planMilestone(granted, occasionOf(args.context, reading.submission), milestoneOf(reading.value));
  return result.ok ? redirect(paths.milestones(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Milestones() {
  return <MilestonesPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
