import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { Change } from '#app/financing/pledges/change';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { findPledge } from '#app/financing/pledges/queries.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { reversalInput } from '#app/financing/transactions/input.server';
import { typeName } from '#app/financing/transactions/model';
import { reverseTransaction } from '#app/financing/transactions/operations.server';
import { findPledgeTransaction } from '#app/financing/transactions/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'pledge:reverse_transaction', action: 'pledge:reverse_transaction' } };

/** The transaction of the address, with the permit to reverse it. */
async function askedFor(request: Request, id: string, context: AppLoadContext) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const transaction = await findPledgeTransaction(viewer, id, view);
  const pledge = transaction && (await findPledge(viewer, transaction.pledge_ref, view));
  if (transaction === undefined || pledge === undefined) throw notFound();
  return { view, transaction, pledge, granted: permit(pledgePolicy.reverseTransaction, viewer, { ...refOf(pledge), transaction_id: transaction.id }) };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view, transaction } = await askedFor(request, params['id'] ?? '', context);
  return { title: textFor(view.language, 'financing')('reversal.title'), transaction };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { view, pledge, granted } = await askedFor(request, params['id'] ?? '', context);
  const reading = readForm(await fieldsOf(request), reversalInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await reverseTransaction(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.in(view.language).pledge(pledge.ref)}#transactions`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function TransactionReversal() {
  const { transaction } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const what = [typeName(transaction.type_code ?? '', language), formatMoneyExact(language, transaction.value, transaction.currency), formatDate(language, transaction.transaction_on)].join(', ');
  return <Change change="reversal" pledgeRef={transaction.pledge_ref} lede={`${what}. ${t('reversal.lede')}`} lastResult={useActionData<typeof action>()} />;
}
