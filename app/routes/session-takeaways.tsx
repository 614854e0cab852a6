import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage, fieldIn } from '#app/form/act-page';
import { CheckList } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { clausesToChoose } from '#app/working-groups/recommendations/queries.server';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { takeawayInput } from '#app/working-groups/takeaways/input.server';
import { recordTakeaway } from '#app/working-groups/takeaways/operations.server';
import { takeawayPolicy } from '#app/working-groups/takeaways/policy';

export const handle = { access: { loader: 'takeaway:record', action: 'takeaway:record' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const session = await findSession(person, params['ref'] ?? '', view);
  if (session === undefined) throw notFound();
  return { person, view, session, granted: permit(takeawayPolicy.record, person, session) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, view, session } = await asked(args);
  return { ref: session.ref, title: session.title, language: view.language, clauses: await clausesToChoose(person, view) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, session, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), takeawayInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await recordTakeaway(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.in(view.language).session(session.ref)}#${result.value.ref}`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function SessionTakeaways() {
  const { ref, title, language, clauses } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const session = { href: paths.in(useLocale().language).session(ref), label: title };
  const field = fieldIn(last);
  const chosen = [last?.initialValue?.['nodes'] ?? []].flat().filter((one) => typeof one === 'string');
  return (
    <ActPage above={[session]} act={t('takeaway.record')} lede={title} follows={t('takeaway.follows')} back={session} last={last}>
      <TextArea {...field('text')} label={t('takeaway.text')} hint={t('takeaway.text_hint')} rows={4} maxLength={1000} required />
      <SelectField {...field('language', language)} label={t('takeaway.language')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} />
      <details>
        <summary>{t('takeaway.about')}</summary>
        <CheckList name="nodes" label={t('takeaway.about')} defaultValue={chosen} choices={clauses.map(({ id, code, framework, title: words }) => ({ value: id, label: <><bdi>{code}</bdi> {words}</>, hint: framework }))} />
      </details>
    </ActPage>
  );
}
