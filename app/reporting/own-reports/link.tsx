import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { NamedReport } from './subjects.server';

/** The way from a record to what the latest report says of it. */
export function OwnReportLink({ report }: { readonly report: NamedReport | undefined }) {
  const t = useText('reporting');
  const { language } = useLocale();
  if (report === undefined) return null;
  return <p className="small noprint"><a href={paths.in(language).ownReport(report.ref, report.kind, report.code)}>{t('own.to', { year: report.year, name: report.name })}</a></p>;
}
