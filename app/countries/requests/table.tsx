import { formatDate } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { requestTag, worthOf } from '../marks';
import type { RequestRow } from './list';

/** Requests on screen; the columns of their files are in `columns.ts`. */
export const requestTable: readonly Column<RequestRow>[] = [
  {
    id: 'request', header: (t) => t('requests.request'),
    cell: (row, { language }) => <><a href={paths.in(language).request(row.ref)} lang={row.title_language === language ? undefined : row.title_language} dir="auto">{row.title}</a> <span className="ref">{row.ref}</span></>,
  },
  { id: 'country', header: (t) => t('requests.country'), cell: (row, { language }) => <a href={paths.in(language).country(row.country_iso2)}>{row.country}</a> },
  { id: 'pillar', header: (t) => t('requests.pillar'), cell: (row) => row.pillar.title },
  { id: 'needed', header: (t) => t('requests.needed'), unbroken: true, cell: (row, { t, language }) => worthOf(row, t, language) },
  { id: 'deadline', header: (t) => t('requests.by'), sort: 'deadline', unbroken: true, cell: (row, { language }) => formatDate(language, row.deadline_on, 'short') },
  { id: 'state', header: (t) => t('requests.state_head'), unnamed: true, cell: (row, { t }) => requestTag(row, t) },
];
