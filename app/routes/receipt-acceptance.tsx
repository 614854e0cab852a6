import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ReceiptActPage } from '#app/financing/reconciliation/act-page';
import { AcceptanceFields } from '#app/financing/reconciliation/fields';
import { acceptanceInput } from '#app/financing/reconciliation/input.server';
import { acceptReply } from '#app/financing/reconciliation/operations.server';
import { receiptPolicy } from '#app/financing/reconciliation/policy';
import { requireReceipt } from '#app/financing/reconciliation/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'receipt:accept', action: 'receipt:accept' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await requireReceipt(args);
  return { ...found, granted: permit(receiptPolicy.accept, found.viewer, found.payment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { payment, onBehalf } = await asked(args);
  return { payment, onBehalf };
}

/** Lets the provider’s words explain the difference. */
export async function action(args: ActionFunctionArgs) {
  const { view, payment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), acceptanceInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await acceptReply(granted, occasionOf(args.context, reading.submission), reading.version, { ...reading.value, language: view.language });
  return result.ok ? redirect(paths.receipt(payment.transaction_id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.payment.pledge_title);

export default function ReceiptAcceptance() {
  const { payment, onBehalf } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ReceiptActPage act="acceptance" payment={payment} onBehalf={onBehalf} last={last}><AcceptanceFields payment={payment} last={last} /></ReceiptActPage>;
}
