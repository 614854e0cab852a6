import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { problem } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { hrefOfView, queryOf } from '#app/open-data/views.server';
import { paths } from '#app/paths';
import { viewInput } from '#app/records/views/input.server';
import { saveView } from '#app/records/views/operations.server';
import { viewPolicy } from '#app/records/views/policy';
import { viewsOf } from '#app/records/views/queries.server';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';

export const handle = { access: { loader: 'signed_in', action: 'view:save' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const site = textFor(language, 'site');
  const views = await viewsOf(person);
  return {
    title: textFor(language, 'records')('views.page'),
    views: views.map((view) => ({ ...view, href: hrefOfView(view, language), of: site(view.list === 'commitment-desk' ? 'own.commitment_desk' : `data.kinds.${view.list}`) })),
  };
}

/** Keeps a list as it stood where the form was, read through the list itself, and leads back to it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const granted = permit(viewPolicy.save, person, { person_id: person.id });
  const reading = readForm(await fieldsOf(request), viewInput, language);
  if (!reading.ok) return reading.reply;
  const { list, name, query } = reading.value;
  const read = queryOf(list, query);
  if (read === undefined) return reading.answer([problem('records:problems.view_of_nothing')]);
  const result = await saveView(granted, occasionOf(context, reading.submission), { list, name, query: read });
  return result.ok ? redirect(hrefOfView({ list, query: read }, language), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Views() {
  const { views, title } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('records');
  const field = fieldIn(last);
  return (
    <>
      <Crumbs above={[{ href: paths.my, label: t('my.title') }]} here={title} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={title} lede={t('views.lede')} />
      {last !== undefined && (
        <form method="post" className="flow measure pb-32" noValidate>
          <FormKey />
          {['list', 'query'].map((name) => <input key={name} type="hidden" name={name} value={field(name).defaultValue} />)}
          <TextField {...field('name')} label={t('views.name')} required maxLength={100} width={30} />
          <Button>{t('views.save')}</Button>
        </form>
      )}
      {views.length === 0 ? <Empty title={t('views.empty')}><p>{t('views.empty_hint')}</p></Empty> : (
        <List>
          {views.map(({ id, name, href, of }) => <Item key={id} href={href} title={<span dir="auto">{name}</span>} note={of}><a href={paths.viewDeletion(id)}>{t('views.delete')}<span className="vh"> {name}</span></a></Item>)}
        </List>
      )}
    </>
  );
}
