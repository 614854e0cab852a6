import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Run } from './document';
import { blocksOfMarkdown } from './markdown';

const runsOf = (blocks: readonly Block[]): readonly Run[] => blocks.flatMap((block): readonly Run[] => {
  if (block.kind === 'paragraph') return block.runs;
  return block.kind === 'list' ? runsOf(block.items.flat()) : [];
});

describe('a narrative in Markdown becomes blocks', () => {
  test('paragraphs with emphasis and links to the web', () => {
    expect(blocksOfMarkdown('Of **128** promises\n*96* report, see [the *list*](https://example.org/a).')).toEqual([{
      kind: 'paragraph',
      runs: [
        { text: 'Of ' }, { text: '128', strong: true }, { text: ' promises ' }, { text: '96', emphasis: true }, { text: ' report, see ' },
        { text: 'the ', href: 'https://example.org/a' }, { text: 'list', href: 'https://example.org/a', emphasis: true }, { text: '.' },
      ],
    }]);
  });

  test('headings and lists, a list in a list', () => {
    expect(blocksOfMarkdown('## Found\n\n3. one\n4. two\n   - inner')).toEqual([
      { kind: 'heading', depth: 2, text: 'Found' },
      {
        kind: 'list', ordered: true, start: 3, items: [
          [{ kind: 'paragraph', runs: [{ text: 'one' }] }],
          [{ kind: 'paragraph', runs: [{ text: 'two' }] }, { kind: 'list', ordered: false, start: 1, items: [[{ kind: 'paragraph', runs: [{ text: 'inner' }] }]] }],
        ],
      },
    ]);
  });

  test('a heading in a list is strong words, not a step in the outline', () => {
    expect(blocksOfMarkdown('- # Big')).toEqual([{ kind: 'list', ordered: false, start: 1, items: [[{ kind: 'paragraph', runs: [{ text: 'Big', strong: true }] }]] }]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'mailto:a@example.org', '/en/decisions', '//example.org', 'JaVaScRiPt:x'])('a link to %s keeps its words alone', (address) => {
    expect(blocksOfMarkdown(`[words](<${address}>)`)).toEqual([{ kind: 'paragraph', runs: [{ text: 'words' }] }]);
    expect(blocksOfMarkdown(`[words][a]\n\n[a]: <${address}>`)).toEqual([{ kind: 'paragraph', runs: [{ text: 'words' }] }]);
  });

  test('raw HTML is left out, a picture leaves its description', () => {
    expect(blocksOfMarkdown('<script>x</script>\n\na <b>bold</b> ![alt](https://example.org/p.png)')).toEqual([{ kind: 'paragraph', runs: [{ text: 'a ' }, { text: 'bold' }, { text: ' ' }, { text: 'alt' }] }]);
  });

  test('any text is taken, and every link that is left leads to the web', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom('[', ']', '(', ')', '*', '_', '#', '>', '-', '1.', ' ', '\n', '<', 'https://a.b', 'javascript:a', '`', '!')).map((parts) => parts.join(''))), (text) => {
      for (const run of runsOf(blocksOfMarkdown(text))) expect(run.href ?? 'https://').toMatch(/^https?:/);
    }), { numRuns: 300 });
  });

  test('a thousand nested lists stay four levels deep', () => {
    const depth = (blocks: readonly Block[]): number => Math.max(0, ...blocks.map((block) => (block.kind === 'list' ? 1 + depth(block.items.flat()) : 0)));
    expect(depth(blocksOfMarkdown('- '.repeat(200) + 'x'))).toBe(4);
  });
});
