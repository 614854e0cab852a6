import { formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { ReportFigure } from './figure';
import type { GalleryFigure } from './gallery.server';

interface GalleryProps {
  readonly report: { readonly ref: string; readonly title: string };
  readonly figures: readonly GalleryFigure[];
}

/** All figures that a text can be written around, each with what it looks like and what is put into the text. */
export function Gallery({ report, figures }: GalleryProps) {
  const t = useText('reporting');
  return (
    <>
      <Crumbs above={[{ href: paths.reportEdit(report.ref), label: report.title }]} here={t('gallery.title')} />
      <Head tight kick={report.title} title={t('gallery.title')} lede={t('gallery.lede')} />
      {figures.map((figure) => <Section key={figure.key} id={figure.key} wide title={`${figure.number} ${figure.name}`}><GalleryEntry {...figure} /></Section>)}
    </>
  );
}

function GalleryEntry({ about, binding, preview, chapters }: GalleryFigure) {
  const t = useText('reporting');
  const { language } = useLocale();
  const used = chapters.length === 0 ? t('gallery.unused') : t('gallery.used', { count: chapters.length, chapters: formatList(language, chapters.map((one) => formatNumber(language, one, 0))) });
  return (
    <div className="flow">
      <p>{t('gallery.binding')} <code dir="ltr">{binding}</code></p>
      <p className="small muted">{used}</p>
      {preview === null ? <p>{about} {t('gallery.unseen')}</p> : (
        <>
          {!preview.frozen && <p className="small">{t('gallery.earlier', { year: preview.year })}</p>}
          <ReportFigure figure={preview.figure} />
        </>
      )}
    </div>
  );
}
