import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ReceiptActPage } from '#app/financing/reconciliation/act-page';
import { CorrectionFields } from '#app/financing/reconciliation/fields';
import { correctionInput } from '#app/financing/reconciliation/input.server';
import { correctPayment } from '#app/financing/reconciliation/operations.server';
import { receiptPolicy } from '#app/financing/reconciliation/policy';
import { requireReceipt } from '#app/financing/reconciliation/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'receipt:correct', action: 'receipt:correct' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await requireReceipt(args);
  return { ...found, granted: permit(receiptPolicy.correct, found.viewer, found.payment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { payment, onBehalf } = await asked(args);
  return { payment, onBehalf, today: dayOf(args.context.now) };
}

/** Says what arrived, where it is not what was paid, or is known more closely. */
export async function action(args: ActionFunctionArgs) {
  const { view, payment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), correctionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await correctPayment(granted, occasionOf(args.context, reading.submission), reading.version, { ...reading.value, language: view.language });
  return result.ok ? redirect(paths.receipt(payment.transaction_id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.payment.pledge_title);

export default function ReceiptCorrection() {
  const { payment, onBehalf, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ReceiptActPage act="correction" payment={payment} onBehalf={onBehalf} last={last}><CorrectionFields payment={payment} today={today} last={last} /></ReceiptActPage>;
}
