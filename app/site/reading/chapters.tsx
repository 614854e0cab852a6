import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { Section } from '#app/ui/section';

/** A chapter of a text that is read, not looked things up in: its words are `<id>.title`, `<id>.p1`, `<id>.p2`, and the items of a list `<id>.i1` … */
export interface Chapter {
  /** Also the anchor that other pages lead to. */
  readonly id: string;
  readonly paragraphs: number;
  /** A list after the first paragraph. */
  readonly items?: number;
  /** Numbers of the rules themselves, so that words and rules cannot part. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Where to go on, after the text. */
  readonly after?: ReactNode;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Chapters one after the other, each with its anchor. */
export function Chapters({ chapters, say }: { readonly chapters: readonly Chapter[]; readonly say: Text }) {
  return (
    <>
      {chapters.map(({ id, paragraphs, items = 0, values = {}, after }) => (
        <Section key={id} id={id} title={say(`${id}.title`)}>
          {upTo(paragraphs).map((at) => (
            <div key={at} className="flow">
              <p className={at === 1 ? undefined : 'pt-16'}>{say(`${id}.p${at}`, values)}</p>
              {at === 1 && items > 0 && <ul className="pt-8">{upTo(items).map((item) => <li key={item}>{say(`${id}.i${item}`, values)}</li>)}</ul>}
            </div>
          ))}
          {after}
        </Section>
      ))}
    </>
  );
}
