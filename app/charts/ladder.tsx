import { Fragment } from 'react';
import { useLocale } from '#app/languages/text';
import { barOf, Drawing, word } from './drawing';
import { scaleFor } from './geometry';

export interface Rise {
  readonly key: string;
  /** Short, for example a year. */
  readonly label: string;
  readonly pledged: number;
  readonly committed: number;
  readonly disbursed: number;
  /** Behind the bar, in bold, then in plain: "80 %", "paid". */
  readonly mark: string;
  readonly unit?: string;
}

interface LadderProps {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly rises: readonly Rise[];
}

/** What was pledged, inside it what was committed, inside that what was paid. All three are cumulative, so bars overlap. */
export function Ladder({ id, title, description, rises }: LadderProps) {
  const rtl = useLocale().dir === 'rtl';
  const said = ({ mark, unit }: Rise) => (unit === undefined ? mark : `${mark} ${unit}`);
  const scale = scaleFor(rises.map((rise) => ({ value: longest(rise), mark: said(rise) })));
  return (
    <Drawing id={id} title={title} description={description ?? rises.map((rise) => `${rise.label}: ${said(rise)}.`).join(' ')} height={rises.length * 52}>
      {rises.map((rise, row) => {
        const y = row * 52;
        return (
          <Fragment key={rise.key}>
            {word({ rtl, at: 0, y: y + 15, name: 'l b', children: rise.label })}
            {barOf(rtl, [{ from: 0, size: rise.pledged * scale, fill: 'k1' }, { from: 0, size: rise.committed * scale, fill: 'k3' }], y + 22, 22)}
            {barOf(rtl, [{ from: 0, size: rise.disbursed * scale, fill: 'f1' }], y + 27, 12)}
            {word({
              rtl,
              at: longest(rise) * scale,
              y: y + 38,
              off: 8,
              children: (
                <>
                  <tspan className="b">{rise.mark}</tspan>
                  {rise.unit !== undefined && ` ${rise.unit}`}
                </>
              ),
            })}
          </Fragment>
        );
      })}
    </Drawing>
  );
}

// More can be committed or paid than was ever pledged; the mark then stands behind the longest of the three.
const longest = ({ pledged, committed, disbursed }: Rise) => Math.max(pledged, committed, disbursed);
