import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { commitmentPolicy } from '#app/commitments/policy';
import { requireCommitment } from '#app/commitments/request.server';
import { ActPage } from '#app/commitments/review/act-page';
import { finishInput, outcomeOf } from '#app/commitments/review/input.server';
import { finishCommitment } from '#app/commitments/review/operations.server';
import { RadioField } from '#app/form/choice-field';
import { DateField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'commitment:finish', action: 'commitment:finish' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(commitmentPolicy.finish, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  return { commitment };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), finishInput, language);
  if (!reading.ok) return reading.reply;
  const result = await finishCommitment(granted, occasionOf(args.context, reading.submission), outcomeOf(reading.value));
  return result.ok ? redirect(paths.in(language).commitment(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentCompletion() {
  const { commitment } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const typed = (name: string): string => String(last?.initialValue?.[name] ?? '');
  const errors = (name: string) => last?.error?.[name] ?? undefined;
  return (
    <ActPage act="completion" commitment={commitment} last={last}>
      <RadioField name="outcome" label={t('completion_form.outcome')} choices={(['reached', 'not_reached'] as const).map((value) => ({ value, label: t(`completion_form.${value}`) }))} defaultValue={typed('outcome')} required errors={errors('outcome')} />
      <DateField name="reached_on" label={t('completion_form.reached_on')} hint={t('completion_form.reached_on_hint')} defaultValue={typed('reached_on')} optional errors={errors('reached_on')} />
    </ActPage>
  );
}
