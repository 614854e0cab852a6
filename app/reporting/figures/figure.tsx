import { Bars } from '#app/charts/bars';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Figure } from '#app/ui/figure';
import { Key } from '#app/ui/key';
import { NumbersTable } from './numbers-table';
import type { FigureView } from './view';

interface ReportFigureProps {
  readonly figure: FigureView;
  /** The page that lists the records behind it, and how many there are. */
  readonly href?: string | undefined;
  readonly records?: number;
  readonly csv?: string | undefined;
  /** Shows the table at once. */
  readonly open?: boolean;
}

/** A figure of a report: the finding, the drawing, where it comes from with its n of N, the records behind it, and the same numbers as a table. */
export function ReportFigure({ figure, href, records = 0, csv, open = false }: ReportFigureProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const id = `figure-${figure.name}`;
  const { finding, about, bars } = figure;
  return (
    <Figure
      id={id} open={open}
      finding={<>{t('figures.label', { number: figure.number })} {finding}</>} about={about}
      drawing={bars.length === 0 ? null : <Bars id={`${id}-drawing`} title={about} bars={bars} />}
      legend={figure.key === 'groups' ? <Key entries={[{ swatch: 'c1', label: t('figures.groups.first') }, { swatch: 'q3', label: t('figures.groups.later') }]} /> : undefined}
      origin={{
        source: figure.source, asOf: figure.asOf, ...(csv === undefined ? {} : { csv }),
        note: <>{figure.coverage}{href !== undefined && records > 0 && <>{' '}<a href={href}>{t('figures.records', { count: records, shown: formatNumber(language, records, 0) })}</a>{csv !== undefined && ' ·'}</>}</>,
      }}
      table={<NumbersTable about={about} columns={figure.columns} rows={figure.rows} foot={figure.foot} otherwise={figure.otherwise} />}
    />
  );
}
