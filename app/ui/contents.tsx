import type { ReactNode } from 'react';
import type { Entry } from './entry';

interface ContentsProps {
  /** Anchor for "All chapters" on the phone, where the contents stand below the text. */
  readonly id: string;
  readonly label: string;
  readonly head?: ReactNode;
  readonly chapters: readonly Entry[];
  /** Other forms of the same text: PDF, spreadsheet, data. */
  readonly also?: readonly Entry[];
}

/** The table of contents of a long text. */
export function Contents({ id, label, head, chapters, also }: ContentsProps) {
  return (
    <nav className="toc" id={id} aria-label={label}>
      {head}
      <ol>
        {chapters.map((chapter, at) => (
          <li key={chapter.href}>
            <a href={chapter.href} aria-current={chapter.current ? 'page' : undefined}>
              <span className="num">{at + 1}</span> {chapter.label}
            </a>
          </li>
        ))}
      </ol>
      {also !== undefined && (
        <ul className="pt-16">
          {also.map(({ href, label: name }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
