import { isZero, shareOf } from '#app/financing/money/model';
import { percentOf } from '#app/financing/money/words';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { verifications, type Verification } from '#app/records/verification/model';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';
import type { Look } from './model';
import type { Verified } from './page.server';
import { figureWords } from './words';

interface RungRow {
  readonly rung: Verification;
  readonly amount: string;
  readonly currency: string;
  readonly share: number | undefined;
}

const columns: readonly Column<RungRow>[] = [
  { id: 'rung', header: (t) => t('verified.who'), cell: (row, { t }) => t(`verification.${row.rung}`) },
  { id: 'amount', header: (t) => t('verified.disbursed'), numeric: true, cell: (row, { language }) => formatMoneyExact(language, row.amount, row.currency) },
  { id: 'share', header: (t) => t('pledge.share'), numeric: true, cell: (row, { language }) => percentOf(language, row.share) },
];

/** Who says so: the figure that was verified, what came since, and what is disbursed by rung. */
export function VerifiedMoney({ pledge, verified: { figure, byRung, mayVerify } }: { readonly pledge: PledgeRow; readonly verified: Verified }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { currency, ladder } = pledge;
  if (byRung.length === 0 && figure === null && !mayVerify) return null;
  const rows = verifications.flatMap((rung) => byRung.filter((one) => one.rung === rung)).map((one) => ({ ...one, currency, share: shareOf(one.amount, ladder.disbursed) }));
  return (
    <Section id="verified" title={t('verified.title')} note={t('verified.note_section')}>
      <p className="measure">{figure === null ? t('verified.none') : figureWords(figure, t, language)}</p>
      {figure !== null && !isZero(figure.committed_since) && <p className="small">{t('verified.committed', { was: formatMoneyExact(language, figure.committed, currency), now: formatMoneyExact(language, ladder.committed, currency) })}</p>}
      {figure !== null && <LookWords look={figure} />}
      {rows.length > 0 && <ListTable caption={t('verified.caption')} columns={columns} rows={rows} keyOf={(row) => row.rung} t={t} />}
      {mayVerify && <p className="noprint"><ButtonLink weight="second" href={paths.pledgeVerification(pledge.ref)}>{t('verified.act.figure')}</ButtonLink></p>}
    </Section>
  );
}

/** How somebody looked, and what they found, in their words. */
export function LookWords({ look }: { readonly look: Look }) {
  const t = useText('financing');
  const { language } = useLocale();
  return <p className="small"><strong>{t('verified.look', { rung: t(`verification.${look.rung}`), on: formatDate(language, look.on), method: t(`verified.method.${look.method}`) })}</strong> <span dir="auto">{look.note}</span></p>;
}
