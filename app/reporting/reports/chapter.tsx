import { formatDate, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { ReportFigure } from '#app/reporting/figures/figure';
import { Notice } from '#app/ui/notice';
import type { Chapter, ChapterPiece } from './chapters.server';
import { Prose } from '#app/document/prose';

/** One chapter of a report: its text with the figures in their places. */
export function ChapterView({ chapter, report }: { readonly chapter: Chapter; readonly report: string | undefined }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const other = chapter.language === language ? undefined : chapter.language;
  return (
    <>
      <h2 id={chapter.id} lang={other} dir={other === undefined ? undefined : 'auto'}><span className="num">{chapter.number}</span> {chapter.heading}</h2>
      {chapter.signed_off_on !== null && <p className="meta">{t('report.signed_off', { on: formatDate(language, chapter.signed_off_on) })}</p>}
      {other !== undefined && <Notice small>{t('report.not_translated', { language: languageName(language, other) })}</Notice>}
      {chapter.machine && <Notice small tone="warn">{t('report.machine')}</Notice>}
      <Pieces pieces={chapter.pieces} under={2} language={other} report={report} />
    </>
  );
}

interface PiecesProps {
  readonly pieces: readonly ChapterPiece[];
  readonly under: number;
  /** Set where the text is in another language than the page. */
  readonly language?: string | undefined;
  /** The reference of the report that the figures belong to; without it they link nowhere. */
  readonly report?: string | undefined;
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
        const href = report === undefined ? undefined : paths.in(language).figure(report, piece.figure.key);
        return <ReportFigure key={at} figure={piece.figure} records={piece.records} href={href} csv={href === undefined ? undefined : fileOf(href, 'csv')} />;
      })}
    </>
  );
}
