import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { currencyCodes, planChoices } from '#app/countries/choices.server';
import { askedRequest } from '#app/countries/requests/asked.server';
import { RequestForm } from '#app/countries/requests/form';
import { requestInput } from '#app/countries/requests/input.server';
import { editRequest } from '#app/countries/requests/operations.server';
import { requestPolicy } from '#app/countries/requests/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'request:edit', action: 'request:edit' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, language, record } = await askedRequest(args);
  permit(requestPolicy.edit, viewer, record);
  const [plan, currencies] = await Promise.all([planChoices(language), currencyCodes()]);
  return { record, choices: { ...plan, currencies }, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, record } = await askedRequest(args);
  const granted = permit(requestPolicy.edit, viewer, record);
  const reading = readForm(await fieldsOf(args.request), requestInput, language);
  if (!reading.ok) return reading.reply;
  const result = await editRequest(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.in(language).request(record.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.title);

export default function EditRequest() {
  const { record, choices, today } = useLoaderData<typeof loader>();
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  return (
    <>
      <Crumbs above={[{ href: to.requests(), label: t('requests.title') }, { href: to.request(record.ref), label: record.ref }]} here={t('requests.act.edit')} />
      <Head tight title={t('requests.act.edit')} lede={<span dir="auto">{record.title}</span>} />
      <RequestForm action={paths.requestAct(record.ref, 'edit')} last={useActionData<typeof action>()} choices={choices} countries={[]} today={today} stored={record} />
    </>
  );
}
