import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { askedLine } from '#app/countries/budgets/asked.server';
import { BudgetCorrectionForm } from '#app/countries/budgets/form';
import { budgetCorrectionInput } from '#app/countries/budgets/input.server';
import { BudgetOpening } from '#app/countries/budgets/opening';
import { correctLine } from '#app/countries/budgets/operations.server';
import { budgetPolicy } from '#app/countries/budgets/policy';
import { budgetTable } from '#app/countries/budgets/table';
import { budgetTrail } from '#app/countries/budgets/trail';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'budget:correct', action: 'budget:correct' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, about, line, subject } = await askedLine(args);
  permit(budgetPolicy.correct, viewer, subject);
  return { about, line, trail: await historyFor(budgetPolicy.correct, viewer, subject, 'budget_lines', budgetTrail), today: dayOf(view.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, about, subject } = await askedLine(args);
  const granted = permit(budgetPolicy.correct, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), budgetCorrectionInput, language);
  if (!reading.ok) return reading.reply;
  const result = await correctLine(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.countryBudget(about.iso2), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.line.title);

export default function BudgetLine() {
  const { about, line, trail, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('countries');
  return (
    <>
      <BudgetOpening below about={about} here={t('budgets.correct')} lede={<span dir="auto">{line.title}</span>}>
        <ButtonLink weight="second" href={paths.budgetLineWithdrawal(about.iso2, line.id)}>{t('budgets.withdraw')}</ButtonLink>
      </BudgetOpening>
      <Section id="line" title={t('budgets.now')} note={t('budgets.first_note')}><ListTable caption={t('budgets.now')} columns={budgetTable} rows={[line]} keyOf={(row) => row.id} t={t} hidden={['country']} /></Section>
      <Section id="correction" title={t('budgets.correct')} note={t('budgets.correct_note')}><BudgetCorrectionForm last={last} line={line} today={today} /></Section>
      <Trail acts={trail} words={budgetTrail} />
    </>
  );
}
