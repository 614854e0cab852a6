import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { VersionDeskPage } from '#app/frameworks/versions/desk';
import { editAt } from '#app/frameworks/versions/desk-facts.server';
import { coverInput } from '#app/frameworks/versions/input.server';
import { writeCover } from '#app/frameworks/versions/operations.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'framework:draft', action: 'framework:edit' } };

export async function action(args: ActionFunctionArgs) {
  const { view, draft, granted } = await editAt(args);
  const reading = readForm(await fieldsOf(args.request), coverInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await writeCover(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(`${paths.draft(draft.framework, draft.number)}#cover`, 303) : reading.answer(result.problems);
}

export default function Cover() {
  return <VersionDeskPage reply={{ act: 'cover', result: useActionData<typeof action>() }} />;
}
