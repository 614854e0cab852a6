import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { MoneyActPage } from '#app/financing/verification/act-page';
import { attachToTransaction } from '#app/financing/verification/operations.server';
import { moneyPolicy } from '#app/financing/verification/policy';
import { requireMoney } from '#app/financing/verification/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { EvidenceFields } from '#app/records/evidence/form';
import { evidenceForm, evidenceInput } from '#app/records/evidence/input.server';

export const handle = { access: { loader: 'transaction:add_evidence', action: 'transaction:add_evidence' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, money, ...found } = await requireMoney(args);
  return { ...found, granted: permit(moneyPolicy.addEvidence, viewer, money) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { transaction } = await asked(args);
  return { transaction };
}

export async function action(args: ActionFunctionArgs) {
  const { language, transaction, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), evidenceInput, language);
  if (!reading.ok) return reading.reply;
  const result = await attachToTransaction(granted, occasionOf(args.context, reading.submission), await evidenceForm(reading.value));
  return result.ok ? redirect(`${paths.in(language).transaction(transaction.id)}#verification`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.transaction.pledge_ref);

export default function TransactionEvidence() {
  const { transaction } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <MoneyActPage act="evidence" transaction={transaction} last={last} files><EvidenceFields last={last} /></MoneyActPage>;
}
