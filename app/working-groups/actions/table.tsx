import type { ReactNode } from 'react';
import { formatDate } from '#app/languages/format';
import type { Words } from '#app/table/column';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { actionTag, seatName } from '#app/working-groups/marks';
import type { ActionRow } from '#app/working-groups/sessions/record.server';
import { isOverdue } from './model';

/** Who has the action: their organisation and, where they agreed, their name; somebody who no longer has a seat is not named. */
export function ownerOf(row: ActionRow, { t, language }: Words): ReactNode {
  const seat = row.organisation === null && row.constituency === null ? t('seat.not_named') : seatName(row, t, language);
  return <span><bdi>{seat}</bdi>{row.owner !== null && <> · <bdi>{row.owner}</bdi></>}</span>;
}

/** Actions as they stand on a day. */
export const actionColumns = (today: string): readonly Column<ActionRow>[] => [
  { id: 'text', header: (t) => t('action.one'), cell: (row, { language }) => <><a href={paths.in(language).action(row.ref)} dir="auto">{row.text}</a><span className="ref">{row.ref}</span></> },
  { id: 'owner', header: (t) => t('action.owner'), cell: ownerOf },
  { id: 'due', header: (t) => t('action.due'), unbroken: true, cell: (row, { language }) => formatDate(language, row.due_on, 'short') },
  { id: 'session', header: (t) => t('session.one'), unbroken: true, cell: (row, { language }) => <a href={paths.in(language).session(row.session_ref)}>{row.session_ref}</a> },
  { id: 'status', header: (t) => t('action.state_today'), unnamed: true, cell: (row, { t }) => actionTag(row.status, isOverdue(row, today), t) },
];
