import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { ActionActPage, ReasonField } from '#app/working-groups/actions/act-page';
import { reasonInput } from '#app/working-groups/actions/input.server';
import { actionPolicy } from '#app/working-groups/actions/policy';
import { requireAction } from '#app/working-groups/actions/request.server';
import { blockAction } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'action:block', action: 'action:block' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await requireAction(args);
  return { ...found, granted: permit(actionPolicy.block, found.viewer, found.found) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { found } = await asked(args);
  return { found };
}

export async function action(args: ActionFunctionArgs) {
  const { view, found, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), reasonInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await blockAction(granted, occasionOf(args.context, reading.submission), reading.version ?? found.version, reading.value.reason);
  return result.ok ? redirect(paths.in(view.language).action(found.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.found.text);

export default function ActionBlocking() {
  const { found } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ActionActPage act="blocking" found={found} last={last}><ReasonField last={last} /></ActionActPage>;
}
