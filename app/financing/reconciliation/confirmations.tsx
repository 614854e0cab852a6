import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate, formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { EvidenceField } from './act-page';
import { seenKey } from './model';
import type { PaymentRow } from './payments.server';

/** What became of payments that were confirmed together. */
export interface ConfirmationsSaid {
  readonly confirmed: number;
  /** What was not, each with the reason. */
  readonly left: readonly { readonly payment: PaymentRow; readonly why: string }[];
  /** What is asked before anything is confirmed, with what was ticked. */
  readonly last?: SubmissionResult<string[]> | undefined;
  readonly ticked?: readonly PaymentRow[] | undefined;
}

/** After several confirmations: what stands, what does not and why; or what is still asked. */
export function ConfirmationsPage({ confirmed, left, last, ticked }: ConfirmationsSaid) {
  const t = useText('financing');
  const { language } = useLocale();
  const title = last === undefined && (confirmed > 0 || left.length > 0) ? t('reconciliation.confirmed', { count: confirmed, shown: formatNumber(language, confirmed) }) : t('reconciliation.confirm');
  return (
    <>
      <Crumbs above={[{ href: paths.receipts(), label: t('reconciliation.title') }]} here={t('reconciliation.confirm')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={title} />
      {left.length > 0 && (
        <Section id="left" title={t('reconciliation.left')}>
          <List>{left.map(({ payment, why }) => <Item key={payment.transaction_id} href={paths.receipt(payment.transaction_id)} title={nameOf(payment, language)} note={why} />)}</List>
        </Section>
      )}
      {ticked !== undefined && ticked.length > 0 && (
        <form method="post" className="flow measure" noValidate>
          <FormKey />
          <ul>{ticked.map((payment) => <li key={payment.transaction_id}>{nameOf(payment, language)}<input type="hidden" name="payments" value={seenKey(payment)} /></li>)}</ul>
          <EvidenceField last={last} />
          <Button>{t('reconciliation.confirm')}</Button>
        </form>
      )}
      <p className="pt-16"><ButtonLink weight="second" href={paths.receipts()}>{t('reconciliation.back')}</ButtonLink></p>
    </>
  );
}

const nameOf = ({ provider, value, currency, transaction_on, pledge_ref }: PaymentRow, language: Parameters<typeof formatDate>[0]): string =>
  `${provider}, ${formatMoneyExact(language, value, currency)}, ${formatDate(language, transaction_on)} (${pledge_ref})`;
