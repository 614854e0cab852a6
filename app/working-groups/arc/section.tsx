import { Months, type TileLook } from '#app/charts/months';
import { formatDate, formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Figure } from '#app/ui/figure';
import { Key, type Swatch } from '#app/ui/key';
import { Section } from '#app/ui/section';
import { ArcList } from './list';
import { arcMonths, countsOf, rowMonths, type ArcEntry, type ArcKind, type ArcMonth } from './model';

export interface ArcSectionProps {
  readonly group: { readonly ref: string };
  readonly months: readonly ArcMonth[];
  readonly today: string;
  /** Whether the viewer plans sessions of the group. */
  readonly plans: boolean;
}

const looks: Readonly<Record<ArcKind, TileLook>> = { held: 'full', planned: 'light', proposed: 'open', called_off: 'hatched' };
const swatches: Readonly<Record<ArcKind, Swatch>> = { held: 'c1', planned: 'q2', proposed: 'a', called_off: 'x' };
/** As many tiles as stand in one month; of more the first are drawn. */
const mostTiles = 4;

/** Two years of a group: when it met, when it will, and to which days its cadence leads. Nothing where nothing stands in them. */
export function ArcSection({ group, months, today, plans }: ArcSectionProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const counts = countsOf(months);
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (counts.length === 0 || first === undefined || last === undefined) return null;
  const month = (day: string) => formatDate(language, day, 'month');
  const finding = formatList(language, counts.map(({ kind, count }) => t(`arc.count.${kind}`, { count, shown: formatNumber(language, count) })));
  const rows = Array.from({ length: arcMonths / rowMonths }, (_, nth) => months.slice(nth * rowMonths, (nth + 1) * rowMonths))
    .map((ones) => ({ key: ones[0]?.month ?? '', label: t('arc.from_to', { from: month(ones[0]?.month ?? ''), to: month(ones.at(-1)?.month ?? '') }), months: ones }));
  return (
    <Section id="arc" title={t('arc.title')} note={t('arc.note')}>
      <Figure
        finding={finding} about={t('arc.about', { from: month(first), to: month(last) })} open summary={t('arc.list')}
        drawing={<Months id="arc-months" title={finding} description={months.filter(({ entries }) => entries.length > 0).map((one) => `${month(one.month)}: ${saying(one.entries)}.`).join(' ')} rows={rows.map((row) => ({ ...row, months: row.months.map(tilesOf) }))} />}
        legend={<Key entries={counts.map(({ kind }) => ({ swatch: swatches[kind], label: t(`arc.kind.${kind}`) }))} />}
        origin={{ source: t('arc.source'), asOf: today }}
        table={<div className="cols cols-2">{rows.map((row) => <ArcList key={row.key} group={group.ref} label={row.label} months={row.months} plan={plans ? `${paths.groupDesk(group.ref)}#plan` : undefined} next={months.flatMap(({ entries }) => entries).find(({ kind }) => kind === 'proposed')} />)}</div>}
      />
    </Section>
  );

  function saying(entries: readonly ArcEntry[]): string {
    return formatList(language, entries.map(({ kind, day }) => `${formatDate(language, day, 'yearly')} (${t(`arc.kind.${kind}`)})`));
  }

  function tilesOf({ month: key, entries }: ArcMonth) {
    const shown = entries.length > mostTiles ? entries.slice(0, mostTiles - 1) : entries;
    const tiles = shown.map(({ kind, day }, nth) => ({ key: `${day} ${nth}`, look: looks[kind], text: String(Number(day.slice(8))) }));
    return { key, letter: formatDate(language, key, 'letter'), now: today.startsWith(key.slice(0, 7)), tiles: entries.length > mostTiles ? [...tiles, { key: 'more', look: 'open' as const, text: '…' }] : tiles };
  }
}
