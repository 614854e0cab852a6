import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { suspendPerson } from '#app/accounts/suspension/operations.server';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { Ending } from '#app/members/people/ending';
import { findPerson } from '#app/members/people/queries.server';
import { endInput } from '#app/members/people/roles/input.server';
import { suspensionPolicy } from '#app/members/people/suspension/policy';
import { personOver } from '#app/members/people/suspension/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'person:suspend', action: 'person:suspend' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const viewer = await requireConfirmed(context, request);
  const language = languageOf(request, viewer);
  const person = await findPerson(viewer, params['id'] ?? '', { language, now: context.now });
  if (person === undefined) throw notFound();
  return { language, person, granted: permit(suspensionPolicy.suspend, viewer, await personOver(person.id, context.now)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await asked(args);
  return { person: { id: person.id, name: person.name } };
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), endInput, language);
  if (!reading.ok) return reading.reply;
  const result = await suspendPerson(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.person(person.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.person.name);

export default function PersonSuspension() {
  const { person } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  return <Ending person={person} title={t('suspension.title')} what={person.name} consequence={t('suspension.follows')} lastResult={useActionData<typeof action>()} />;
}
