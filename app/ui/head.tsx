import type { ReactNode } from 'react';

interface HeadProps {
  /** As of when, or where one is. */
  readonly kick?: ReactNode;
  readonly title: ReactNode;
  /** One sentence that answers the title. */
  readonly lede?: ReactNode;
  /** Set when breadcrumbs stand above. */
  readonly tight?: boolean;
  /** A row of tags and the like. */
  readonly children?: ReactNode;
}

/** The opening of a page. */
export function Head({ kick, title, lede, tight = false, children }: HeadProps) {
  return (
    <div className={tight ? 'head pt-8' : 'head'}>
      {kick !== undefined && <p className="kick">{kick}</p>}
      <h1>{title}</h1>
      {lede !== undefined && <p className="lede">{lede}</p>}
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  );
}
