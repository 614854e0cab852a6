import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { moveClause } from '#app/frameworks/versions/clauses/operations.server';
import { VersionDeskPage } from '#app/frameworks/versions/desk';
import { editAt } from '#app/frameworks/versions/desk-facts.server';
import { orderInput } from '#app/frameworks/versions/input.server';
import { paths } from '#app/paths';
import { badRequest } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'framework:draft', action: 'framework:edit' } };

export async function action(args: ActionFunctionArgs) {
  const { view, draft, granted } = await editAt(args);
  const reading = readForm(await fieldsOf(args.request), orderInput, view.language);
  if (!reading.ok) return reading.reply;
  const clause = reading.value.up ?? reading.value.down;
  if (clause === null) throw badRequest('No clause was named.');
  const result = await moveClause(granted, occasionOf(args.context, reading.submission), clause, reading.value.up === null ? 1 : -1);
  return result.ok ? redirect(`${paths.draft(draft.framework, draft.number)}#clause-${clause}`, 303) : reading.answer(result.problems);
}

export default function Order() {
  return <VersionDeskPage reply={{ act: 'order', result: useActionData<typeof action>() }} />;
}
