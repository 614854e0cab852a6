import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { GapActPage } from '#app/commitments/gaps/act-page';
import { gapPlanInput } from '#app/commitments/gaps/input.server';
import { planGap } from '#app/commitments/gaps/operations.server';
import { gapPolicy } from '#app/commitments/gaps/policy';
import { ownersOf } from '#app/commitments/gaps/queries.server';
import { requireGap } from '#app/commitments/gaps/request.server';
import { fieldIn } from '#app/form/act-page';
import { DateField, SelectField, TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'gap:plan', action: 'gap:plan' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, subject, ...found } = await requireGap(args);
  return { ...found, granted: permit(gapPolicy.plan, viewer, subject) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, gap } = await asked(args);
  return { commitment, gap, owners: await ownersOf(commitment, args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), gapPlanInput, language);
  if (!reading.ok) return reading.reply;
  const result = await planGap(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.gaps(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function GapPlanning() {
  const { commitment, gap, owners } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const field = fieldIn(last);
  return (
    <GapActPage act="plan" commitment={commitment} gap={gap} last={last}>
      <SelectField {...field('owner_id', gap.owner_id ?? '')} label={t('gaps.owner')} options={owners} required />
      <TextArea {...field('plan', gap.plan ?? '')} label={t('gaps.plan')} rows={3} maxLength={2000} required />
      <DateField {...field('due_on', gap.due_on ?? '')} label={t('gaps.by')} required />
    </GapActPage>
  );
}
