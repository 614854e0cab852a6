import { formatDayInZone, formatNumber, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Stats } from '#app/ui/stats';
import { Tag } from '#app/ui/tag';
import type { ImportRecord } from './queries.server';
import { inWords } from './table';

/** The opening of an import: what was read, and what happens or has happened to it. */
export function Opening({ record }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const written = record.counts.new + record.counts.changed;
  const count = record.status === 'applied' ? written : record.counts.read;
  const when = `${formatDayInZone(language, record.created_at, 'UTC')}, ${formatTime(language, record.created_at, 'UTC')} UTC`;
  return (
    <Head
      kick={<>{t(`imports.states.${record.status}`)} · <bdi>{record.file_name}</bdi> · {t(`imports.kinds.${record.kind}`)} · {t('imports.page.uploaded', { when })}</>}
      title={t(`imports.titles.${record.status}`, { count, shown: formatNumber(language, count) })}
      lede={t(`imports.ledes.${record.status}`, { ...inWords(record, language) })}
    >
      {record.group !== null && <span className="small muted">{t('imports.programme.about', { group: record.group, zone: record.time_zone ?? '' })}</span>}
    </Head>
  );
}

/** New, changed, unchanged and in error, each of all rows. */
export function CountsOfRows({ record: { counts, errors, status } }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const number = (value: number) => formatNumber(language, value);
  const of = t('imports.page.of', { count: counts.read, shown: number(counts.read) });
  const mood = status === 'applied' ? 'done' : 'would';
  return (
    <Stats stats={[
      { key: 'new', label: <Tag tone="prog" icon="plus">{t('imports.counts.new')}</Tag>, value: number(counts.new), of, notes: [t(`imports.counts.new_${mood}`)] },
      { key: 'changed', label: <Tag tone="late" icon="draft">{t('imports.counts.changed')}</Tag>, value: number(counts.changed), of, notes: counts.changed > 0 ? [t('imports.counts.changed_note')] : [] },
      { key: 'unchanged', label: <Tag tone="draft" icon="ok">{t('imports.counts.unchanged')}</Tag>, value: number(counts.unchanged), of, notes: [t('imports.counts.unchanged_note')] },
      { key: 'error', label: <Tag tone="off" icon="err">{t('imports.counts.error')}</Tag>, value: number(counts.inError), of, notes: [t('imports.counts.errors', { count: errors, shown: number(errors) })] },
    ]} />
  );
}

/** What stands now differs from what a person saw before they pressed the button. */
export function ChangedMeanwhile({ record }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const { before } = record.outcome;
  if (before === null || record.status !== 'checked') return null;
  return <Notice tone="warn" role="status" title={t('imports.page.differs')}>{t('imports.page.differs_text', { then: t('imports.page.counts', inWords({ counts: before }, language)), now: t('imports.page.counts', inWords(record, language)) })}</Notice>;
}
