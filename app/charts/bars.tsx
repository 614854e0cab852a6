import { Fragment } from 'react';
import { apart, otherDirection } from '#app/languages/apart';
import { useLocale } from '#app/languages/text';
import { barOf, Drawing, word } from './drawing';
import { type Fill, laidEndToEnd, lineHeight, rowsUnder, scaleFor } from './geometry';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** One to three parts, laid end to end. */
  readonly parts: readonly { readonly value: number; readonly fill: Fill }[];
  /** What stands behind the bar: "56 · 9 %". */
  readonly mark: string;
}

interface BarsProps {
  readonly id: string;
  readonly title: string;
  /** In words; made of labels and marks unless given. */
  readonly description?: string;
  /** Least covered first. */
  readonly bars: readonly Bar[];
}

/** Horizontal bars, each under its label and with its number behind it. */
export function Bars({ id, title, description, bars }: BarsProps) {
  const { dir } = useLocale();
  const rtl = dir === 'rtl';
  const totals = bars.map((bar) => ({ value: bar.parts.reduce((sum, part) => sum + part.value, 0), mark: bar.mark }));
  const scale = scaleFor(totals);
  const { rows, height } = rowsUnder(bars.map((bar) => bar.label));
  return (
    <Drawing id={id} title={title} description={description ?? bars.map(({ label, mark }) => `${label}: ${mark}.`).join(' ')} height={height}>
      {bars.map((bar, at) => {
        const { lines = [], y = 0, bar: top = 0 } = rows[at] ?? {};
        const end = (totals[at]?.value ?? 0) * scale;
        return (
          <Fragment key={bar.key}>
            {lines.map((text, nth) => (
              <Fragment key={nth}>{word({ rtl, at: 0, y: y + nth * lineHeight, name: 'l', children: otherDirection(text, dir) === undefined ? text : apart(text) })}</Fragment>
            ))}
            {barOf(rtl, laidEndToEnd(bar.parts, scale), top, 15)}
            {word({ rtl, at: end, y: top + 12, off: end === 0 ? 0 : 8, name: 'b', children: bar.mark })}
          </Fragment>
        );
      })}
    </Drawing>
  );
}
