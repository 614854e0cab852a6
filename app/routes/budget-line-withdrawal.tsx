import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { askedLine } from '#app/countries/budgets/asked.server';
import { budgetWithdrawalInput } from '#app/countries/budgets/input.server';
import { withdrawLine } from '#app/countries/budgets/operations.server';
import { budgetPolicy } from '#app/countries/budgets/policy';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'budget:withdraw', action: 'budget:withdraw' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, about, line, subject } = await askedLine(args);
  permit(budgetPolicy.withdraw, viewer, subject);
  return { about, line };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, about, subject } = await askedLine(args);
  const granted = permit(budgetPolicy.withdraw, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), budgetWithdrawalInput, language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawLine(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.countryBudget(about.iso2), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.line.title);

export default function BudgetLineWithdrawal() {
  const { about, line } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('countries');
  const back = paths.countryBudget(about.iso2);
  return (
    <ActPage
      above={[{ href: paths.in(useLocale().language).country(about.iso2), label: about.country }, { href: back, label: t('room.jump.budget') }]} act={t('budgets.withdraw')} lede={<span dir="auto">{line.title}</span>} follows={t('budgets.withdraw_follows')}
      back={{ href: back, label: t('form.not_now') }} last={last}
    >
      <TextArea {...fieldIn(last)('reason')} label={t('budgets.reason')} required maxLength={1000} />
    </ActPage>
  );
}
