import type { ReactNode } from 'react';
import type { Entry } from './entry';

/** A chapter with its number, where that is not its place in the list. */
type Chapter = Entry & { readonly number?: number };

interface ContentsProps {
  /** Anchor for "All chapters" on the phone, where the contents stand below the text. */
  readonly id: string;
  readonly label: string;
  readonly head?: ReactNode;
  readonly chapters: readonly Chapter[];
  /** Chapters of a kind that stand together after the others. */
  readonly groups?: readonly { readonly label: string; readonly chapters: readonly Chapter[] }[];
  /** Other forms of the same text: PDF, spreadsheet, data. */
  readonly also?: readonly Entry[];
}

/** The table of contents of a long text. */
export function Contents({ id, label, head, chapters, groups, also }: ContentsProps) {
  return (
    <nav className="toc" id={id} aria-label={label}>
      {head}
      <Chapters chapters={chapters} />
      {groups?.map((group) => (
        <div key={group.label} className="pt-16">
          <p className="small"><strong>{group.label}</strong></p>
          <Chapters chapters={group.chapters} />
        </div>
      ))}
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

const Chapters = ({ chapters }: { readonly chapters: readonly Chapter[] }) => (
  <ol>
    {chapters.map((chapter, at) => (
      <li key={chapter.href}>
        <a href={chapter.href} aria-current={chapter.current ? 'page' : undefined}>
          <span className="num">{chapter.number ?? at + 1}</span> {chapter.label}
        </a>
      </li>
    ))}
  </ol>
);
