import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { atBoard, mendedAt, type Missing } from './missing';

const counted: Column<Missing> = { id: 'count', header: (t) => t('missing_before.count'), numeric: true, cell: ({ count }, { language }) => formatNumber(language, count, 0) };

interface MissingListProps {
  readonly report: { readonly ref: string; readonly cycle_ref: string };
  readonly missing: readonly Missing[];
  /** Whether the viewer sees the board of the cycle, where some of it is mended. */
  readonly board: boolean;
  /** As it was when it was frozen: nothing leads anywhere any more. */
  readonly frozen: boolean;
}

/** What is missing before a report is frozen, with the way to where it is mended; or what was missing then. */
export function MissingList({ report, missing, board, frozen }: MissingListProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  if (missing.length === 0) return <p>{t(frozen ? 'missing_before.nothing_was' : 'missing_before.nothing')}</p>;
  const named: Column<Missing> = {
    id: 'kind', header: () => t('missing_before.what'),
    cell: ({ kind }) => (frozen || (!board && atBoard(kind)) ? t(`missing_before.kinds.${kind}`) : <a href={mendedAt(kind, report, language)}>{t(`missing_before.kinds.${kind}`)}</a>),
  };
  return (
    <>
      <p>{t(frozen ? 'missing_before.was' : 'missing_before.is')}</p>
      <ListTable caption={t(frozen ? 'missing_before.was' : 'missing_before.is')} columns={[named, counted]} rows={missing} keyOf={({ kind }) => kind} t={t} />
    </>
  );
}
