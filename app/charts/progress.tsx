import { Fragment } from 'react';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { type Course, type Point, positions } from './course';
import { barOf, Drawing, word } from './drawing';
import { inLanes, placed, type PlacedLabel } from './geometry';

interface ProgressProps {
  readonly id: string;
  readonly title: string;
  readonly course: Course;
  /** Writes a value with its unit; a plain number unless given. */
  readonly say?: (value: number) => string;
}

const lane = 22;

/**
 * One goal: from the baseline to the target, now and what was expected by now, and the first promise beside a later one.
 * What has gone back behind the baseline is drawn in another colour.
 */
export function Progress({ id, title, course, say }: ProgressProps) {
  const t = useText('charts');
  const { language, dir } = useLocale();
  const rtl = dir === 'rtl';
  const at = positions(course);
  const value = say ?? ((number: number) => formatNumber(language, number));
  const label = (key: Point) => {
    const number = course[key];
    const place = at[key];
    return number === null || place === undefined ? [] : [{ key, at: place, text: t(key, { value: value(number) }) }];
  };
  const above = inLanes([...label('target'), ...label('now')], 16);
  const below = inLanes([...label('baseline'), ...label('expected'), ...label('first')], 14);
  const top = lanesOf(above) * lane + 10;
  const height = top + 26 + lanesOf(below) * lane + 16;
  const said = (['baseline', 'now', 'expected', 'target', 'first'] as const).flatMap(label).map(({ text }) => text);
  const start = at.baseline ?? 0;
  const target = at.target ?? 100;
  return (
    <Drawing id={id} title={title} description={`${said.join('. ')}.`} height={height}>
      {barOf(rtl, [{ from: Math.min(start, target), size: Math.abs(target - start), fill: 'k1' }], top, 26)}
      {at.now !== undefined && barOf(rtl, [{ from: Math.min(start, at.now), size: Math.abs(at.now - start), fill: at.now < start ? 'f2' : 'f1' }], top, 26)}
      {at.first !== undefined && at.first > target && (
        <line className="tick--gone" x1={placed(rtl, target)} x2={placed(rtl, at.first)} y1={top + 13} y2={top + 13} />
      )}
      {above.map((one) => (
        <Fragment key={one.key}>
          {tick(rtl, one, top - 10 - one.lane * lane, top + 26)}
          {word({ rtl, at: one.at, y: top - 14 - one.lane * lane, anchor: one.anchor, name: 'l b', children: one.text })}
        </Fragment>
      ))}
      {below.map((one) => (
        <Fragment key={one.key}>
          {tick(rtl, one, top - 4, top + 34 + one.lane * lane, names[one.key])}
          {word({ rtl, at: one.at, y: top + 48 + one.lane * lane, anchor: one.anchor, name: one.key === 'expected' ? undefined : 'm', children: one.text })}
        </Fragment>
      ))}
    </Drawing>
  );
}

const names: Readonly<Record<string, string>> = { expected: 'tick--aim', first: 'tick--past' };

// The outermost ticks would lose half of their width at the edge.
const inEdge = (at: number) => Math.min(99.8, Math.max(0.2, at));

function tick(rtl: boolean, { at }: PlacedLabel, y1: number, y2: number, name = 'tick') {
  const x = placed(rtl, inEdge(at));
  return <line className={name} x1={x} x2={x} y1={y1} y2={y2} />;
}

const lanesOf = (labels: readonly PlacedLabel[]): number => Math.max(0, ...labels.map((label) => label.lane + 1));
