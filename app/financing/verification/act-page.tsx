import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { typeName } from '#app/financing/transactions/model';
import type { TransactionRow } from '#app/financing/transactions/queries.server';
import { ActPage } from '#app/form/act-page';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';

interface MoneyActPageProps {
  readonly act: 'transaction' | 'evidence';
  readonly transaction: TransactionRow;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly files?: boolean;
  readonly children: ReactNode;
}

/** One act on a transaction: which it is, and what follows. */
export function MoneyActPage({ act, transaction, children, ...rest }: MoneyActPageProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const href = to.transaction(transaction.id);
  const what = [typeName(transaction.type_code ?? '', language), formatMoneyExact(language, transaction.value, transaction.currency), formatDate(language, transaction.transaction_on)].join(', ');
  return (
    <ActPage
      above={[{ href: to.pledge(transaction.pledge_ref ?? ''), label: transaction.pledge_ref ?? '' }, { href, label: t('transactions.one') }]} act={t(`verified.act.${act}`)} lede={what}
      follows={t(`verified.follows.${act}`)} back={{ href, label: t('tranches.not') }} {...rest}
    >
      {children}
    </ActPage>
  );
}
