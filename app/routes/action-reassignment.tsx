import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { ActionActPage } from '#app/working-groups/actions/act-page';
import { ReassignmentFields } from '#app/working-groups/actions/fields';
import { reassignmentInput } from '#app/working-groups/actions/input.server';
import { ownersToChoose } from '#app/working-groups/actions/owners.server';
import { actionPolicy } from '#app/working-groups/actions/policy';
import { requireAction } from '#app/working-groups/actions/request.server';
import { reassignAction } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'action:reassign', action: 'action:reassign' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await requireAction(args);
  return { ...found, granted: permit(actionPolicy.reassign, found.viewer, found.found) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, found } = await asked(args);
  return { found, owners: await ownersToChoose(viewer, found, view) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, found, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), reassignmentInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await reassignAction(granted, occasionOf(args.context, reading.submission), reading.version ?? found.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).action(found.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.found.text);

export default function ActionReassignment() {
  const { found, owners } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ActionActPage act="reassignment" found={found} last={last}><ReassignmentFields owners={owners} last={last} /></ActionActPage>;
}
