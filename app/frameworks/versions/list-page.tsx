import type { SubmissionResult } from '@conform-to/react';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { versionHref } from '../addresses';
import type { KeptText, KeptVersion } from './queries.server';

const columnsOf = (code: string): readonly Column<KeptVersion>[] => [
  {
    id: 'version', header: (t) => t('versions.version'),
    cell: (row, { t, language }) => <a href={row.status === 'draft' ? paths.draft(code, row.number) : versionHref(code, row.number, language)}>{t('versions.named', { number: row.number })}</a>,
  },
  { id: 'status', header: (t) => t('ledger.status'), unnamed: true, cell: (row, { t }) => <Tag tone={row.status === 'published' ? 'ok' : 'draft'} icon={row.status === 'superseded' ? null : row.status === 'published' ? 'ok' : 'draft'}>{t(`version_status.${row.status}`)}</Tag> },
  { id: 'published', header: (t) => t('versions.published'), unbroken: true, cell: (row, { t, language }) => (row.published_on === null ? <span className="muted">{t('draft.not_published')}</span> : formatDate(language, row.published_on)) },
  { id: 'standing', header: (t) => t('draft.standing'), cell: (row, { t }) => t(`standing.${row.standing}`) },
  { id: 'clauses', header: (t) => t('versions.clauses'), numeric: true, cell: (row, { language }) => formatNumber(language, row.clauses) },
  { id: 'endorsements', header: (t) => t('declaration.endorsements'), numeric: true, cell: (row, { language }) => formatNumber(language, row.endorsements) },
];

/** The versions of a text at the desk of those who keep it, and the start of the next one. */
export function TextVersionsPage({ text, result }: { readonly text: KeptText; readonly result: SubmissionResult<string[]> | undefined }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const draft = text.versions.find(({ status }) => status === 'draft');
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).frameworks(), label: t('list.title') }]} here={text.name} />
      <ErrorSummary errors={summaryOf(result?.error ?? {})} />
      <Head tight title={t('text.title')} lede={text.name} />
      <Section id="versions" title={t('text.versions')} note={t('text.versions_note')} wide>
        <ListTable caption={t('text.versions')} columns={columnsOf(text.code)} rows={text.versions} keyOf={(row) => row.id} t={t} />
      </Section>
      <Section id="start" title={t('text.next')} note={t('text.next_note')}>
        {draft === undefined ? (
          <form method="post" className="flow measure">
            <FormKey />
            <RadioField name="from" label={t('text.from')} defaultValue="copy" errors={result?.error?.['from'] ?? undefined} choices={(['copy', 'empty'] as const).map((value) => ({ value, label: t(`text.from_${value}`), hint: t(`text.from_${value}_hint`) }))} />
            <Button>{t('text.start')}</Button>
          </form>
        ) : <p><a href={paths.draft(text.code, draft.number)}>{t('text.go_on', { number: draft.number })}</a></p>}
      </Section>
    </>
  );
}
