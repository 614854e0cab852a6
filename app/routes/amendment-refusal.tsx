import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { AmendmentActPage } from '#app/commitments/amendments/act-page';
import { refusalInput } from '#app/commitments/amendments/input.server';
import { declineAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { requireAmendment } from '#app/commitments/amendments/request.server';
import { TextArea } from '#app/form/field';
import { fieldIn } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'amendment:decline', action: 'amendment:decline' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, decided, ...found } = await requireAmendment(args);
  return { ...found, granted: permit(amendmentPolicy.decline, viewer, decided) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, amendment } = await asked(args);
  return { commitment, amendment };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, amendment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), refusalInput, language);
  if (!reading.ok) return reading.reply;
  const result = await declineAmendment(granted, occasionOf(args.context, reading.submission), reading.value.answer);
  return result.ok ? redirect(paths.amendment(commitment.ref, amendment.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function AmendmentRefusal() {
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  return (
    <AmendmentActPage act="refusal" {...useLoaderData<typeof loader>()} last={last}>
      <TextArea {...fieldIn(last)('answer')} label={t('amendments.answer')} hint={t('amendments.answer_hint')} rows={4} required />
    </AmendmentActPage>
  );
}
