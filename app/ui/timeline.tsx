import type { ReactNode } from 'react';

export interface Moment {
  readonly key: string;
  /** The date in words, or "within 10 working days". */
  readonly when: ReactNode;
  /** The same as `YYYY-MM-DD` or an instant, where there is one. */
  readonly dateTime?: string | undefined;
  readonly title: ReactNode;
  /** Marks what stays: the first promise, what already happened. */
  readonly first?: boolean;
  readonly children?: ReactNode;
}

/** What happened, or will happen, in order. */
export function Timeline({ moments }: { readonly moments: readonly Moment[] }) {
  return (
    <ol className="tl">
      {moments.map(({ key, when, dateTime, title, first, children }) => (
        <li key={key} className={first ? 'first' : undefined}>
          {dateTime === undefined ? <span className="when">{when}</span> : <time dateTime={dateTime}>{when}</time>}
          <h3>{title}</h3>
          {children}
        </li>
      ))}
    </ol>
  );
}
