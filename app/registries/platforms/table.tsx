import { formatList } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { PlatformRow } from './list';
import { knownOr, languagesOf, levelsOf, platformTag } from './marks';

const unknown = (text: string) => <span className="muted">{text}</span>;

/** Platforms on screen; the columns of their files are in `columns.ts`. */
export const platformTable: readonly Column<PlatformRow>[] = [
  {
    id: 'platform', header: (t) => t('platform'), sort: 'name',
    cell: (row, { language }) => <><a href={paths.in(language).platform(row.ref)} lang={row.name_language === language ? undefined : row.name_language} dir="auto">{row.name}</a> <span className="ref">{row.ref}</span></>,
  },
  { id: 'country', header: (t) => t('country'), cell: (row, { language }) => <a href={paths.in(language).country(row.country_iso2)}>{row.country}</a> },
  { id: 'levels', header: (t) => t('field.levels'), cell: (row, { t }) => (row.levels.length === 0 ? unknown(t('answer.unknown')) : levelsOf(row.levels)) },
  { id: 'languages', header: (t) => t('field.languages'), cell: (row, { t, language }) => (row.languages.length === 0 ? unknown(t('answer.unknown')) : formatList(language, languagesOf(row.languages, language))) },
  { id: 'cost', header: (t) => t('field.cost'), cell: (row, { t }) => (row.cost === null ? unknown(t('answer.unknown')) : t(`cost.${row.cost}`)) },
  { id: 'offline', header: (t) => t('field.offline'), cell: (row, { t }) => knownOr(row.offline, t) },
  { id: 'learner_data', header: (t) => t('field.learner_data'), cell: (row, { t }) => knownOr(row.learner_data, t) },
  { id: 'state', header: (t) => t('state_head'), unnamed: true, cell: (row, { t }) => platformTag(row.state, t) },
];
