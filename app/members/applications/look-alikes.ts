/**
 * Letters that are taken for others, after confusables.txt of Unicode Technical Standard 39 (those that domain names may hold): a text is
 * turned into what a hurried reader sees, and two texts that look alike become the same.
 */
const pairs: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', н: 'h', о: 'o', р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', ц: 'u', ѵ: 'v', ԝ: 'w', х: 'x', у: 'y', ү: 'y', ь: 'b', ԍ: 'g', п: 'n', ш: 'w',
  // Greek
  α: 'a', β: 'b', γ: 'y', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', ω: 'w', μ: 'u',
  // Armenian
  ա: 'w', գ: 'q', զ: 'q', հ: 'h', ո: 'n', ս: 'u', օ: 'o', յ: 'j', ց: 'g', ք: 'p',
  // Latin beyond ASCII that loses no mark when it is decomposed
  ı: 'i', ȷ: 'j', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŋ: 'n', ɑ: 'a', ɡ: 'g', ɩ: 'i', ʋ: 'u', ᴄ: 'c', ᴏ: 'o', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z', ꜱ: 's', ß: 'ss', æ: 'ae', œ: 'oe', ſ: 'f',
};
/** Figures and pairs of letters that look like one. */
const shapes: readonly (readonly [RegExp, string])[] = [[/0/g, 'o'], [/[1|]/g, 'l'], [/3/g, 'e'], [/5/g, 's'], [/rn/g, 'm'], [/vv/g, 'w'], [/cl/g, 'd']];

const unmarked = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Each letter by the plain one that it looks like; letters that look like none stay. */
export const plainLetters = (text: string): string => [...unmarked(text)].map((letter) => pairs[letter] ?? letter).join('');

/** What a hurried reader sees. `i` and `l` are one: their capital and small forms are taken for each other. */
export const skeleton = (text: string): string => shapes.reduce((seen, [shape, letter]) => seen.replace(shape, letter), plainLetters(text)).replace(/i/g, 'l');

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Thai', 'Georgian', 'Ethiopic', 'Khmer', 'Lao', 'Hangul', 'Han', 'Hiragana', 'Katakana'] as const;
const tests = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
/** Scripts that belong together in one word. */
const together: readonly (readonly string[])[] = [['Han', 'Hiragana', 'Katakana'], ['Han', 'Hangul']];

/** Whether the letters of one word come from scripts that nobody writes together. */
export function mixesScripts(word: string): boolean {
  const found = tests.filter(([, test]) => test.test(word)).map(([script]) => script);
  return found.length > 1 && !together.some((group) => found.every((script) => group.includes(script)));
}
