import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { hrefOf, withFilter } from '#app/table/state';
import { Tally } from '#app/ui/tally';
import { actionTag } from '#app/working-groups/marks';
import { actionList, boardStates, type ActionFilter, type ActionListState, type BoardState } from './list';
import type { BoardRow } from './queries.server';
import { ownerOf } from './table';

/** The columns of the board on screen; those of its files are in `columns.ts`. */
export const boardColumns: readonly Column<BoardRow>[] = [
  { id: 'text', header: (t) => t('action.one'), cell: (row, { language }) => <><a href={paths.in(language).action(row.ref)} dir="auto">{row.text}</a><span className="ref">{row.ref}</span></> },
  { id: 'owner', header: (t) => t('action.owner'), cell: ownerOf },
  {
    id: 'given', header: (t) => t('actions.given_in'),
    cell: (row, { language }) => <span><span lang={row.group_language === language ? undefined : row.group_language}>{row.group_name}</span><span className="ref"><bdi>{row.session_ref}</bdi></span></span>,
  },
  {
    id: 'due', header: (t) => t('action.due'), sort: 'due', unbroken: true,
    cell: (row, { t, language }) => <>{formatDate(language, row.due_on, 'short')}{row.first_due_on !== row.due_on && <span className="ref">{t('actions.first', { day: formatDate(language, row.first_due_on, 'short') })}</span>}</>,
  },
  { id: 'status', header: (t) => t('action.state_today'), unnamed: true, cell: (row, { t }) => actionTag(row.status, row.overdue, t) },
];

/** What a state of the board is called. */
export const boardState = (state: BoardState): string => (state === 'todo' ? 'actions.todo' : `action_status.${state}`);

/** How many there are in each state, each leading to them. */
export function BoardTally({ counts, state }: { readonly counts: Readonly<Record<BoardState, number>>; readonly state: ActionListState }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const path = paths.in(language).actions();
  return (
    <Tally
      label={t('actions.by_state')}
      counts={boardStates.filter((one) => counts[one] > 0).map((one) => ({ key: one, label: t(boardState(one)), count: formatNumber(language, counts[one]), href: hrefOf<ActionFilter, 'due'>(path, actionList, withFilter(state, 'status', [one])) }))}
    />
  );
}
