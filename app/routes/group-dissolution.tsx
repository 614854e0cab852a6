import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { LifeActPage } from '#app/working-groups/life/act-page';
import { endInput } from '#app/working-groups/life/input.server';
import { lifePolicy } from '#app/working-groups/life/policy';
import { lifeAt, lifePage } from '#app/working-groups/life/request.server';
import { dissolveGroup } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'group:dissolve', action: 'group:dissolve' } };

export const loader = (args: LoaderFunctionArgs) => lifePage(args, 'dissolution');

export async function action(args: ActionFunctionArgs) {
  const { view, group, granted } = await lifeAt(args, lifePolicy.dissolution);
  const reading = readForm(await fieldsOf(args.request), endInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await dissolveGroup(granted, occasionOf(args.context, reading.submission), reading.version ?? group.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).workingGroup(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function GroupDissolution() {
  return <LifeActPage act="dissolution" facts={useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
