import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { pressed } from '#app/records/views/input.server';
import { removeView } from '#app/records/views/operations.server';
import { viewPolicy } from '#app/records/views/policy';
import { findView } from '#app/records/views/queries.server';

export const handle = { access: { loader: 'view:remove', action: 'view:remove' } };

async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const view = await findView(person, params['id'] ?? '');
  if (view === undefined) throw notFound();
  return { view, granted: permit(viewPolicy.remove, person, { id: view.id, person_id: person.id }), language: languageOf(request, person) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, language } = await asked(args);
  return { name: view.name, title: textFor(language, 'records')('views.delete') };
}

export async function action(args: ActionFunctionArgs) {
  const { granted, language } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await removeView(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.views, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function ViewDeletion() {
  const { name, title } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('records');
  return <ActPage above={[{ href: paths.views, label: t('views.page') }]} act={title} lede={<span dir="auto">{name}</span>} back={{ href: paths.views, label: t('views.keep') }} last={last} />;
}
