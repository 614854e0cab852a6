import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { findPledgeTransaction, pledgeOfTransaction } from '#app/financing/transactions/queries.server';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { moneyRefOf } from './money.server';

/** Who asks, signed in, and the transaction of the address, of a pledge that they may read. */
export async function requireMoney({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const transaction = await findPledgeTransaction(viewer, params['id'] ?? '', { language, now: context.now });
  const pledge_id = transaction && (await pledgeOfTransaction(transaction.id));
  if (transaction === undefined || pledge_id == null) throw notFound();
  return { viewer, language, transaction, money: { ...(await moneyRefOf(database(), pledge_id, transaction.id)), transaction_id: transaction.id } };
}
