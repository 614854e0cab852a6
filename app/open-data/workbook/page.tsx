import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { FileField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { DEFAULT_LIMITS } from '#app/open-data/imports/source/limits';
import { ListTable } from '#app/table/table';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { totalOf, type SheetReport } from './model';
import type { WorkbookRecord } from './queries.server';

/** Where one takes one's own workbook along, and brings it back. */
export function WorkbookPage({ last }: { readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('open-data');
  return (
    <>
      <Crumbs above={[{ href: paths.my, label: t('workbook.my') }]} here={t('workbook.title')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={t('workbook.title')} lede={t('workbook.lede')} />
      <Section id="take" title={t('workbook.take')} note={t('workbook.take_note')}>
        <p><ButtonLink href={paths.ownWorkbook}>{t('workbook.download')}</ButtonLink></p>
        <ul className="flow pt-16">{(['rows', 'choices', 'begin', 'public', 'updates'] as const).map((key) => <li key={key}>{t(`workbook.how.${key}`)}</li>)}</ul>
      </Section>
      <Section id="bring" title={t('workbook.bring')} note={t('workbook.bring_note')}>
        <form method="post" action={paths.workbook} encType="multipart/form-data" className="flow measure" noValidate>
          <FormKey />
          <FileField {...fieldIn(last)('file')} label={t('imports.page.file')} hint={t('workbook.file_hint')} limit={DEFAULT_LIMITS.bytes / 1_000_000} accept=".xlsx" required />
          <Button>{t('workbook.check')}</Button>
        </form>
      </Section>
    </>
  );
}

/** A workbook that came back: what would be written, every error, and the button; afterwards what was written. */
export function WorkbookReport({ record: { id, status, file_name, report }, again }: { readonly record: WorkbookRecord; readonly again: boolean }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const number = (value: number) => formatNumber(language, value);
  const total = totalOf(report);
  const writes = total.new + total.changed;
  const isOpen = status === 'checked';
  return (
    <>
      <Crumbs above={[{ href: paths.my, label: t('workbook.my') }, { href: paths.workbook, label: t('workbook.title') }]} here={<bdi>{file_name}</bdi>} />
      <Head tight title={t(isOpen ? 'workbook.would' : 'workbook.done', { count: writes, shown: number(writes) })} lede={t(isOpen ? 'workbook.would_lede' : 'workbook.done_lede')} />
      {again && isOpen && <Notice tone="warn" role="status">{t('workbook.again')}</Notice>}
      <Stats stats={(['new', 'changed', 'unchanged', 'inError'] as const).map((key) => ({ key, label: t(`imports.counts.${key === 'inError' ? 'error' : key}`), value: number(total[key]), of: t('imports.page.of', { count: total.read, shown: number(total.read) }), notes: [] }))} />
      {report.sheets.map((sheet) => <SheetSection key={sheet.name} sheet={sheet} />)}
      {report.others.length > 0 && <Notice small>{t('workbook.others', { sheets: report.others.join(', ') })}</Notice>}
      {isOpen && (
        <Section id="write" title={t('imports.page.write')} note={t('imports.page.write_note')}>
          {writes === 0 ? <p>{t('imports.page.nothing_to_write')}</p> : (
            <form method="post" action={paths.workbookConfirmation(id)} className="flow">
              <FormKey />
              {total.inError > 0 && <p>{t('workbook.left_out', { count: total.inError, shown: number(total.inError) })}</p>}
              <Button>{t('imports.page.write_button', { count: writes, shown: number(writes) })}</Button>
            </form>
          )}
          <p className="pt-16"><a href={paths.workbook}>{t('workbook.another')}</a></p>
        </Section>
      )}
    </>
  );
}

function SheetSection({ sheet: { name, counts, errors, unread } }: { readonly sheet: SheetReport }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const number = (value: number) => formatNumber(language, value);
  return (
    <Section id={`sheet-${name.toLowerCase()}`} title={<bdi>{name}</bdi>} note={t('workbook.counts', { new: number(counts.new), changed: number(counts.changed), unchanged: number(counts.unchanged), wrong: number(counts.inError) })} wide>
      {errors.length > 0 && (
        <ListTable
          caption={t('workbook.errors', { sheet: name })} rows={errors} keyOf={(error) => `${error.row} ${error.column ?? ''} ${error.problem.code}`} t={t}
          columns={[
            { id: 'row', header: () => t('workbook.row'), cell: (error) => number(error.row) },
            { id: 'column', header: () => t('workbook.column'), cell: (error) => <code dir="ltr">{error.column ?? '–'}</code> },
            { id: 'what', header: () => t('workbook.what'), cell: (error) => t(error.problem.code, error.problem.values ?? {}) },
          ]}
        />
      )}
      {unread.length > 0 && <p className="tiny muted">{t('workbook.unread', { columns: unread.join(', ') })}</p>}
    </Section>
  );
}
