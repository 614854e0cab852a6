import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { TransactionForm } from '#app/financing/transactions/form';
import { transactionInput } from '#app/financing/transactions/input.server';
import { recordTransaction } from '#app/financing/transactions/operations.server';
import { isUnpaid } from '#app/financing/tranches/model';
import { tranchesOf } from '#app/financing/tranches/queries.server';
import { trancheWords } from '#app/financing/tranches/words';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'pledge:record_transaction', action: 'pledge:record_transaction' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  permit(pledgePolicy.recordTransaction, viewer, refOf(pledge));
  const t = textFor(view.language, 'financing');
  const today = dayOf(context.now);
  const unpaid = (await tranchesOf(viewer, pledge.ref, view)).filter(isUnpaid);
  return { title: t('record.title'), pledge, today, tranches: unpaid.map((one) => ({ value: one.id, label: trancheWords(one, t, view.language, today) })) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  const granted = permit(pledgePolicy.recordTransaction, viewer, refOf(pledge));
  const reading = readForm(await fieldsOf(request), transactionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await recordTransaction(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.in(view.language).pledge(pledge.ref)}#transactions`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeTransactions() {
  const { title, pledge, today, tranches } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const to = paths.in(useLocale().language);
  return (
    <>
      <Crumbs above={[{ href: to.pledges(), label: t('pledges.title') }, { href: to.pledge(pledge.ref), label: pledge.ref }]} here={title} />
      <Head tight title={title} lede={t('record.lede', { currency: pledge.currency })} />
      <TransactionForm pledge={pledge} tranches={tranches} today={today} lastResult={useActionData<typeof action>()} />
    </>
  );
}
