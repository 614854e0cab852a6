import type { ReactNode } from 'react';

export interface Count {
  readonly key: string;
  readonly label: ReactNode;
  readonly count: ReactNode;
  readonly href: string;
}

interface TallyProps {
  /** What is counted, for example "The 52 by status". */
  readonly label: string;
  readonly counts: readonly Count[];
}

/** Counts that are links to what they count. */
export function Tally({ label, counts }: TallyProps) {
  return (
    <ul className="tally" aria-label={label}>
      {counts.map(({ key, label: name, count, href }) => (
        <li key={key}>
          <a href={href}>
            {name} <b>{count}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}
