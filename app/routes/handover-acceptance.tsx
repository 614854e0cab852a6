import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { HandoverActPage } from '#app/handovers/act';
import { pressed } from '#app/handovers/input.server';
import { acceptHandover } from '#app/handovers/operations.server';
import { handoverPolicy } from '#app/handovers/policy';
import { requireHandover } from '#app/handovers/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'handover:accept', action: 'handover:accept' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, handover } = await requireHandover(args);
  return { view, handover, granted: permit(handoverPolicy.accept, viewer, handover) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { id, giver, receiver, organisation } = (await asked(args)).handover;
  return { id, giver, receiver, organisation };
}

export async function action(args: ActionFunctionArgs) {
  const { view, handover, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await acceptHandover(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.handover(handover.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.organisation);

export default function HandoverAcceptance() {
  return <HandoverActPage act="acceptance" handover={useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
