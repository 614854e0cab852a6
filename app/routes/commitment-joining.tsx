import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireCommitment } from '#app/commitments/request.server';
import { PartnerActPage } from '#app/commitments/partners/act-page';
import { PartnerFields } from '#app/commitments/partners/form';
import { partnerInput } from '#app/commitments/partners/input.server';
import { joinCommitment } from '#app/commitments/partners/operations.server';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { joiners } from '#app/commitments/partners/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'partner:join', action: 'partner:join' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, commitment } = await requireCommitment(args);
  const organisations = await joiners(viewer);
  permit(partnerPolicy.join, viewer, { ...commitment, partner_id: organisations[0]?.value ?? '' });
  return { commitment, organisations };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, commitment } = await requireCommitment(args);
  const reading = readForm(await fieldsOf(args.request), partnerInput, language);
  if (!reading.ok) return reading.reply;
  const { organisation, ...form } = reading.value;
  const result = await joinCommitment(permit(partnerPolicy.join, viewer, { ...commitment, partner_id: organisation }), occasionOf(args.context, reading.submission), form);
  return result.ok ? redirect(`${paths.in(language).commitment(commitment.ref)}#partners`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentJoining() {
  const { commitment, organisations } = useLoaderData<typeof loader>();
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  return (
    <PartnerActPage act="join" commitment={commitment} back={paths.in(language).commitment(commitment.ref)} last={last}>
      <PartnerFields organisations={organisations} last={last} by="partner" />
    </PartnerActPage>
  );
}
