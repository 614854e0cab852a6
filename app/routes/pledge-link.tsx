import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { problem } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { proposalInput } from '#app/financing/links/input.server';
import { proposeLink } from '#app/financing/links/operations.server';
import { linkPolicy } from '#app/financing/links/policy';
import { ProposePage } from '#app/financing/links/propose-page';
import { findPledge } from '#app/financing/pledges/queries.server';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'funding_link:propose', action: 'funding_link:propose' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  permit(linkPolicy.propose, viewer, { pledge: refOf(pledge), counted_in: refOf(pledge) });
  return { pledge: { ref: pledge.ref, title: pledge.title }, title: textFor(view.language, 'financing')('links.propose') };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  permit(linkPolicy.propose, viewer, { pledge: refOf(pledge), counted_in: refOf(pledge) });
  const reading = readForm(await fieldsOf(request), proposalInput, view.language);
  if (!reading.ok) return reading.reply;
  const { other: ref, less, ...form } = reading.value;
  const other = ref === pledge.ref ? undefined : await findPledge(viewer, ref, view);
  if (other === undefined) return reading.answer([problem('financing:problems.link_unknown', 'other')]);
  const [from, into] = less === 'this' ? [pledge, other] : [other, pledge];
  const result = await proposeLink(permit(linkPolicy.propose, viewer, { pledge: refOf(from), counted_in: refOf(into) }), occasionOf(context, reading.submission), form);
  return result.ok ? redirect(paths.fundingLink(result.value.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeLink() {
  return <ProposePage pledge={useLoaderData<typeof loader>().pledge} last={useActionData<typeof action>()} />;
}
