import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { isOverdue } from '#app/working-groups/actions/model';
import type { ActionStatus } from '#app/working-groups/actions/model';
import { actionTag, seatName } from '#app/working-groups/marks';
import type { MinutesRecord, RecordAction, RecordItem } from './record';
import { seatIn } from './view';

export interface MinutesItemRow extends RecordItem {
  readonly refs: readonly string[];
}

export const minutesItemColumns: readonly Column<MinutesItemRow>[] = [
  { id: 'title', header: (t) => t('agenda.item'), cell: (row, { language }) => <>{formatNumber(language, row.item)} <bdi>{row.title}</bdi></> },
  { id: 'section', header: (t) => t('minutes.section'), cell: (row) => (row.section === null ? '' : <bdi>{row.section}</bdi>) },
  { id: 'minutes', header: (t) => t('minutes.planned'), numeric: true, cell: (row, { t, language }) => (row.minutes === null ? '' : t('agenda.minutes', { count: row.minutes, shown: formatNumber(language, row.minutes) })) },
  { id: 'outcome', header: (t) => t('agenda.outcome'), cell: (row, { t }) => [row.outcome === null ? '' : t(`outcome.${row.outcome}`), ...row.refs].filter((one) => one !== '').join(t('votes.separator')) },
];

export interface MinutesActionRow extends RecordAction {
  readonly record: MinutesRecord;
  readonly name: string | null;
  /** As it stands today; undefined where it is told to nobody any more. */
  readonly now: { readonly status: ActionStatus; readonly due_on: string } | undefined;
}

/** The actions as they were given, with the state of a day. */
export const minutesActionColumns = (today: string): readonly Column<MinutesActionRow>[] => [
  { id: 'ref', header: (t) => t('action.one'), unbroken: true, cell: (row, { language }) => <a href={paths.in(language).action(row.ref)}>{row.ref}</a> },
  { id: 'text', header: (t) => t('action.what'), unnamed: true, cell: (row) => <bdi>{row.text}</bdi> },
  { id: 'owner', header: (t) => t('action.owner'), cell: (row, { t, language }) => {
    const seat = seatIn(row.record, row.seat);
    return <><bdi>{seat === undefined ? t('seat.not_named') : seatName(seat, t, language)}</bdi>{row.name !== null && <> · <bdi>{row.name}</bdi></>}</>;
  } },
  { id: 'due', header: (t) => t('action.due'), unbroken: true, cell: (row, { language }) => formatDate(language, row.due_on, 'short') },
  { id: 'status', header: (t) => t('action.state_today'), unnamed: true, cell: (row, { t }) => (row.now === undefined ? '' : actionTag(row.now.status, isOverdue(row.now, today), t)) },
];
