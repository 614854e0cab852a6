import { otherDirection } from '#app/languages/apart';
import type { Block, Run } from './document';

/** The words of a text without their marks. */
export const saidIn = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Paragraphs whose words run the other way than the text around them are kept apart from it (FSI, PDI), so that signs at their end stay there; items of lists, too. */
export function isolated(block: Block, around: 'ltr' | 'rtl'): Block {
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map((inner) => isolated(inner, around))) };
  if (block.kind !== 'paragraph' || otherDirection(saidIn(block.runs), around) === undefined) return block;
  return { ...block, runs: [{ text: '\u2068' }, ...block.runs, { text: '\u2069' }] };
}
