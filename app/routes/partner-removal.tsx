import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { PartnerActPage, PartnershipFacts } from '#app/commitments/partners/act-page';
import { removePartner } from '#app/commitments/partners/operations.server';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { partnerRef } from '#app/commitments/partners/queries.server';
import { requirePartnership } from '#app/commitments/partners/request.server';
import { actInput } from '#app/commitments/review/input.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'partner:remove', action: 'partner:remove' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requirePartnership(args);
  return { ...found, granted: permit(partnerPolicy.remove, viewer, partnerRef(found.commitment, found.partner)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, partner, promised } = await asked(args);
  return { commitment: { ref: commitment.ref, title: promised.title, title_language: promised.language }, partner, promised };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), actInput, language);
  if (!reading.ok) return reading.reply;
  const result = await removePartner(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.partners(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function PartnerRemoval() {
  const { commitment, partner, promised } = useLoaderData<typeof loader>();
  return <PartnerActPage act="remove" commitment={commitment} back={paths.partners(commitment.ref)} last={useActionData<typeof action>()} before={<PartnershipFacts commitment={commitment} partner={partner} promised={promised} />} />;
}
