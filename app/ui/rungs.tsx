import type { ReactNode } from 'react';
import { useText } from '#app/languages/text';
import { Icon } from './icon';

export interface Rung {
  readonly key: string;
  readonly label: string;
  readonly on: boolean;
  readonly note?: ReactNode;
}

/** How far a claim has been verified, rung by rung. */
export function Rungs({ rungs }: { readonly rungs: readonly Rung[] }) {
  const t = useText('ui');
  return (
    <ol className="rungs">
      {rungs.map(({ key, label, on, note }) => (
        <li key={key} className={on ? 'on' : undefined}>
          <b>
            <Icon name={on ? 'ok' : 'none'} />
            {label}
          </b>
          <span className="vh">{t(on ? 'rung.on' : 'rung.off')}</span>
          {note !== undefined && <span>{note}</span>}
        </li>
      ))}
    </ol>
  );
}
