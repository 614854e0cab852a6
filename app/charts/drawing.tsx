import type { ReactNode } from 'react';
import { type Fill, placed, percent, type Stretch } from './geometry';

interface DrawingProps {
  /** Unique on the page; title and description hang on it. */
  readonly id: string;
  readonly title: string;
  /** The drawing in words, with its numbers. */
  readonly description: string;
  /** In pixels; the width is that of the column. */
  readonly height: number;
  readonly children: ReactNode;
}

/** A chart for everybody: an image with a title and a description. */
export function Drawing({ id, title, description, height, children }: DrawingProps) {
  return (
    <svg className="chart" width="100%" height={height} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {children}
    </svg>
  );
}

/** Stretches of one bar. `hatch` is a pattern of the sprite, so it is an attribute and not a class. */
export function barOf(rtl: boolean, stretches: readonly Stretch[], y: number, height: number, name = ''): ReactNode {
  return stretches.map(({ from, size, fill }) => (
    <rect key={`${fill} ${from}`} {...painted(fill, name)} x={placed(rtl, from, size)} y={y} width={percent(size)} height={height} />
  ));
}

const painted = (fill: Fill, name: string) =>
  fill === 'hatch' ? { fill: 'url(#hatch)', className: name === '' ? undefined : name } : { className: `${fill} ${name}`.trimEnd() };

interface WordProps {
  readonly rtl: boolean;
  /** In per cent from the side where reading starts. */
  readonly at: number;
  readonly y: number;
  /** Pixels away from that place, in reading direction. */
  readonly off?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly name?: string | undefined;
  readonly children: ReactNode;
}

/** A text of a chart, mirrored by its place. */
export function word({ rtl, at, y, off = 0, anchor = 'start', name, children }: WordProps): ReactNode {
  return (
    <text
      className={name}
      x={placed(rtl, at)}
      y={y}
      dx={off === 0 ? undefined : rtl ? -off : off}
      direction={rtl ? 'rtl' : undefined}
      textAnchor={anchor === 'start' && !rtl ? undefined : anchor}
    >
      {children}
    </text>
  );
}
