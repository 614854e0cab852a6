import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { extendCycle, extensionOf } from '#app/reporting/cycles/extensions/operations.server';
import { ExtensionPage } from '#app/reporting/cycles/extensions/page';
import { extensionInput } from '#app/reporting/cycles/input.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { leadIn } from '#app/reporting/cycles/queries.server';
import { cycleAt } from '#app/reporting/cycles/request.server';

export const handle = { access: { loader: 'cycle:extend', action: 'cycle:extend' } };

/** The cycle and one who leads commitments that it asks for. */
async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, view, cycle, running } = await cycleAt(args);
  const lead = await leadIn(permit(cyclePolicy.board, viewer, cycle), args.params['party'] ?? '', view.language);
  if (lead === undefined) throw notFound();
  const extension = await extensionOf(database(), cycle.id, lead);
  return { view, cycle, lead, extension, granted: permit(cyclePolicy.extend, viewer, { ...running, ...lead }) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, cycle, lead, extension } = await asked(args);
  return { cycle, lead: { ref: lead.ref, name: lead.name }, extension: extension ?? null, title: textFor(view.language, 'reporting')('extension.act') };
}

export async function action(args: ActionFunctionArgs) {
  const { view, cycle, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), extensionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await extendCycle(granted, occasionOf(args.context, reading.submission), reading.version ?? 0, reading.value);
  return result.ok ? redirect(`${paths.cycle(cycle.ref)}#members`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CycleExtension() {
  return <ExtensionPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
