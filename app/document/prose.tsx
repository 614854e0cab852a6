import { Fragment, type ReactNode } from 'react';
import { otherDirection } from '#app/languages/apart';
import { direction } from '#app/languages/language';
import { useLocale } from '#app/languages/text';
import type { Block, Run } from './document';
import { saidIn } from './isolation';

interface ProseProps {
  readonly blocks: readonly Block[];
  /** The level of the heading that stands above the text. */
  readonly under: number;
}

/** Written text as elements: what the printed report shows, and nothing that could carry a script. */
export function Prose({ blocks, under }: ProseProps) {
  const { dir } = useLocale();
  return <>{blocks.map((block, at) => <Fragment key={at}>{element(block, { under, dir })}</Fragment>)}</>;
}

interface Around {
  readonly under: number;
  readonly dir: 'ltr' | 'rtl';
}

function element(block: Block, around: Around): ReactNode {
  const { under, dir } = around;
  switch (block.kind) {
    case 'paragraph':
      return <p dir={otherDirection(saidIn(block.runs), dir)}>{runs(block.runs)}</p>;
    case 'heading': {
      const Heading = headings[Math.min(under + Math.max(1, block.depth), 6) - 2] ?? 'h6';
      return <Heading dir={otherDirection(block.text, dir)}>{block.text}</Heading>;
    }
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{item.map((inner, nth) => <Fragment key={nth}>{inItem(inner, item.length, around)}</Fragment>)}</li>);
      return block.ordered ? <ol start={block.start === 1 ? undefined : block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'notice':
      return <div className={block.tone === 'correction' ? 'notice notice--err small' : 'notice small'}><p>{runs(block.runs)}</p></div>;
    default:
      return null;
  }
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** An item of one paragraph is plain text; its sign stays on the side of the list. */
function inItem(block: Block, of: number, around: Around): ReactNode {
  if (block.kind !== 'paragraph' || of > 1) return element(block, around);
  const dir = otherDirection(saidIn(block.runs), around.dir);
  return dir === undefined ? runs(block.runs) : <bdi dir={dir}>{runs(block.runs)}</bdi>;
}

function runs(given: readonly Run[]): ReactNode {
  return given.map((run, at) => <Fragment key={at}>{run.href === undefined ? styled(run) : <a href={run.href}>{styled(run)}</a>}</Fragment>);
}

function styled({ text, strong, emphasis, language }: Run): ReactNode {
  const lines = text.split('\n').map((line, at) => <Fragment key={at}>{at > 0 && <br />}{line}</Fragment>);
  const said = language === undefined ? lines : <span lang={language} dir={direction(language)}>{lines}</span>;
  const stressed = emphasis === true ? <em>{said}</em> : said;
  return strong === true ? <strong>{stressed}</strong> : stressed;
}
