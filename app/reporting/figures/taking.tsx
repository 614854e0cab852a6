import { rowsUnder } from '#app/charts/geometry';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { Links } from '#app/ui/links';
import type { FigureView } from './view';

interface TakingProps {
  readonly figure: FigureView;
  readonly report: { readonly ref: string; readonly edition: number };
  /** Where the portal is found. */
  readonly publicUrl: string;
}

/** How others show a figure on their pages, and its files: always those of this edition, which stay. */
export function Taking({ figure, report, publicUrl }: TakingProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.figure(report.ref, figure.name, report.edition);
  const height = rowsUnder(figure.bars.map((bar) => bar.label)).height + 420;
  const said = figure.finding.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const snippet = `<iframe src="${publicUrl}${to.figureEmbed(report.ref, figure.name, report.edition)}" title="${said}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
  return (
    <div className="flow">
      <p>{t('embed.how')}</p>
      <p className="hash">{snippet}</p>
      <Links entries={[
        { href: fileOf(path, 'svg'), label: t('embed.svg') }, { href: fileOf(`${path}/numbers`, 'csv'), label: t('embed.numbers') },
        { href: fileOf(path, 'csv'), label: t('embed.records') }, { href: to.figureEmbed(report.ref, figure.name, report.edition), label: t('embed.page') },
      ]} />
    </div>
  );
}
