import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { TrancheFields, TranchePage } from '#app/financing/tranches/form';
import { trancheInput } from '#app/financing/tranches/input.server';
import { createTranche } from '#app/financing/tranches/operations.server';
import { tranchePolicy } from '#app/financing/tranches/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'tranche:create', action: 'tranche:create' } };

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  return { view, pledge, granted: permit(tranchePolicy.create, viewer, refOf(pledge)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, pledge } = await asked(args);
  return { title: textFor(view.language, 'financing')('tranches.act.plan'), pledge: { ref: pledge.ref, title: pledge.title, currency: pledge.currency } };
}

export async function action(args: ActionFunctionArgs) {
  const { view, pledge, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), trancheInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await createTranche(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.in(view.language).pledge(pledge.ref)}#tranches`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeTranches() {
  const { pledge } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <TranchePage act="plan" pledgeRef={pledge.ref} lede={<span dir="auto">{pledge.title}</span>} last={last}><TrancheFields currency={pledge.currency} last={last} /></TranchePage>;
}
