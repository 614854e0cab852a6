import { useMemo } from 'react';
import { Strip } from '#app/charts/strip';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber, formatPercent } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { daysBetween } from '#app/platform/clock';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Head } from '#app/ui/head';
import { Key, type Swatch } from '#app/ui/key';
import { Tag } from '#app/ui/tag';
import { isComplete } from './model';
import type { BoardCounts, BoardRow, BoardState, CycleRecord } from './queries.server';

const boardStates = ['accepted', 'submitted', 'returned', 'draft', 'nothing'] as const satisfies readonly BoardState[];
const fills = { accepted: 'f3', submitted: 'f1', returned: 'f2', draft: 'k3', nothing: 'k1' } as const;
const swatches: Readonly<Record<BoardState, Swatch>> = { accepted: 'c3', submitted: 'c1', returned: 'c2', draft: 'q3', nothing: 'q1' };

interface BoardHeadProps {
  readonly cycle: CycleRecord;
  readonly state: string;
  readonly total: BoardCounts;
  readonly members: number;
  /** Of them those who have sent nothing at all. */
  readonly silent: number;
  readonly today: string;
}

/** How far a cycle is, in one sentence and one strip. */
export function BoardHead({ cycle, state, total, members, silent, today }: BoardHeadProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const number = (value: number) => formatNumber(language, value, 0);
  const received = total.accepted + total.submitted;
  const share = formatPercent(language, total.expected === 0 ? 0 : received / total.expected);
  const day = (on: string) => formatDate(language, on);
  return (
    <>
      <Head
        kick={t(`board.kick.${state}`, { year: cycle.year, coalition: cycle.coalition, opens: day(cycle.opens_on), due: day(cycle.due_on), lock: day(cycle.lock_on), day: number(Math.max(0, daysBetween(cycle.opens_on, today) + 1)), days: number(daysBetween(cycle.opens_on, cycle.due_on) + 1) })}
        title={t('board.title')} lede={t('board.lede', { count: total.expected, received: number(received), expected: number(total.expected), share, silent: number(silent), members: number(members) })}
      />
      <figure className="fig">
        <figcaption className="vh">{t('board.by_state')}</figcaption>
        <Strip parts={boardStates.map((one) => ({ value: total[one], fill: fills[one] }))} />
        <Key entries={boardStates.map((one) => ({ swatch: swatches[one], label: <><b className="num">{number(total[one])}</b> {t(`board.states.${one}`)}</> }))} />
        <p className="meta">{t('board.meta', { asOf: day(today) })}</p>
      </figure>
    </>
  );
}

const count = (of: BoardState) => (row: BoardRow, { language }: { readonly language: Language }) =>
  row[of] === 0 ? <span className="zero">0</span> : of === 'nothing' ? <span className="hot">{formatNumber(language, row[of], 0)}</span> : formatNumber(language, row[of], 0);

const leadColumn: Column<BoardRow> = {
  id: 'member', header: (t) => t('board.member'),
  cell: (row, { t, language }) => (
    <>
      <a href={row.kind === 'country' ? paths.in(language).country(row.ref) : paths.in(language).member(row.ref)}>{row.name}</a>{row.unattended && <>{' '}<Tag tone="none">{t('board.unattended')}</Tag></>}
      {row.extended_until !== null && <span className="ref">{t('board.extended', { until: formatDate(language, row.extended_until) })}</span>}
    </>
  ),
};

const columns: readonly Column<BoardRow>[] = [
  leadColumn,
  { id: 'expected', header: (t) => t('board.expected'), numeric: true, cell: (row, { language }) => formatNumber(language, row.expected, 0) },
  ...boardStates.map((state): Column<BoardRow> => ({ id: state, header: (t: Text) => t(`board.columns.${state}`), numeric: true, cell: count(state) })),
  { id: 'nudged', header: (t) => t('board.nudged'), unbroken: true, cell: (row, { t, language }) => (row.nudged_on === null ? <span className="muted">{t('board.never')}</span> : formatDate(language, row.nudged_on, 'short')) },
];

/** For those who remind and give more time: one who is not complete can be ticked. */
const acting = (cycle: string): readonly Column<BoardRow>[] => [
  {
    ...leadColumn, cell: (row, words) => (
      <div className="grid grid-cols-[auto_1fr] gap-8">
        {isComplete(row) ? <span /> : <label className="choice"><input type="checkbox" name="lead" value={row.ref} /> <span className="vh">{words.t('board.tick', { name: row.name })}</span></label>}
        <div>{leadColumn.cell(row, words)}</div>
      </div>
    ),
  },
  ...columns.slice(1),
  { id: 'extend', header: (t) => t('board.more_time'), unnamed: true, unbroken: true, cell: (row, { t }) => (isComplete(row) ? null : <a href={paths.cycleExtension(cycle, row.ref)}>{t('extension.act')}<span className="vh"> {row.name}</span></a>) },
];

/** Who has reported and who has not, most missing first; with `cycle`, the board on which they can be ticked. */
export function MembersTable({ rows, cycle }: { readonly rows: readonly BoardRow[]; readonly cycle?: string | undefined }) {
  const t = useText('reporting');
  const shown = useMemo(() => (cycle === undefined ? columns : acting(cycle)), [cycle]);
  return <ListTable caption={t('board.caption')} columns={shown} rows={rows} keyOf={(row) => `${row.kind} ${row.ref}`} t={t} kind="board" />;
}
