import type { ReactNode } from 'react';

interface NoticeProps {
  /** `warn`: a difference; `err`: a correction; `none`: a data gap; otherwise a plain note. */
  readonly tone?: 'warn' | 'err' | 'none' | undefined;
  readonly title?: ReactNode;
  readonly small?: boolean;
  readonly id?: string;
  /** `status` announces what an action has done. */
  readonly role?: 'status' | 'alert';
  readonly children?: ReactNode;
  /** What stands below its words: paragraphs, a list. A paragraph holds neither. */
  readonly below?: ReactNode;
}

/** A remark with a bar at its start. */
export function Notice({ tone, title, small = false, id, role, children, below }: NoticeProps) {
  const names = ['notice', tone === undefined ? '' : `notice--${tone}`, small ? 'small' : ''].filter(Boolean).join(' ');
  return (
    <div className={names} id={id} role={role}>
      <p>
        {title !== undefined && <strong>{title}</strong>}
        {title !== undefined && ' '}
        {children}
      </p>
      {below}
    </div>
  );
}
