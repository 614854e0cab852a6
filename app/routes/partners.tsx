import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireCommitment } from '#app/commitments/request.server';
import { partnerInput } from '#app/commitments/partners/input.server';
import { askPartner } from '#app/commitments/partners/operations.server';
import { PartnersPage } from '#app/commitments/partners/page';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { allPartnersOf, partnerChoices } from '#app/commitments/partners/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'partner:ask', action: 'partner:ask' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(partnerPolicy.ask, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  const [partners, choices] = await Promise.all([allPartnersOf(commitment, { now: args.context.now }), partnerChoices()]);
  return { commitment, partners, choices, open: commitment.open_to_join };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), partnerInput, language);
  if (!reading.ok) return reading.reply;
  const { organisation, ...form } = reading.value;
  const result = await askPartner(granted, occasionOf(args.context, reading.submission), organisation, form);
  return result.ok ? redirect(paths.partners(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Partners() {
  return <PartnersPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
