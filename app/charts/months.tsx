import { Fragment } from 'react';
import { useLocale } from '#app/languages/text';
import { Drawing, word } from './drawing';
import { percent, placed } from './geometry';

/** How a tile looks: full, light, only outlined, hatched. */
export type TileLook = 'full' | 'light' | 'open' | 'hatched';

export interface MonthTiles {
  readonly key: string;
  /** One letter, or a number. */
  readonly letter: string;
  /** Whether it is the month of today. */
  readonly now: boolean;
  /** One above the other, each with the day of the month. */
  readonly tiles: readonly { readonly key: string; readonly look: TileLook; readonly text: string }[];
}

interface MonthsProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** One line of months for each, under its label. */
  readonly rows: readonly { readonly key: string; readonly label: string; readonly months: readonly MonthTiles[] }[];
}

const [head, tileHeight, step, foot] = [52, 24, 28, 20];
const grounds: Readonly<Record<TileLook, string | undefined>> = { full: 'f1', light: 'k2', open: 'open', hatched: undefined };

/** Months side by side, with a tile for each thing that stands in one. A month without any keeps its place. */
export function Months({ id, title, description, rows }: MonthsProps) {
  const rtl = useLocale().dir === 'rtl';
  const heights = rows.map(({ months }) => head + step * Math.max(1, ...months.map(({ tiles }) => tiles.length)) + foot);
  const tops = heights.map((_, nth) => heights.slice(0, nth).reduce((sum, height) => sum + height, 0));
  return (
    <Drawing id={id} title={title} description={description} height={heights.reduce((sum, height) => sum + height, -foot)}>
      {rows.map(({ key, label, months }, nth) => (
        <Fragment key={key}>
          {word({ rtl, at: 0, y: (tops[nth] ?? 0) + 16, name: 'l b', children: label })}
          {months.map((month, at) => column({ rtl, month, from: (at * 100) / months.length, size: 100 / months.length, top: tops[nth] ?? 0 }))}
        </Fragment>
      ))}
    </Drawing>
  );
}

function column({ rtl, month, from, size, top }: { readonly rtl: boolean; readonly month: MonthTiles; readonly from: number; readonly size: number; readonly top: number }) {
  const box = { x: placed(rtl, from + size * 0.06, size * 0.88), width: percent(size * 0.88) };
  const middle = { rtl, at: from + size / 2, anchor: 'middle' } as const;
  return (
    <Fragment key={month.key}>
      {word({ ...middle, y: top + 40, name: month.now ? 'b' : 'm', children: month.letter })}
      {month.now && <rect className="f2" {...box} y={top + 45} height={4} />}
      {month.tiles.length === 0 && <rect className="k1" {...box} y={top + head + tileHeight - 2} height={2} />}
      {month.tiles.map(({ key, look, text }, nth) => (
        <Fragment key={key}>
          <rect className={grounds[look]} fill={look === 'hatched' ? 'url(#hatch)' : undefined} {...box} y={top + head + nth * step} height={tileHeight} />
          {word({ ...middle, y: top + head + nth * step + 17, name: look === 'full' ? 'inv b' : 'b', children: text })}
        </Fragment>
      ))}
    </Fragment>
  );
}
