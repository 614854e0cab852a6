import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { clausesOf } from '#app/commitments/choices.server';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { RemarkFields } from '#app/commitments/remarks/fields';
import { saidIn } from '#app/commitments/remarks/model';
import { ActPage } from '#app/commitments/review/act-page';
import { returnInput } from '#app/commitments/review/input.server';
import { returnCommitment } from '#app/commitments/review/operations.server';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'commitment:return', action: 'commitment:return' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const commitment = await findDraft(person, params['ref'] ?? '', { language, now: context.now });
  if (commitment === undefined) throw notFound();
  return { person, language, commitment, granted: permit(commitmentPolicy.return, person, commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, language, commitment } = await asked(args);
  return { commitment, clauses: await clausesOf(person, commitment, language) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), returnInput, language);
  if (!reading.ok) return reading.reply;
  const remarks = reading.value.notes.filter(({ goal_id }) => goal_id === null || commitment.goals.some(({ id }) => id === goal_id)).map((one) => ({ ...one, said: saidIn(commitment, one.field, one.goal_id) }));
  const result = await returnCommitment(granted, occasionOf(args.context, reading.submission), reading.value.reason, { seen: reading.version, remarks });
  return result.ok ? redirect(paths.in(language).commitment(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentReturn() {
  const { commitment, clauses } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  return (
    <ActPage act="return" commitment={{ ...commitment, title_language: commitment.language }} version={commitment.version} last={last}>
      <RemarkFields draft={commitment} clauses={clauses} last={last} />
      <TextArea name="reason" label={t('return.reason')} hint={t('return.reason_hint')} rows={4} optional errors={last?.error?.['reason'] ?? undefined} defaultValue={String(last?.initialValue?.['reason'] ?? '')} />
    </ActPage>
  );
}
