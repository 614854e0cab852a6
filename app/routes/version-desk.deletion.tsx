import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { VersionDeskPage } from '#app/frameworks/versions/desk';
import { editAt } from '#app/frameworks/versions/desk-facts.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { discardDraft } from '#app/frameworks/versions/operations.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'framework:draft', action: 'framework:edit' } };

export async function action(args: ActionFunctionArgs) {
  const { view, draft, granted } = await editAt(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await discardDraft(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.textVersions(draft.framework), 303) : reading.answer(result.problems);
}

export default function Deletion() {
  return <VersionDeskPage reply={{ act: 'deletion', result: useActionData<typeof action>() }} />;
}
