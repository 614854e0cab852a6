import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';
import type { Some, WrittenRecord } from './following.server';
import { listOf, recordLink } from './links';
import type { ImportRecord } from './queries.server';

/** Where what was written stands now. */
export function RecordsSection({ record, written }: { readonly record: ImportRecord; readonly written: Some<WrittenRecord> }) {
  const t = useText('open-data');
  const { language } = useLocale();
  return (
    <Section id="records" title={t('imports.page.records')}>
      <Links entries={[listOf(record.kind, language, t)]} />
      {written.rows.length > 0 && (
        <details>
          <summary>{t('imports.page.records_written', { count: written.count, shown: formatNumber(language, written.count), listed: formatNumber(language, written.rows.length) })}</summary>
          <ul>{written.rows.map((one) => <li key={one.ref}>{recordLink(language, one)} <span dir="auto">{one.name ?? ''}</span></li>)}</ul>
        </details>
      )}
    </Section>
  );
}
