import type { ReactNode } from 'react';

interface SectionProps {
  /** Becomes the anchor of the section. */
  readonly id: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** Puts the head on top instead of beside, for what needs the whole width. */
  readonly wide?: boolean;
  readonly tight?: boolean;
  readonly children: ReactNode;
}

/** A section with a hanging head. */
export function Section({ id, title, note, wide = false, tight = false, children }: SectionProps) {
  const names = ['sec', wide ? 'sec--wide' : '', tight ? 'sec--tight' : ''].filter(Boolean).join(' ');
  return (
    <section className={names} aria-labelledby={id}>
      <div className="sec-h">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p>{note}</p>}
      </div>
      <div className={wide ? 'pt-24' : 'sec-b'}>{children}</div>
    </section>
  );
}
