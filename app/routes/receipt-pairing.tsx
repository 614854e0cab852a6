import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ReceiptActPage } from '#app/financing/reconciliation/act-page';
import { PairFields } from '#app/financing/reconciliation/fields';
import { pairInput } from '#app/financing/reconciliation/input.server';
import { pairPayment } from '#app/financing/reconciliation/operations.server';
import { pairsFor } from '#app/financing/reconciliation/pairs.server';
import { receiptPolicy } from '#app/financing/reconciliation/policy';
import { requireReceipt } from '#app/financing/reconciliation/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'receipt:pair', action: 'receipt:pair' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await requireReceipt(args);
  return { ...found, granted: permit(receiptPolicy.pair, found.viewer, found.payment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { payment, onBehalf, view } = await asked(args);
  return { payment, onBehalf, candidates: await pairsFor(payment, view.language) };
}

/** Takes a published account for the receiver’s own. */
export async function action(args: ActionFunctionArgs) {
  const { view, payment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pairInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await pairPayment(granted, occasionOf(args.context, reading.submission), reading.version, { ...reading.value, pair_id: reading.value.pair, language: view.language });
  return result.ok ? redirect(paths.receipt(payment.transaction_id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.payment.pledge_title);

export default function ReceiptPairing() {
  const { payment, onBehalf, candidates } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ReceiptActPage act="pairing" payment={payment} onBehalf={onBehalf} last={last}><PairFields candidates={candidates} last={last} /></ReceiptActPage>;
}
