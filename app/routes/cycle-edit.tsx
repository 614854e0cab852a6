import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { settingsInput } from '#app/reporting/cycles/input.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { cycleAt } from '#app/reporting/cycles/request.server';
import { settleCycle } from '#app/reporting/cycles/settings.server';
import { SettingsPage } from '#app/reporting/cycles/settings-page';

export const handle = { access: { loader: 'cycle:settle', action: 'cycle:settle' } };

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, view, cycle, running } = await cycleAt(args);
  return { view, cycle, granted: permit(cyclePolicy.settle, viewer, running) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, cycle } = await asked(args);
  return { cycle, title: textFor(view.language, 'reporting')('settings.act') };
}

export async function action(args: ActionFunctionArgs) {
  const { view, cycle, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), settingsInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await settleCycle(granted, occasionOf(args.context, reading.submission), reading.version ?? cycle.version, reading.value);
  return result.ok ? redirect(paths.cycle(cycle.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CycleEdit() {
  return <SettingsPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
