import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { askedBudget } from '#app/countries/budgets/asked.server';
import { fiscalStartInput } from '#app/countries/budgets/input.server';
import { dayOfYear, months } from '#app/countries/budgets/model';
import { setFiscalStart } from '#app/countries/budgets/operations.server';
import { budgetPolicy } from '#app/countries/budgets/policy';
import { fiscalStartOf } from '#app/countries/budgets/queries.server';
import { ActPage, fieldIn } from '#app/form/act-page';
import { NumberField, SelectField, TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'budget:calendar', action: 'budget:calendar' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, place, about } = await askedBudget(args);
  permit(budgetPolicy.calendar, viewer, place);
  return { about, start: await fiscalStartOf(about.iso2) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, place, about } = await askedBudget(args);
  const granted = permit(budgetPolicy.calendar, viewer, place);
  const reading = readForm(await fieldsOf(args.request), fiscalStartInput, language);
  if (!reading.ok) return reading.reply;
  const result = await setFiscalStart(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.countryBudget(about.iso2), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.about.country);

export default function CountryFiscalYear() {
  const { about, start } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('countries');
  const { language } = useLocale();
  const field = fieldIn(last);
  const back = { href: paths.countryBudget(about.iso2), label: t('form.not_now') };
  return (
    <ActPage
      above={[{ href: paths.in(language).country(about.iso2), label: about.country }, { href: back.href, label: t('room.jump.budget') }]} act={t('budgets.set_start')} lede={about.country} follows={t('budgets.start_follows')}
      back={back} last={last} {...(start === undefined ? {} : { version: start.version })}
    >
      <NumberField {...field('starts_day', start === undefined ? '' : String(start.starts_day))} label={t('budgets.starts_day')} hint={t('budgets.starts_day_hint')} width={4} required />
      <SelectField {...field('starts_month', start === undefined ? '' : String(start.starts_month))} label={t('budgets.starts_month')} options={months.map((month) => ({ value: String(month), label: formatDate(language, dayOfYear({ starts_month: month, starts_day: 1 }), 'name') }))} width={20} required />
      <TextField {...field('source', start?.source)} label={t('budgets.source')} hint={t('budgets.start_source_hint')} required maxLength={300} />
    </ActPage>
  );
}
