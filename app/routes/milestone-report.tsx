import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { MilestoneActPage } from '#app/commitments/milestones/act-page';
import { milestoneReportInput, reportOf } from '#app/commitments/milestones/input.server';
import { milestoneStates } from '#app/commitments/milestones/model';
import { reportMilestone } from '#app/commitments/milestones/operations.server';
import { milestonePolicy } from '#app/commitments/milestones/policy';
import { requireMilestone } from '#app/commitments/milestones/request.server';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'milestone:report', action: 'milestone:report' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, subject, ...found } = await requireMilestone(args);
  return { ...found, granted: permit(milestonePolicy.report, viewer, subject) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, milestone } = await asked(args);
  return { commitment, milestone, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), milestoneReportInput, language);
  if (!reading.ok) return reading.reply;
  const result = await reportMilestone(granted, occasionOf(args.context, reading.submission), reading.version, reportOf(reading.value));
  return result.ok ? redirect(paths.milestones(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function MilestoneReport() {
  const { commitment, milestone, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const field = fieldIn(last);
  return (
    <MilestoneActPage act="report" commitment={commitment} milestone={milestone} today={today} last={last}>
      <RadioField {...field('status', milestone.status)} label={t('list.status')} choices={milestoneStates.map((value) => ({ value, label: t(`milestones.state.${value}`) }))} required />
      <DateField {...field('achieved_on', milestone.achieved_on ?? '')} label={t('milestones.day')} max={today} optional />
      <TextArea {...field('note', milestone.note ?? '')} label={t('milestones.why')} hint={t('milestones.why_hint')} maxLength={2000} optional />
    </MilestoneActPage>
  );
}
