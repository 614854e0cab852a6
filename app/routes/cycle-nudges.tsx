import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { problem } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { nudgeInput } from '#app/reporting/cycles/nudges/input.server';
import { nudgeSilent } from '#app/reporting/cycles/nudges/operations.server';
import { NudgePage } from '#app/reporting/cycles/nudges/page';
import { nudgeAt } from '#app/reporting/cycles/nudges/request.server';

export const handle = { access: { loader: 'cycle:nudge', action: 'cycle:nudge' } };

export async function loader(args: LoaderFunctionArgs) {
  const { view, cycle, preview } = await nudgeAt(args);
  return { cycle, preview, title: textFor(view.language, 'reporting')('nudge.act') };
}

/** Writes to those whom the page named; where they are others meanwhile, it is shown again first. */
export async function action(args: ActionFunctionArgs) {
  const { view, cycle, granted, preview } = await nudgeAt(args);
  const reading = readForm(await fieldsOf(args.request), nudgeInput, view.language);
  if (!reading.ok) return reading.reply;
  if (reading.value.seen !== preview.seen) return reading.answer([problem('form:problems.changed_meanwhile')]);
  const result = await nudgeSilent(granted, occasionOf(args.context, reading.submission), preview.refs, reading.value.words ?? null);
  return result.ok ? redirect(`${paths.cycle(cycle.ref)}?nudged=${result.value.told}#members`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CycleNudges() {
  return <NudgePage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
