import type { ReactNode } from 'react';
import { netRungs, paidOfNet, type AmountName, type LadderSum } from '#app/financing/ladder/model';
import { millions } from '#app/financing/money/sum';
import { percentOf } from '#app/financing/money/words';
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

const million = (rung: AmountName): Column<NamedSum> => ({ id: rung, header: (t) => t(`totals.${rung}`), numeric: true, cell: (row, { language }) => millions(language, rung, row.sum[rung]) });

const columnsUnder = (head: string, last: readonly Column<NamedSum>[] = [million('confirmed')]): readonly Column<NamedSum>[] => [
  { id: 'name', header: (t) => t(head), cell: (row) => (row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>) },
  ...netRungs.filter((rung) => rung !== 'confirmed').map(million), ...last,
];
const paid: Column<NamedSum> = { id: 'paid', header: (t) => t('pledges.paid'), numeric: true, cell: (row, { language }) => percentOf(language, paidOfNet(row.sum)) };

const columns = {
  provider: columnsUnder('home.provider'), region: columnsUnder('home.region'), kind: columnsUnder('home.kind'), answer: columnsUnder('pledge.new_money'), recipient: columnsUnder('pledge.recipient'),
  clause: columnsUnder('totals.clause'), year: columnsUnder('home.year', [million('confirmed'), paid]),
};

interface MoneyTableProps {
  readonly of: keyof typeof columns;
  readonly caption: string;
  readonly currency: string;
  /** Hides the caption where the figure around it says the same. */
  readonly untitled?: boolean;
  readonly rows: readonly NamedSum[];
  /** The whole that the rows add up to, under its name; none where they overlap. */
  readonly whole?: Omit<NamedSum, 'key'>;
}

/** Total B and what became of it up to C, by whom or what, in millions, with the whole as its last line. */
export function MoneyTable({ of, caption, currency, untitled = false, rows, whole }: MoneyTableProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const own = columns[of];
  const foot = whole && Object.fromEntries(own.map((column) => [column.id, column.cell({ key: 'whole', ...whole }, { t, language })]));
  return <ListTable titled={!untitled} caption={<>{caption} <span>{t('totals.million', { currency })}</span></>} columns={own} rows={rows} keyOf={(row) => row.key} t={t} {...(foot === undefined ? {} : { foot })} />;
}
