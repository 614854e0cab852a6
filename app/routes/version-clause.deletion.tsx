import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { DraftClausePage } from '#app/frameworks/versions/clause-page';
import { deleteClause } from '#app/frameworks/versions/clauses/operations.server';
import { editClauseAt } from '#app/frameworks/versions/desk-facts.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'framework:draft', action: 'framework:edit' } };

export async function action(args: ActionFunctionArgs) {
  const { view, draft, granted, id } = await editClauseAt(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await deleteClause(granted, occasionOf(args.context, reading.submission), id);
  return result.ok ? redirect(paths.draft(draft.framework, draft.number), 303) : reading.answer(result.problems);
}

export default function Deletion() {
  return <DraftClausePage reply={{ act: 'deletion', result: useActionData<typeof action>() }} />;
}
