import type { ReactNode } from 'react';
import { paidShare, type LadderSum } from '#app/financing/ladder/model';
import { useReporting } from '#app/financing/money/show-in';
import { inMillions, percentOf } from '#app/financing/money/words';
import { useLocale, useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';

/** A sum under a name; the link opens the pledges that it was added from. */
export interface NamedSum {
  readonly key: string;
  readonly name: ReactNode;
  readonly href: string | undefined;
  readonly sum: LadderSum;
}

const million = (rung: 'announced' | 'pledged' | 'committed' | 'disbursed', label: string): Column<NamedSum> => ({
  id: rung, header: (t) => t(label), numeric: true, cell: (row, { language }) => inMillions(language, row.sum[rung]),
});

const columnsUnder = (head: string): readonly Column<NamedSum>[] => [
  { id: 'name', header: (t) => t(head), cell: (row) => (row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>) },
  million('announced', 'rung.announced'), million('pledged', 'rung.pledged'), million('committed', 'rung.committed'), million('disbursed', 'rung.disbursed'),
  { id: 'paid', header: (t) => t('pledges.paid'), numeric: true, cell: (row, { language }) => percentOf(language, paidShare(row.sum)) },
];

const columns = { provider: columnsUnder('home.provider'), region: columnsUnder('home.region'), kind: columnsUnder('home.kind'), answer: columnsUnder('pledge.new_money'), year: columnsUnder('home.year') };

interface MoneyTableProps {
  readonly of: keyof typeof columns;
  readonly caption: string;
  /** Hides the caption where the figure around it says the same. */
  readonly untitled?: boolean;
  readonly rows: readonly NamedSum[];
  /** The whole that the rows add up to, under its name. */
  readonly whole: { readonly name: string; readonly sum: LadderSum };
}

/** Money by whom or what, in millions of the reporting currency, with the whole as its last line. */
export function MoneyTable({ of, caption, untitled = false, rows, whole }: MoneyTableProps) {
  const t = useText('financing');
  const { currency } = useReporting();
  const own = columns[of];
  const total: NamedSum = { key: 'whole', href: undefined, ...whole };
  const foot = useWholeCells(own, total);
  return <ListTable titled={!untitled} caption={<>{caption} <span>{t('million', { currency })}</span></>} columns={own} rows={rows} keyOf={(row) => row.key} t={t} foot={foot} />;
}

function useWholeCells(own: readonly Column<NamedSum>[], total: NamedSum): Readonly<Record<string, ReactNode>> {
  const t = useText('financing');
  const { language } = useLocale();
  return Object.fromEntries(own.map((column) => [column.id, column.cell(total, { t, language })]));
}
