import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { zones } from '#app/accounts/zones.server';
import { CoalitionFields } from '#app/coalitions/form';
import { coalitionInput } from '#app/coalitions/input.server';
import { updateCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { findCoalition, nameCoalitions } from '#app/coalitions/queries.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey, Version } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { isLanguage, languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';

export const handle = { access: { loader: 'coalition:edit', action: 'coalition:edit' } };

/** The person, their language, the coalition in the language that is to be written, and the permission to change it. */
async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const wanted = new URL(request.url).searchParams.get('language') ?? undefined;
  const view = { language: isLanguage(wanted) ? wanted : language, now: context.now };
  const coalition = await findCoalition(person, params['slug'] ?? '', view);
  if (coalition === undefined) throw notFound();
  return { person, language, view, coalition, granted: permit(coalitionPolicy.edit, person, coalition) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, language, view, coalition } = await asked(args);
  const { id, slug, name, mandate, parent_id, time_zone, licence, kind, version, text_language } = coalition;
  const written = text_language === view.language;
  const others = (await nameCoalitions({ ...view, language })).filter((one) => one.id !== id && (one.id === parent_id || (one.status !== 'closed' && may(coalitionPolicy.form, person, { parent_id: one.id }).allowed)));
  const top = parent_id === null || (kind !== 'national' && may(coalitionPolicy.form, person, { parent_id: null }).allowed);
  return {
    title: textFor(language, 'coalitions')('edit.of', { name }), slug, version, top, parents: others.map((one) => ({ value: one.id, label: one.name })),
    written: view.language, zones, value: { name: written ? name : '', mandate: (written ? mandate : null) ?? '', parent_id: parent_id ?? '', time_zone, licence: licence ?? '' },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { language, coalition, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), coalitionInput, language);
  if (!reading.ok) return reading.reply;
  const result = await updateCoalition(granted, occasionOf(args.context, reading.submission), reading.version ?? 0, reading.value);
  return result.ok ? redirect(paths.in(language).coalition(coalition.slug), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CoalitionEdit() {
  const { title, slug, version, top, parents, zones: offered, written, value } = useLoaderData<typeof loader>();
  const t = useText('coalitions');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ name: string; mandate: string; parent_id: string; time_zone: string; licence: string }>({ lastResult });
  const typed = { name: fields.name.initialValue, mandate: fields.mandate.initialValue, parent_id: fields.parent_id.initialValue, time_zone: fields.time_zone.initialValue, licence: fields.licence.initialValue };
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head kick={t('edit.written', { language: nativeNames[written] })} title={title} lede={t('edit.lede')} />
      <Links entries={languages.filter((one) => one !== written).map((one) => ({ href: paths.coalitionEdit(slug, one), label: nativeNames[one] }))} />
      <form method="post" action={paths.coalitionEdit(slug, written)} className="flow measure">
        <FormKey />
        <Version value={version} />
        <input type="hidden" name="language" value={written} />
        <CoalitionFields value={lastResult?.initialValue == null ? value : typed} parents={parents} zones={offered} top={top} errors={(name) => form.allErrors[name]} />
        <Button>{t('edit.act')}</Button>
      </form>
    </>
  );
}
