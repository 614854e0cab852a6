import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { SafeguardActPage } from '#app/commitments/safeguards/act-page';
import { safeguardReturnInput } from '#app/commitments/safeguards/input.server';
import { returnSafeguard } from '#app/commitments/safeguards/operations.server';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import { safeguardRef } from '#app/commitments/safeguards/queries.server';
import { requireSafeguard } from '#app/commitments/safeguards/request.server';
import { fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'safeguard:return', action: 'safeguard:return' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireSafeguard(args);
  return { ...found, granted: permit(safeguardPolicy.return, viewer, safeguardRef(found.commitment, found.safeguard)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, safeguard } = await asked(args);
  return { commitment, safeguard };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), safeguardReturnInput, language);
  if (!reading.ok) return reading.reply;
  const result = await returnSafeguard(granted, occasionOf(args.context, reading.submission), reading.value.reason);
  return result.ok ? redirect(paths.safeguard(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function SafeguardReturn() {
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  return (
    <SafeguardActPage act="return" {...useLoaderData<typeof loader>()} last={last}>
      <TextArea {...fieldIn(last)('reason')} label={t('return.reason')} hint={t('return.reason_hint')} rows={4} required />
    </SafeguardActPage>
  );
}
