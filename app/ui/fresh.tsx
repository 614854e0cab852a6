import type { ReactNode } from 'react';
import { icons } from './icon';

interface FreshProps {
  /** `due`: an update is expected soon; `old`: none came for a whole cycle. */
  readonly age?: 'due' | 'old' | undefined;
  readonly children: ReactNode;
}

/** How old a claim is. It always stands beside the status, because the two answer different questions. */
export function Fresh({ age, children }: FreshProps) {
  return (
    <span className={age === undefined ? 'fresh' : `fresh fresh--${age}`}>
      {icons.clock}
      {children}
    </span>
  );
}
