import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireConfirmed } from '#app/accounts/viewer.server';
import { MoneyActPage } from '#app/financing/verification/act-page';
import { LookFields } from '#app/financing/verification/form';
import { lookInput } from '#app/financing/verification/input.server';
import { verifyTransaction } from '#app/financing/verification/operations.server';
import { moneyPolicy } from '#app/financing/verification/policy';
import { requireMoney } from '#app/financing/verification/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'transaction:verify', action: 'transaction:verify' } };

async function asked(args: LoaderFunctionArgs) {
  await requireConfirmed(args.context, args.request);
  const { viewer, money, ...found } = await requireMoney(args);
  return { ...found, granted: permit(moneyPolicy.verify, viewer, money) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { transaction } = await asked(args);
  return { transaction };
}

export async function action(args: ActionFunctionArgs) {
  const { language, transaction, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), lookInput, language);
  if (!reading.ok) return reading.reply;
  const result = await verifyTransaction(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.in(language).transaction(transaction.id)}#verification`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.transaction.pledge_ref);

export default function TransactionVerification() {
  const { transaction } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <MoneyActPage act="transaction" transaction={transaction} last={last}><LookFields last={last} /></MoneyActPage>;
}
