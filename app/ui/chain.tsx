import type { ReactNode } from 'react';

export interface Station {
  /** Which of the seven it is: endorsement, clause, commitment, money, decision, progress, figure of a report. */
  readonly kind: string;
  readonly title: ReactNode;
  readonly href?: string | undefined;
  readonly note?: ReactNode;
  /** `here`: the page one is on; `gap`: nothing is linked, which the title says in words. */
  readonly state?: 'here' | 'gap' | undefined;
}

interface ChainProps {
  readonly stations: readonly Station[];
  /** Names the navigation; without it the chain is a plain list. */
  readonly label?: string;
}

/** The chain: seven stations in a fixed order. A missing one stays visible. */
export function Chain({ stations, label }: ChainProps) {
  const list = (
    <ol className="chain">
      {stations.map((station) => (
        <li key={station.kind} className={station.state}>
          <span className="k">{station.kind}</span>
          {stationTitle(station)}
          {station.note !== undefined && <span>{station.note}</span>}
        </li>
      ))}
    </ol>
  );
  return label === undefined ? (
    list
  ) : (
    <nav className="pb-32" aria-label={label}>
      {list}
    </nav>
  );
}

function stationTitle({ state, href, title }: Station) {
  if (state === 'here') return <strong aria-current="page">{title}</strong>;
  return href === undefined ? <strong>{title}</strong> : <a href={href}>{title}</a>;
}
