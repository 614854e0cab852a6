import { Fragment } from 'react';
import { useLocale } from '#app/languages/text';
import { barOf, Drawing, word } from './drawing';
import { textWidth, narrowest } from './geometry';

export interface Share {
  readonly key: string;
  readonly label: string;
  readonly part: number;
  readonly whole: number;
  /** At the end of the label's line: "730 of 2,800". */
  readonly count: string;
  /** Behind the part: "26 %". */
  readonly mark: string;
}

interface SharesProps {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Lowest share first. */
  readonly shares: readonly Share[];
}

/** What is reached of what was promised: each bar is its own whole. */
export function Shares({ id, title, description, shares }: SharesProps) {
  const rtl = useLocale().dir === 'rtl';
  const said = description ?? shares.map(({ label, count, mark }) => `${label}: ${count}, ${mark}.`).join(' ');
  return (
    <Drawing id={id} title={title} description={said} height={shares.length * 56}>
      {shares.map(({ key, label, part, whole, count, mark }, row) => {
        const size = whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
        const inside = 100 - size < ((textWidth(mark, 14) + 12) / narrowest) * 100;
        const y = row * 56;
        return (
          <Fragment key={key}>
            {word({ rtl, at: 0, y: y + 16, name: 'l', children: label })}
            {word({ rtl, at: 100, y: y + 16, anchor: 'end', name: 'm', children: count })}
            {barOf(rtl, [{ from: 0, size: 100, fill: 'k1' }, { from: 0, size, fill: 'f1' }], y + 25, 16)}
            {word({ rtl, at: size, y: y + 38, off: inside ? -8 : 8, anchor: inside ? 'end' : 'start', name: inside ? 'b inv' : 'b', children: mark })}
          </Fragment>
        );
      })}
    </Drawing>
  );
}
