import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Section } from '#app/ui/section';
import { answerTable, pledgeReceiptTable, type BoardRow } from './table';

/** "Disbursed and received": every payment of a pledge with both figures, until they agree and after it. */
export function ReceivedSection({ pledgeRef, rows, more }: { readonly pledgeRef: string; readonly rows: readonly BoardRow[]; readonly more: boolean }) {
  const t = useText('financing');
  const { language } = useLocale();
  if (rows.length === 0) return null;
  const shown = { caption: t('reconciliation.caption'), keyOf: (row: BoardRow) => row.transaction_id, t };
  return (
    <Section id="received" title={t('reconciliation.title')} note={t('reconciliation.note')} wide>
      {rows.some(({ answerable }) => answerable) ? <ListTable {...shown} columns={answerTable} rows={rows} /> : <ListTable {...shown} columns={pledgeReceiptTable} rows={rows} />}
      <p className="small pt-16"><a href={paths.in(language).received({ pledge: pledgeRef })}>{t(more ? 'reconciliation.all_of_pledge' : 'reconciliation.file')}</a></p>
    </Section>
  );
}
