import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { DraftClausePage } from '#app/frameworks/versions/clause-page';
import { placeClause } from '#app/frameworks/versions/clauses/operations.server';
import { editClauseAt } from '#app/frameworks/versions/desk-facts.server';
import { placeInput } from '#app/frameworks/versions/input.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'framework:draft', action: 'framework:edit' } };

export async function action(args: ActionFunctionArgs) {
  const { view, draft, granted, id } = await editClauseAt(args);
  const reading = readForm(await fieldsOf(args.request), placeInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await placeClause(granted, occasionOf(args.context, reading.submission), id, reading.version, reading.value);
  return result.ok ? redirect(`${paths.draftClause(draft.framework, draft.number, id)}#place`, 303) : reading.answer(result.problems);
}

export default function Place() {
  return <DraftClausePage reply={{ act: 'place', result: useActionData<typeof action>() }} />;
}
