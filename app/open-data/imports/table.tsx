import { formatDayInZone, formatNumber, formatTime } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { RowError } from './model';
import { recordLink } from './links';
import type { Change } from './outcome';
import type { ImportStatus } from './policy';
import type { ImportRow } from './queries.server';
import { rowErrorText } from './words';

const tones: Readonly<Record<ImportStatus, Tone>> = { checked: 'late', applied: 'ok', abandoned: 'draft' };

/** The imports so far. */
export const importColumns: readonly Column<ImportRow>[] = [
  { id: 'file', header: (t) => t('imports.page.file'), cell: (row) => <a href={paths.import(row.id)}><bdi>{row.file_name}</bdi></a> },
  { id: 'kind', header: (t) => t('imports.page.kind'), cell: (row, { t }) => t(`imports.kinds.${row.kind}`) },
  { id: 'when', header: (t) => t('imports.page.when'), cell: (row, { language }) => <>{formatDayInZone(language, row.created_at, 'UTC')}, {formatTime(language, row.created_at, 'UTC')} UTC</> },
  { id: 'who', header: (t) => t('imports.page.who'), cell: (row, { t }) => row.person ?? t('imports.page.operator') },
  { id: 'result', header: (t) => t('imports.page.result'), cell: (row, { t, language }) => t('imports.page.counts', inWords(row, language)) },
  { id: 'status', header: (t) => t('imports.page.state'), unnamed: true, cell: (row, { t }) => <Tag tone={tones[row.status]}>{t(`imports.states.${row.status}`)}</Tag> },
];

/** The four counts, for a sentence. */
export function inWords({ counts }: Pick<ImportRow, 'counts'>, language: Parameters<typeof formatNumber>[0]): Record<'new' | 'changed' | 'unchanged' | 'errors', string> {
  const number = (value: number) => formatNumber(language, value);
  return { new: number(counts.new), changed: number(counts.changed), unchanged: number(counts.unchanged), errors: number(counts.inError) };
}

/** Errors, by row and column; what the file says is shown where the error names it. */
export const errorColumns: readonly Column<RowError>[] = [
  { id: 'row', header: (t) => t('imports.page.row'), cell: (error, { language }) => <b>{formatNumber(language, error.row)}</b> },
  { id: 'column', header: (t) => t('imports.page.column'), cell: (error, { t }) => (error.column === null ? t('imports.page.whole_row') : <bdi>{error.column}</bdi>) },
  { id: 'found', header: (t) => t('imports.page.found'), cell: (error) => <span>{error.values['found'] === undefined ? '' : <code dir="auto">{String(error.values['found'])}</code>}</span> },
  { id: 'wrong', header: (t) => t('imports.page.wrong'), cell: (error, { t }) => rowErrorText(t, error) },
];

/** Values that change, old and new. */
export const changeColumns: readonly Column<Change>[] = [
  { id: 'row', header: (t) => t('imports.page.row'), cell: (change, { language }) => formatNumber(language, change.row) },
  { id: 'record', header: (t) => t('imports.page.record'), cell: (change, { language }) => <span>{recordLink(language, change.record)}</span> },
  { id: 'field', header: (t) => t('imports.page.field'), cell: (change) => <code dir="ltr">{change.field}</code> },
  { id: 'before', header: (t) => t('imports.page.before'), cell: ({ before }, { t }) => <span dir="auto">{before === null ? t('imports.page.nothing') : <del>{before}</del>}</span> },
  { id: 'after', header: (t) => t('imports.page.after'), cell: ({ after }, { t }) => <span dir="auto">{after === null ? t('imports.page.nothing') : <ins>{after}</ins>}</span> },
];
