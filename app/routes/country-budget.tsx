import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { askedBudget } from '#app/countries/budgets/asked.server';
import { BudgetLineForm } from '#app/countries/budgets/form';
import { budgetLineInput } from '#app/countries/budgets/input.server';
import { budgetList } from '#app/countries/budgets/list';
import { dayOfYear, fiscalYear, fiscalYearName, yearsOffered } from '#app/countries/budgets/model';
import { BudgetOpening } from '#app/countries/budgets/opening';
import { recordLine } from '#app/countries/budgets/operations.server';
import { budgetPolicy } from '#app/countries/budgets/policy';
import { commitmentsToBudget, fiscalStartOf, listBudgetLines } from '#app/countries/budgets/queries.server';
import { budgetTable, correctionColumn } from '#app/countries/budgets/table';
import { currenciesInUse } from '#app/financing/pledges/place.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { currencyName, formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'budget:record', action: 'budget:record' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, place, about } = await askedBudget(args);
  permit(budgetPolicy.record, viewer, place);
  const [start, page, commitments, currencies] = await Promise.all([
    fiscalStartOf(about.iso2), listBudgetLines(viewer, { filters: { country: [about.iso2] }, sort: budgetList.sort, after: null }, view, 100), commitmentsToBudget(viewer, about.iso2, view), currenciesInUse(),
  ]);
  const years = start === undefined ? [] : yearsOffered(start, view.now).map((year) => ({ value: String(year), label: fiscalYearName(fiscalYear(start, year)) }));
  return { about, start, lines: page.rows, count: page.total.count, commitments, currencies: currencies.map(({ code }) => code), years, today: dayOf(view.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, place, about } = await askedBudget(args);
  const granted = permit(budgetPolicy.record, viewer, place);
  const reading = readForm(await fieldsOf(args.request), budgetLineInput, language);
  if (!reading.ok) return reading.reply;
  const result = await recordLine(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.countryBudget(about.iso2), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.about.country);

export default function CountryBudget() {
  const { about, start, lines, count, commitments, currencies, years, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  const calendar = <ButtonLink weight="second" href={paths.countryFiscalYear(about.iso2)}>{t(start === undefined ? 'budgets.set_start' : 'budgets.change_start')}</ButtonLink>;
  return (
    <>
      <BudgetOpening about={about} here={t('room.jump.budget')} lede={start === undefined ? t('budgets.no_start') : t('budgets.starts', { day: formatDate(language, dayOfYear(start), 'yearly') })}>{calendar}</BudgetOpening>
      <Section id="new" title={t('budgets.new')} note={t('budgets.new_note')}>
        {start === undefined ? <Notice tone="warn" small title={t('budgets.no_start')}>{t('budgets.no_start_text')}</Notice>
          : commitments.length === 0 ? <Empty title={t('budgets.no_commitment')} />
            : <BudgetLineForm last={last} today={today} years={years} commitments={commitments.map(({ ref, title }) => ({ value: ref, label: `${title} (${ref})` }))} currencies={currencies.map((code) => ({ value: code, label: `${code} ${currencyName(language, code)}` }))} />}
      </Section>
      <Section id="lines" title={t('budgets.own_lines')} note={t('budgets.lines_note')} wide>
        {lines.length === 0 ? <Empty title={t('budgets.none')} /> : <ListTable caption={t('budgets.own_lines')} columns={[...budgetTable, correctionColumn]} rows={lines} keyOf={(row) => row.id} t={t} hidden={['country']} />}
        {count > lines.length && <p className="small"><a href={to.budgets({ country: about.iso2 })}>{t('budgets.all', { count, shown: formatNumber(language, count) })}</a></p>}
      </Section>
    </>
  );
}
