import { conversionWords } from '#app/financing/money/conversion';
import { LookWords } from '#app/financing/verification/section';
import type { Look } from '#app/financing/verification/model';
import { formatDate, formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Document } from '#app/records/evidence/document';
import type { EvidenceRow } from '#app/records/evidence/model';
import { Facts, type Fact } from '#app/ui/facts';
import { Section } from '#app/ui/section';
import { asPublished, typeName } from './model';
import type { TransactionRow } from './queries.server';

/** Everything that a transaction says, with the rate that its value in US dollars rests on (FI-6). */
export function TransactionFacts({ row }: { readonly row: TransactionRow }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const usd = row.value_usd === null ? t('conversion.not') : formatMoneyExact(language, row.value_usd, 'USD');
  const said = (label: string, value: string | null): Fact[] => (value === null ? [] : [{ label, value: <span dir="auto">{value}</span> }]);
  const other = (label: string, id: string | null): Fact[] => (id === null ? [] : [{ label, value: <a href={to.transaction(id)}>{t('transactions.see_other')}</a> }]);
  return (
    <Facts facts={[
      { label: t('transactions.type'), value: row.type_code === null ? t('unknown') : typeName(row.type_code, language) },
      { label: t('transactions.value'), value: `${row.currency} ${formatNumber(language, row.value, 6)}` },
      ...(row.currency === 'USD' ? [] : [{ label: t('transactions.usd', { currency: 'USD' }), value: <>{usd} <span className="muted small">{conversionWords(t, language, row.currency, row)}</span></> }]),
      { label: t('transactions.date'), value: formatDate(language, row.transaction_on) },
      ...(row.value_on === row.transaction_on ? [] : [{ label: t('transactions.value_date'), value: formatDate(language, row.value_on) }]),
      { label: t('transactions.provider'), value: <span dir="auto">{row.provider ?? t('unknown')}</span> },
      { label: t('transactions.receiver'), value: <span dir="auto">{row.receiver ?? (row.recipient_names.join(', ') || t('unknown'))}</span> },
      { label: t('transactions.of'), value: row.pledge_ref === null ? <a href={to.activity(row.activity_identifier ?? '')}><bdi>{row.activity_identifier}</bdi></a> : <a href={to.pledge(row.pledge_ref)}><bdi>{row.pledge_ref}</bdi></a> },
      ...(row.tranche_due_on === null || row.pledge_ref === null ? [] : [{ label: t('transactions.tranche'), value: <a href={`${to.pledge(row.pledge_ref)}#tranches`}>{t('transactions.tranche_due', { date: formatDate(language, row.tranche_due_on) })}</a> }]),
      ...said(row.reversal_of === null ? t('record.description') : t('reversal.reason'), row.description), ...said(t('record.reference'), row.reference),
      ...said(t('record.explanation'), row.excess_explanation === asPublished ? t('transactions.as_published') : row.excess_explanation),
      ...other(t('transactions.reversed_by'), row.reversed_by), ...other(t('transactions.reversal_of'), row.reversal_of),
    ]} />
  );
}

interface ProofProps {
  readonly row: TransactionRow;
  readonly evidence: readonly EvidenceRow[];
  readonly looks: readonly Look[];
}

/** Who says so: the rung, the documents, and who looked. */
export function Proof({ row, evidence, looks }: ProofProps) {
  const t = useText('financing');
  return (
    <Section id="verification" title={t('verified.who')}>
      <p><strong>{t(`verification.${row.verification}`)}.</strong> {t(`verified.means.${row.verification}`)}</p>
      {looks.map((look) => <LookWords key={`${look.on} ${look.note}`} look={look} />)}
      <h3>{t('verified.evidence')}</h3>
      {evidence.length === 0 ? <p>{t('verified.no_evidence')}</p> : <ul>{evidence.map((one) => <Document key={one.id} one={one} />)}</ul>}
    </Section>
  );
}
