import { formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { OrganisationPresent } from './queries.server';

/** MT-3: attendance by organisation; a person is never named. */
export const presenceColumns: readonly Column<OrganisationPresent>[] = [
  {
    id: 'organisation', header: (t) => t('annual.for'),
    cell: (row, { t, language }) => (row.ref === null ? t('annual.themselves') : <a href={paths.in(language).member(row.ref)}><bdi>{row.organisation}</bdi></a>),
  },
  ...(['registered', 'in_person', 'remote'] as const).map((what): Column<OrganisationPresent> => ({ id: what, header: (t) => t(`annual.column.${what}`), numeric: true, cell: (row, { language }) => formatNumber(language, row[what]) })),
];
