import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { proposalPolicy } from '#app/working-groups/backlog/policy';
import { findProposal } from '#app/working-groups/backlog/queries.server';
import { withdrawProposal } from '#app/working-groups/operations.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'proposal:withdraw', action: 'proposal:withdraw' } };

async function asked({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const proposal = await findProposal(viewer, params['id'] ?? '', { language, now: context.now });
  if (proposal === undefined) throw notFound();
  return { language, proposal, granted: permit(proposalPolicy.withdraw, viewer, proposal) };
}

export const loader = async (args: LoaderFunctionArgs) => ({ proposal: (await asked(args)).proposal });

export async function action(args: ActionFunctionArgs) {
  const { language, proposal, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawProposal(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.groupProposals(proposal.group_ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.proposal.title);

export default function ProposalWithdrawal() {
  const { proposal } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const back = { href: paths.groupProposals(proposal.group_ref), label: t('backlog.title') };
  return <ActPage above={[back]} act={t('backlog.withdraw')} lede={<bdi>{proposal.title}</bdi>} back={{ href: back.href, label: t('backlog.not_now') }} last={useActionData<typeof action>()} />;
}
