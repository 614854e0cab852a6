import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { addClause } from '#app/frameworks/versions/clauses/operations.server';
import { VersionDeskPage } from '#app/frameworks/versions/desk';
import { editAt } from '#app/frameworks/versions/desk-facts.server';
import { newClauseInput } from '#app/frameworks/versions/input.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'framework:draft', action: 'framework:edit' } };

export async function action(args: ActionFunctionArgs) {
  const { view, draft, granted } = await editAt(args);
  const reading = readForm(await fieldsOf(args.request), newClauseInput, view.language);
  if (!reading.ok) return reading.reply;
  const { title, body, ...place } = reading.value;
  const result = await addClause(granted, occasionOf(args.context, reading.submission), place, { title, body });
  return result.ok ? redirect(`${paths.draft(draft.framework, draft.number)}#clause-${result.value.id}`, 303) : reading.answer(result.problems);
}

export default function Clauses() {
  return <VersionDeskPage reply={{ act: 'clauses', result: useActionData<typeof action>() }} />;
}
