import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag } from '#app/ui/tag';
import { seatName } from './marks';
import type { SeatRow } from './queries.server';

/** The seats of a group by organisation; a person is named only where they agreed. */
export const seatColumns: readonly Column<SeatRow>[] = [
  {
    id: 'organisation', header: (t) => t('seat.of'),
    cell: (row, { t, language }) => (row.organisation_ref === null ? seatName(row, t, language) : <a href={paths.in(language).member(row.organisation_ref)}><bdi>{seatName(row, t, language)}</bdi></a>),
  },
  { id: 'role', header: (t) => t('seat.role'), cell: (row, { t }) => t(`seat_role.${row.role}`) },
  { id: 'voting', header: (t) => t('seat.vote'), cell: (row, { t }) => t(row.voting ? 'seat.votes' : 'seat.no_vote') },
  { id: 'person', header: (t) => t('seat.person'), cell: (row, { t }) => row.holder ?? <span className="muted">{t('seat.not_named')}</span> },
  { id: 'leave', header: (t) => t('seat.state'), unnamed: true, cell: (row, { t }) => (row.on_leave ? <Tag tone="none">{t('seat.on_leave')}</Tag> : null) },
];
