import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { passageInput } from '#app/working-groups/minutes/input.server';
import { PassagePage } from '#app/working-groups/minutes/passage-page';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { languageOfMinutes, passagesOf } from '#app/working-groups/minutes/queries.server';
import { minutesAt } from '#app/working-groups/minutes/request.server';
import { writePassage } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:write', action: 'minutes:write' } };

async function passageAt(args: LoaderFunctionArgs) {
  const found = await minutesAt(args);
  const granted = permit(minutesPolicy.write, found.viewer, found.session);
  const passages = await passagesOf(found.session.id);
  const passage = passages.find((one) => String(one.position) === args.params['position']);
  if (passage === undefined) throw notFound();
  return { ...found, granted, passage, items: passages.length - 2 };
}

export async function loader(args: LoaderFunctionArgs) {
  const { session, passage, items } = await passageAt(args);
  return { session: { ref: session.ref, title: session.title }, passage, items, language: await languageOfMinutes(session.id) };
}

/** Keeps the words, or shows what they would look like. */
export async function action(args: ActionFunctionArgs) {
  const { language, session, passage, granted } = await passageAt(args);
  const reading = readForm(await fieldsOf(args.request), passageInput, language);
  if (!reading.ok) return reading.reply;
  const { text, preview } = reading.value;
  if (preview !== null) return data({ initialValue: { text }, preview: text });
  const result = await writePassage(granted, occasionOf(args.context, reading.submission), { position: passage.position, text, version: reading.version });
  return result.ok ? redirect(`${paths.minutesWork(session.ref)}#text`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => privateMeta(found === undefined ? undefined : `${found.session.ref} ${found.session.title}`);

export default function MinutesPassage() {
  const reply = useActionData<typeof action>();
  return <PassagePage {...useLoaderData<typeof loader>()} result={reply} preview={reply !== undefined && 'preview' in reply ? reply.preview : undefined} />;
}
