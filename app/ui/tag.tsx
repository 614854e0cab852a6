import type { ReactNode } from 'react';
import { type IconName, icons } from './icon';

/** How a state feels: good, moving, behind, wrong, unknown, not yet. Domains choose the word. */
export type Tone = 'ok' | 'prog' | 'late' | 'off' | 'none' | 'draft';

interface TagProps {
  readonly tone: Tone;
  /** Another icon than that of the tone; `null` for a tag that is no status. */
  readonly icon?: IconName | null;
  readonly children: ReactNode;
}

/** A status: ground, icon and word, so that it never rests on colour. */
export function Tag({ tone, icon = tone, children }: TagProps) {
  return (
    <span className={tone === 'draft' ? 'tag' : `tag tag--${tone}`}>
      {icon !== null && icons[icon]}
      {children}
    </span>
  );
}
