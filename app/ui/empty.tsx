import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  /** What would appear here, and what one can do. */
  readonly children?: ReactNode;
}

/** A place where nothing is yet, said in words. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="ask flow">
      <p><strong>{title}</strong></p>
      {children}
    </div>
  );
}
