import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Section } from '#app/ui/section';
import type { RowError } from './model';
import type { MissingCount } from './outcome';
import type { ImportRecord } from './queries.server';
import { changeColumns, errorColumns } from './table';
import { noteText, repeatText } from './words';

/** All errors at once; the first of them here, all of them in a file. */
export function ErrorsSection({ record, errors }: { readonly record: ImportRecord; readonly errors: readonly RowError[] }) {
  const t = useText('open-data');
  const { language } = useLocale();
  if (errors.length === 0) return null;
  const total = { count: record.errors, shown: formatNumber(language, record.errors) };
  return (
    <Section id="errors" title={t('imports.page.errors')} note={t('imports.page.errors_note', total)}>
      <ListTable caption={t('imports.page.errors_caption')} columns={errorColumns} rows={errors} keyOf={(error) => `${error.row} ${error.column ?? ''} ${error.code}`} t={t} hidden={errors.some((error) => error.values['found'] !== undefined) ? [] : ['found']} />
      <ul className="links"><li><a href={paths.importErrors(record.id)}>{t('imports.page.errors_file', total)}</a></li></ul>
    </Section>
  );
}

/** Old and new values of what changes. */
export function ChangesSection({ record: { outcome } }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { language } = useLocale();
  if (outcome.changes.length === 0) return null;
  const shown = formatNumber(language, outcome.changes.length);
  return (
    <Section id="changes" title={t('imports.counts.changed')} note={t('imports.page.changes_note', { shown, total: formatNumber(language, outcome.values) })}>
      <ListTable caption={t('imports.page.changes_caption')} columns={changeColumns} rows={outcome.changes} keyOf={(change) => `${change.row} ${change.record.ref} ${change.field}`} kind="diff" t={t} />
    </Section>
  );
}

/** What a person should know about the file: how it was read, what it repeats, what it does not say. */
export function NotesSection({ record: { outcome } }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const { notes, repeats, repeated, missing } = outcome;
  if (notes.length + repeats.length + missing.length === 0) return null;
  return (
    <Section id="notes" title={t('imports.page.notes')} note={t('imports.page.notes_note')}>
      <ul>
        {notes.map((note) => <li key={note.code}><bdi>{noteText(t, note)}</bdi></li>)}
        {repeats.length > 0 && <li>{t('imports.page.repeated', { count: repeated, shown: formatNumber(language, repeated) })}</li>}
      </ul>
      {repeats.length > 0 && (
        <details>
          <summary>{t('imports.page.repeated_which')}</summary>
          <ul>{repeats.map((repeat) => <li key={repeat.row}>{t('imports.page.row_says', { row: repeat.row, says: repeatText(t, { row: repeat.first, because: repeat.because }) })}</li>)}</ul>
        </details>
      )}
      {missing.length > 0 && <MissingTable missing={missing} />}
    </Section>
  );
}

function MissingTable({ missing }: { readonly missing: readonly MissingCount[] }) {
  const t = useText('open-data');
  return (
    <ListTable
      caption={t('imports.page.missing_caption')} titled rows={missing} keyOf={(one) => `${one.field} ${one.reason}`} t={t}
      columns={[
        { id: 'field', header: () => t('imports.page.field'), cell: (one) => <code dir="ltr">{one.field}</code> },
        { id: 'reason', header: () => t('imports.page.reason'), cell: (one) => t(`imports.missing.${one.reason}`) },
        { id: 'rows', header: () => t('imports.page.rows'), numeric: true, cell: (one, { language }) => formatNumber(language, one.rows) },
      ]}
    />
  );
}
