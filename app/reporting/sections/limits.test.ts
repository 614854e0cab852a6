import { describe, expect, it } from 'vitest';
import { mostWords, standingOf, wordsIn } from './limits';

describe('SE-3 how long a text is', () => {
  it('counts words and neither marks nor figures', () => {
    expect(wordsIn('## In short\n\nMore **schools** are connected, see [the list](https://a.example/of/all).\n\n{{figure:ladder}}', 'en')).toBe(9);
    expect(wordsIn('', 'en')).toBe(0);
  });
  it('parts words that stand without spaces', () => {
    expect(wordsIn('更多学校接入了互联网。', 'zh')).toBeGreaterThan(3);
    expect(wordsIn('更多学校接入了互联网。', 'zh')).toBeLessThan(10);
    expect(wordsIn('اتصلت مدارس أكثر بالإنترنت.', 'ar')).toBe(4);
  });
  it('tells what is over, and stops at a tenth over, of a translation at three tenths', () => {
    const at = (words: number, translation = false) => standingOf({ words, limit: 100, translation });
    expect([at(100), at(101), at(110), at(111)]).toEqual(['within', 'over', 'over', 'stops']);
    expect([at(130, true), at(131, true)]).toEqual(['over', 'stops']);
    expect(standingOf({ words: 9999, limit: null, translation: false })).toBe('free');
    expect(mostWords(600, false)).toBe(660);
  });
});
