import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ConfirmationsPage, type ConfirmationsSaid } from '#app/financing/reconciliation/confirmations';
import { confirmationsInput } from '#app/financing/reconciliation/input.server';
import { confirmPayments } from '#app/financing/reconciliation/operations.server';
import { receiptPolicy } from '#app/financing/reconciliation/policy';
import { findReceipts } from '#app/financing/reconciliation/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'signed_in', action: 'receipt:confirm' } };

/** Payments are ticked on the page that lists them: whoever opens this address is shown the way. An answer is shown here, so it never leads away. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return null;
}

const nothing: ConfirmationsSaid = { confirmed: 0, left: [] };
const said = (answer: ConfirmationsSaid) => data(answer, { status: answer.confirmed > 0 ? 200 : 422 });

/** Confirms what was ticked, each alone; what cannot be confirmed any longer is named. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const reading = readForm(await fieldsOf(request), confirmationsInput, language);
  if (!reading.ok) return said({ confirmed: 0, left: [], last: reading.reply.data });
  const { payments: ticked, evidence } = reading.value;
  const found = await findReceipts(viewer, ticked.map(({ id }) => id), { language, now: context.now });
  const decided = found.map((payment) => ({ payment, decision: may(receiptPolicy.confirm, viewer, payment) }));
  const granted = decided.flatMap(({ payment, decision }) => (decision.allowed ? [{ permit: permit(receiptPolicy.confirm, viewer, payment), seen: ticked.find(({ id }) => id === payment.transaction_id)?.version ?? 0 }] : []));
  const [first] = found;
  // Of none of them: the refusal itself is the answer.
  if (first !== undefined && granted.length === 0) permit(receiptPolicy.confirm, viewer, first);
  const result = await confirmPayments(granted, occasionOf(context, reading.submission), { evidence, language });
  if (!result.ok) return said({ confirmed: 0, left: [], last: reading.answer(result.problems).data, ticked: found });
  const t = textFor(language, 'form');
  const codes = new Map([...decided.flatMap(({ payment, decision }) => (decision.allowed ? [] : [[payment.transaction_id, decision.reason] as const])), ...result.value.refused.map(({ id, code }) => [id, code] as const)]);
  if (codes.size === 0) return redirect(found.length === 1 && first !== undefined ? paths.receipt(first.transaction_id) : paths.receipts(), 303);
  return said({ confirmed: result.value.confirmed.length, left: found.flatMap((payment) => (codes.has(payment.transaction_id) ? [{ payment, why: t(codes.get(payment.transaction_id) ?? '') }] : [])) });
}

export const meta: MetaFunction = () => privateMeta(undefined);

export default function ReceiptConfirmations() {
  const answer = useActionData<typeof action>();
  return <ConfirmationsPage {...(answer ?? nothing)} />;
}
