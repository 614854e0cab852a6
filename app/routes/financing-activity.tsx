import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ActivityFacts, ActivityMoney, Budgets, Participants } from '#app/financing/activities/sections';
import { findActivity } from '#app/financing/activities/queries.server';
import { reportingOf } from '#app/financing/money/reporting.server';
import { ShowIn, useMoneyPaths } from '#app/financing/money/show-in';
import { listTransactions } from '#app/financing/transactions/queries.server';
import { transactionList } from '#app/financing/transactions/list';
import { ownTransactionTable } from '#app/financing/transactions/table';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { notFound } from '#app/platform/http/answers.server';
import { readState } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

/** Shown on the page itself; the list has them all. */
const shownTransactions = 20;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const reporting = await reportingOf(request);
  const view = { language, now: context.now, currency: reporting.currency };
  const activity = await findActivity(viewer, params['ref'] ?? '', view);
  if (activity === undefined) throw notFound();
  const own = readState(transactionList, new URLSearchParams({ activity: activity.iati_identifier }));
  const transactions = await listTransactions(viewer, own, view, shownTransactions);
  const t = textFor(language, 'financing');
  return { activity, reporting, transactions: transactions.rows, total: transactions.total.count, untitled: t('activities.untitled'), description: t('activities.description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.activity.title ?? data?.activity.iati_identifier ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' },
];

export default function Activity() {
  const { activity, reporting: { currency }, transactions, total, untitled } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const to = useMoneyPaths();
  const foreign = activity.title !== null && activity.title_language !== language ? activity.title_language : undefined;
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }, { href: to.activities(), label: t('activities.title') }]} here={<bdi>{activity.iati_identifier}</bdi>} />
      <Head tight title={<span lang={foreign} dir="auto">{activity.title ?? untitled}</span>} lede={activity.reporting ?? undefined} />
      {activity.description !== null && <p className="measure" lang={foreign} dir="auto">{activity.description}</p>}
      <Section id="about" title={t('activities.about')}><ActivityFacts activity={activity} /></Section>
      <Section id="money" title={t('activities.money')} note={t('activities.money_note')}><ActivityMoney activity={activity} /><ShowIn anchor="#money" /></Section>
      {total > 0 && (
        <Section id="transactions" title={t('transactions.title')} wide>
          <ListTable caption={t('transactions.caption')} columns={ownTransactionTable(currency, false)} rows={transactions} keyOf={(row) => row.id} t={t} />
          <p><a href={to.transactions({ activity: activity.iati_identifier })}>{t('activities.all_transactions', { count: total, shown: formatNumber(language, total) })}</a></p>
        </Section>
      )}
      {activity.participants.length > 0 && <Section id="participants" title={t('activities.participants')}><Participants rows={activity.participants} /></Section>}
      {activity.budgets.length > 0 && <Section id="budgets" title={t('activities.budgets')}><Budgets rows={activity.budgets} /></Section>}
    </>
  );
}
