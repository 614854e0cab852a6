import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { shortHash } from '#app/reporting/figures/view';
import { Contents } from '#app/ui/contents';
import { Crumbs } from '#app/ui/crumbs';
import { ChapterView } from './chapter';
import type { Chapter } from './chapters.server';
import { CorrectionNotes } from './errata/notes';
import type { ReportRecord } from './queries.server';

interface PublishedReportProps {
  readonly report: ReportRecord;
  readonly chapters: readonly Chapter[];
}

/** A published report on one page, with its table of contents beside it. */
export function PublishedReport({ report, chapters }: PublishedReportProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  const { title, title_language, snapshot, published_on } = report;
  /** Files and pages of figures are those of the edition that stands. */
  const standing = report.corrected_by === null;
  const other = title_language === language ? undefined : title_language;
  const day = (on: string | null | undefined) => (on === null || on === undefined ? '' : formatDate(language, on));
  const edition = t('report.edition', { edition: report.edition, published: day(published_on) });
  return (
    <>
      <Crumbs above={[{ href: to.reports(), label: t('list.title') }]} here={title} />
      <div className="pt-16 with-toc">
        <article className="prose">
          <a className="to-toc noprint" href="#contents">{t('report.all_chapters')}</a>
          <p className="kick">{report.coalition}</p>
          <h1 lang={other}>{title}</h1>
          {report.summary !== null && <p className="lede" lang={other}>{report.summary}</p>}
          <p className="meta">{edition} {snapshot !== null && <>{t('report.figures_as_of', { asOf: day(snapshot.as_of) })} {t('report.snapshot')} <bdi className="num">{shortHash(snapshot.sha256)}</bdi></>}</p>
          <CorrectionNotes report={report} />
          {chapters.map((chapter) => <ChapterView key={chapter.id} chapter={chapter} report={standing ? report.ref : undefined} />)}
        </article>
        <Contents
          id="contents" label={t('report.chapters')} head={<><p className="small"><strong>{title}</strong></p><p className="pb-8 tiny muted">{edition}</p></>}
          chapters={chapters.map(({ id, heading }) => ({ href: `#${id}`, label: heading }))}
          also={!standing ? [] : [{ href: fileOf(to.report(report.ref), 'pdf'), label: t('report.pdf') }, { href: fileOf(to.report(report.ref), 'csv'), label: t('report.csv') }]}
        />
      </div>
    </>
  );
}
