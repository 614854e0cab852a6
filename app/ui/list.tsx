import type { ReactNode } from 'react';

interface ListProps {
  readonly ordered?: boolean;
  /** Tighter, for the lines of a declaration. */
  readonly clauses?: boolean;
  readonly children: ReactNode;
}

/** Records one under the other, parted by rules. */
export function List({ ordered = false, clauses = false, children }: ListProps) {
  const name = clauses ? 'list clauses' : 'list';
  return ordered ? <ol className={name}>{children}</ol> : <ul className={name}>{children}</ul>;
}

interface ItemProps {
  readonly id?: string;
  readonly title: ReactNode;
  readonly href?: string | undefined;
  /** Status and freshness, beside the title. */
  readonly marks?: ReactNode;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}

/** One record of a list. */
export function Item({ id, title, href, marks, note, children }: ItemProps) {
  return (
    <li id={id}>
      <div className="row">
        {href === undefined ? <span>{title}</span> : <a href={href}>{title}</a>}
        {marks}
      </div>
      {note !== undefined && <p className="tiny muted">{note}</p>}
      {children}
    </li>
  );
}
