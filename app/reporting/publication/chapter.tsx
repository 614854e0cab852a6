import { Prose } from '#app/document/prose';
import { formatDate, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { ReportFigure } from '#app/reporting/figures/figure';
import { shortHash } from '#app/reporting/figures/view';
import { CorrectionNotes } from '#app/reporting/reports/errata/notes';
import { Notice } from '#app/ui/notice';
import type { Chapter, ChapterPiece } from './chapters.server';
import type { EditionModel } from './edition';
import { EditionPage } from './edition-page';

interface ChapterPageProps {
  readonly edition: EditionModel;
  readonly chapter: Chapter;
  readonly named: number | undefined;
}

/** One chapter of an edition on a page of its own, with those before and after it. */
export function ChapterPage({ edition, chapter, named }: ChapterPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const other = chapter.language === language ? undefined : chapter.language;
  const auto = other === undefined ? undefined : 'auto';
  return (
    <EditionPage edition={edition} named={named} chapter={chapter}>
      <p className="kick">{t('edition.chapter_of', { number: chapter.number, total: edition.chapters.length })}</p>
      <h1 lang={other} dir={auto}>{chapter.heading}</h1>
      <p className="meta">
        {chapter.signed_off_on !== null && <>{t('report.signed_off', { on: formatDate(language, chapter.signed_off_on) })} </>}
        {t('report.figures_as_of', { asOf: formatDate(language, edition.asOf) })} {t('report.snapshot')} <bdi className="num">{shortHash(edition.snapshot.sha256)}</bdi>
      </p>
      {edition.corrections.corrected_by !== null && <CorrectionNotes report={{ ref: edition.ref, edition: edition.number, ...edition.corrections, errata: [] }} />}
      {other !== undefined && <Notice small>{t('report.not_translated', { language: languageName(language, other) })}</Notice>}
      {chapter.outdated && <Outdated edition={edition} chapter={chapter} named={named} />}
      {chapter.machine && <Notice small tone="warn">{t('report.machine')}</Notice>}
      <Pieces pieces={chapter.pieces} under={1} language={other} report={{ ref: edition.ref, edition: named }} />
      <Neighbours edition={edition} chapter={chapter} named={named} />
    </EditionPage>
  );
}

/** SE-6: what this says is not what counts any more; that is one link away. */
function Outdated({ edition: { ref, authoritative }, chapter, named }: ChapterPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  return (
    <Notice small tone="warn">
      {t('report.outdated', { language: languageName(language, authoritative) })}{' '}
      <a href={paths.in(authoritative).chapter(ref, chapter.number, named)} hrefLang={authoritative}>{t('report.authoritative')}</a>
    </Notice>
  );
}

function Neighbours({ edition, chapter, named }: ChapterPageProps) {
  const t = useText('reporting');
  const to = paths.in(useLocale().language);
  const at = edition.chapters.indexOf(chapter);
  const link = (one: Chapter | undefined, rel: 'prev' | 'next') =>
    one === undefined ? null : <a href={to.chapter(edition.ref, one.number, named)} rel={rel} className={rel === 'next' ? 'push' : undefined}><span lang={one.language}>{one.number} {one.heading}</span></a>;
  return <nav className="pt-32 links" aria-label={t('edition.neighbours')}>{link(edition.chapters[at - 1], 'prev')}{link(edition.chapters[at + 1], 'next')}</nav>;
}

interface PiecesProps {
  readonly pieces: readonly ChapterPiece[];
  readonly under: number;
  /** Set where the text is in another language than the page. */
  readonly language?: string | undefined;
  /** The report that the figures belong to, with its edition where the address names one; without it they link nowhere. */
  readonly report?: { readonly ref: string; readonly edition: number | undefined } | undefined;
}

/** Text and figures in turn. */
export function Pieces({ pieces, under, language: other, report }: PiecesProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  return (
    <>
      {pieces.map((piece, at) => {
        if (piece.kind === 'prose') return <div key={at} className="flow" lang={other} dir={other === undefined ? undefined : 'auto'}><Prose blocks={piece.blocks} under={under} /></div>;
        if (piece.kind === 'pending') return <Notice key={at} small tone="none" title={t(`figures.${piece.key}.name`)}>{t('figures.pending')}</Notice>;
        if (piece.kind === 'unknown') return <Notice key={at} small tone="err" title={<code dir="ltr">{piece.key}</code>}>{t('figures.unknown')}</Notice>;
        const href = report === undefined ? undefined : paths.in(language).figure(report.ref, piece.figure.name, report.edition);
        return <ReportFigure key={at} figure={piece.figure} records={piece.records} href={href} csv={href === undefined ? undefined : fileOf(href, 'csv')} />;
      })}
    </>
  );
}
