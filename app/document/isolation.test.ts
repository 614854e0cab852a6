import { describe, expect, it } from 'vitest';
import { isolated } from './isolation';
import { blocksOfMarkdown } from './markdown';

const texts = (markdown: string, around: 'ltr' | 'rtl') => JSON.stringify(blocksOfMarkdown(markdown).map((block) => isolated(block, around))).match(/"text":"[^"]*"/g);

describe('words that run the other way', () => {
  it('are kept apart as a paragraph and in a list', () => {
    expect(texts('Learning network, Inc.\n\n- Open books…', 'rtl')).toEqual(['"text":"\u2068"', '"text":"Learning network, Inc."', '"text":"\u2069"', '"text":"\u2068"', '"text":"Open books…"', '"text":"\u2069"']);
  });
  it('and nothing else is', () => {
    expect(texts('Learning network, Inc.\n\n- نظام UNESCO', 'ltr')).toEqual(['"text":"Learning network, Inc."', '"text":"نظام UNESCO"']);
    expect(texts('نظام UNESCO\n\n## Names', 'rtl')).toEqual(['"text":"نظام UNESCO"', '"text":"Names"']);
  });
});
