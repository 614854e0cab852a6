import type { ReactNode } from 'react';

/** A colour of the charts (`c1`…`c6`, `q1`…`q5`) or a step of shading (`a`…`e`, `x` for not applicable). */
export type Swatch = keyof typeof grounds;

// Spelled out, because the stylesheet is made from the class names that stand in the source.
const grounds = {
  c1: 'bg-c1',
  c2: 'bg-c2',
  c3: 'bg-c3',
  c4: 'bg-c4',
  c5: 'bg-c5',
  c6: 'bg-c6',
  q1: 'bg-q1',
  q2: 'bg-q2',
  q3: 'bg-q3',
  q4: 'bg-q4',
  q5: 'bg-q5',
  a: 'a',
  b: 'b',
  c: 'c',
  d: 'd',
  e: 'e',
  x: 'x',
} as const;

interface KeyProps {
  readonly entries: readonly { readonly swatch: Swatch; readonly label: ReactNode }[];
}

/** What the shades of a figure stand for. */
export function Key({ entries }: KeyProps) {
  return (
    <ul className="key">
      {entries.map(({ swatch, label }) => (
        <li key={swatch}>
          <i className={grounds[swatch]} />
          {label}
        </li>
      ))}
    </ul>
  );
}
