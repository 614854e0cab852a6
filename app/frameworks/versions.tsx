import type { Column } from '#app/table/column';
import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import { Tag } from '#app/ui/tag';
import type { VersionCount } from './endorsements/counts.server';

const number = (id: 'countries' | 'organisations' | 'reserved' | 'withdrawn'): Column<VersionCount> =>
  ({ id, numeric: true, header: (t) => t(`versions.${id}`), cell: (row, { language }) => formatNumber(language, row[id]) });

/** How often each version was endorsed: a new one takes nothing over from the one before. */
export const versionColumns: readonly Column<VersionCount>[] = [
  {
    id: 'version', header: (t) => t('versions.version'),
    cell: (row, { t, language }) => (
      <>
        <a href={paths.in(language).declaration({ version: row.number })}>{t('versions.named', { number: row.number })}</a>{' '}
        {row.status === 'superseded' ? <Tag tone="draft" icon={null}>{t('versions.superseded')}</Tag> : row.standing === 'working_paraphrase' && <Tag tone="late" icon="draft">{t('standing.working_paraphrase')}</Tag>}
      </>
    ),
  },
  { id: 'published', unbroken: true, header: (t) => t('versions.published'), cell: (row, { language }) => formatDate(language, row.published_on) },
  number('countries'),
  number('organisations'),
  { id: 'together', numeric: true, header: (t) => t('versions.together'), cell: (row, { language }) => <a href={paths.in(language).endorsements({ version: row.number })}>{formatNumber(language, row.countries + row.organisations)}</a> },
  number('reserved'),
  number('withdrawn'),
];
