import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { zonesWith } from '#app/accounts/zones.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { addDays, dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { openProcedure } from '#app/working-groups/operations.server';
import { NewProcedure } from '#app/working-groups/procedures/new';
import { procedureInput } from '#app/working-groups/procedures/input.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { readersOnSeats } from '#app/working-groups/procedures/queries.server';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'procedure:open', action: 'procedure:open' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const group = await findGroup(person, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  return { person, view, group, granted: permit(procedurePolicy.open, person, group) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, view, group } = await asked(args);
  const today = dayOf(view.now);
  return {
    group: group.ref, name: group.name, rule: group.decision_rule, visibility: group.visibility, today, day: addDays(today, 14), zone: person.time_zone, zones: zonesWith(person.time_zone),
    readers: await readersOnSeats(group.id, today),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { view, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), procedureInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await openProcedure(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).procedure(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function ProcedureNew() {
  return <NewProcedure {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
