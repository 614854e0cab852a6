import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { planSession } from '#app/working-groups/operations.server';
import { GroupDesk } from '#app/working-groups/planning/desk';
import { proposalsFor } from '#app/working-groups/planning/queries.server';
import { groupPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';
import { planInput } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'group:plan', action: 'group:plan' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  const granted = permit(groupPolicy.plan, viewer, group);
  const reading = readForm(await fieldsOf(request), planInput, view.language);
  if (!reading.ok) return reading.reply;
  const { carried, items, ...form } = reading.value;
  const proposed = (await proposalsFor(viewer, group, view)).filter((one) => carried.includes(one.key)).map((one) => one.item);
  const result = await planSession(granted, occasionOf(context, reading.submission), { ...form, agenda: [...proposed, ...items] });
  return result.ok ? redirect(paths.sessionDesk(result.value.ref), 303) : reading.answer(result.problems);
}

export default function Sessions() {
  return <GroupDesk reply={{ act: 'sessions', result: useActionData<typeof action>() }} />;
}
