import { Bars } from '#app/charts/bars';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { FigureTable } from '#app/ui/figure-table';
import { Figure } from '#app/ui/figure';
import { Key } from '#app/ui/key';
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
  const id = `figure-${figure.key}`;
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
      table={<NumbersTable figure={figure} />}
    />
  );
}

/** The numbers of a figure, as a table; one of many columns becomes blocks on a phone. */
function NumbersTable({ figure }: { readonly figure: FigureView }) {
  const t = useText('reporting');
  const { about, columns, rows, foot } = figure;
  if (columns.length <= 3) return <FigureTable caption={about} columns={columns} rows={rows} {...(foot === undefined ? {} : { foot })} />;
  const listed = columns.map(({ label, words }, at): Column<readonly string[]> => ({ id: label, header: () => label, numeric: !words, cell: (row) => row[at] ?? '' }));
  return <ListTable caption={about} columns={listed} rows={rows} keyOf={(row) => row.slice(0, 2).join(' ')} t={t} />;
}
