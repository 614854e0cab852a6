import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { problem } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { proposalInput } from '#app/working-groups/backlog/input.server';
import { BacklogPage } from '#app/working-groups/backlog/page';
import { proposalPolicy } from '#app/working-groups/backlog/policy';
import { backlogOf, commitmentNamed, placeIn } from '#app/working-groups/backlog/queries.server';
import { propose } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';
import { clausesToChoose } from '#app/working-groups/recommendations/queries.server';

export const handle = { access: { loader: 'signed_in', action: 'proposal:make' } };

/** The group, for whoever is in its room; for others there is no backlog. */
async function asked({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  const place = group === undefined ? undefined : await placeIn(viewer, group.id, view);
  if (group === undefined || place === undefined || !place.inside) throw notFound();
  return { viewer, view, group, sits: place.sits };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, group, sits } = await asked(args);
  const [proposals, clauses] = await Promise.all([backlogOf(viewer, group.id, view), clausesToChoose(viewer, view)]);
  return {
    group: { ref: group.ref, name: group.name }, proposals, clauses, sits, leads: may(groupPolicy.plan, viewer, group).allowed, viewer_id: viewer.id, zone: viewer.time_zone,
    saved: new URL(args.request.url).searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, group, sits } = await asked(args);
  const granted = permit(proposalPolicy.make, viewer, { ...group, seated: sits ? [viewer.id] : [] });
  const reading = readForm(await fieldsOf(args.request), proposalInput, view.language);
  if (!reading.ok) return reading.reply;
  const { commitment, node, ...form } = reading.value;
  const commitment_id = commitment === null ? null : await commitmentNamed(viewer, commitment, view);
  if (commitment_id === undefined) return reading.answer([problem('working-groups:problems.no_such_commitment', 'commitment')]);
  if (node !== null && !(await clausesToChoose(viewer, view)).some((one) => one.id === node)) return reading.answer([problem('form:errors.choose', 'node')]);
  const result = await propose(granted, occasionOf(args.context, reading.submission), { ...form, commitment_id, node_id: node });
  return result.ok ? redirect(`${paths.groupProposals(group.ref)}?saved`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.group.name);

export default function GroupProposals() {
  return <BacklogPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
