import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireCommitment } from '#app/commitments/request.server';
import { PartnerActPage } from '#app/commitments/partners/act-page';
import { opennessInput } from '#app/commitments/partners/input.server';
import { openCommitment } from '#app/commitments/partners/operations.server';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'partner:open', action: 'partner:open' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(partnerPolicy.open, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { commitment: (await asked(args)).commitment };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), opennessInput, language);
  if (!reading.ok) return reading.reply;
  const result = await openCommitment(granted, occasionOf(args.context, reading.submission), reading.version, reading.value.open);
  return result.ok ? redirect(paths.partners(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentOpenness() {
  const { commitment } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  return (
    <PartnerActPage act="open" commitment={commitment} version={commitment.version} back={paths.partners(commitment.ref)} last={last}>
      <RadioField {...fieldIn(last)('open', commitment.open_to_join ? 'yes' : 'no')} label={t('partners.openness')} choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))} required />
    </PartnerActPage>
  );
}
