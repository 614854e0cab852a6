import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { WordsPage } from '#app/members/applications/words-page';
import { wordsInput } from '#app/members/applications/input.server';
import { askApplicant } from '#app/members/applications/operations.server';
import { applicationPolicy } from '#app/members/applications/policy';
import { requireApplication } from '#app/members/applications/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'application:ask', action: 'application:ask' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, application } = await requireApplication(args);
  return { view, application, granted: permit(applicationPolicy.ask, viewer, application) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { ref, name } = (await asked(args)).application;
  return { ref, name };
}

export async function action(args: ActionFunctionArgs) {
  const { view, application, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), wordsInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await askApplicant(granted, occasionOf(args.context, reading.submission), reading.value.words);
  return result.ok ? redirect(paths.application(application.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function ApplicationQuestion() {
  return <WordsPage act="question" application={useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
