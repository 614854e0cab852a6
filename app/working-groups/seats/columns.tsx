import { formatDate } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag } from '#app/ui/tag';
import { seatName } from '#app/working-groups/marks';
import type { KeptSeat } from './queries.server';

/** The seats of a group for whoever keeps them: each row with the days for which it holds, and what can be done with it. */
export const keptSeatColumns = (ref: string): readonly Column<KeptSeat>[] => [
  { id: 'organisation', header: (t) => t('seat.of'), cell: (row, { t, language }) => <bdi>{seatName(row, t, language)}</bdi> },
  { id: 'role', header: (t) => t('seat.role'), cell: (row, { t }) => <>{t(`seat_role.${row.role}`)} <span className="muted">· {t(row.voting ? 'seat.votes' : 'seat.no_vote')}</span></> },
  { id: 'people', header: (t) => t('seat.person'), cell: (row, { t }) => <>{row.holder ?? <span className="muted">{t('seats.nobody')}</span>}{row.alternate !== null && <><br /><span className="small muted">{t('desk.alternate', { name: row.alternate })}</span></>}</> },
  { id: 'days', header: (t) => t('seats.days'), cell: (row, { t, language }) => <>{t('seats.since', { day: formatDate(language, row.from_on, 'short') })}{row.until_on !== null && <> {t('seats.until', { day: formatDate(language, row.until_on, 'short') })}</>} {row.on_leave && <Tag tone="none">{t('seat.on_leave')}</Tag>}</> },
  {
    id: 'acts', header: (t) => t('seats.acts'), unnamed: true,
    cell: (row, { t }) => <>{(['change', 'leave', 'end'] as const).filter((act) => act !== 'leave' || !row.on_leave).map((act, at) => <span key={act}>{at > 0 && ' · '}<a href={paths.seatAct(ref, row.id, act)}>{t(`seats.act.${act}`)}</a></span>)}</>,
  },
];
