import { Fragment, type ReactNode } from 'react';

export interface Stat {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** What the value is part of, for example "of 640". */
  readonly of?: ReactNode;
  readonly notes?: readonly ReactNode[];
}

interface StatsProps {
  readonly stats: readonly Stat[];
  /** Leaves the lower rule away, because a proportion strip follows. */
  readonly bar?: boolean;
}

/** Three or four big numbers, each under its name. */
export function Stats({ stats, bar = false }: StatsProps) {
  const names = ['stats', bar ? 'stats--bar' : '', stats.length === 3 ? 'stats--3' : ''].filter(Boolean).join(' ');
  return (
    <dl className={names}>
      {stats.map((stat) => (
        <div key={stat.key}>
          <dt>{stat.label}</dt>
          <dd className="big">
            {stat.value}
            {stat.of !== undefined && (
              <>
                {' '}
                <small>{stat.of}</small>
              </>
            )}
          </dd>
          {stat.notes?.map((note, at) => (
            <Fragment key={at}>
              <dd>{note}</dd>
            </Fragment>
          ))}
        </div>
      ))}
    </dl>
  );
}
