import type { ReactNode } from 'react';
import type { Entry } from './entry';

export interface FootProps {
  readonly columns: readonly { readonly title: string; readonly entries: readonly Entry[] }[];
  readonly note: ReactNode;
}

/** The foot holds every entry of the menu; the phone's menu link leads here. */
export function Foot({ columns, note }: FootProps) {
  return (
    <footer className="foot" id="menu">
      <div className="wrap">
        <div className="cols cols-4">
          {columns.map((column) => (
            <div key={column.title}>
              <h2>{column.title}</h2>
              <ul className="plain">
                {column.entries.map((entry) => (
                  <li key={entry.href}>
                    <a href={entry.href}>{entry.label}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <small>{note}</small>
      </div>
    </footer>
  );
}
