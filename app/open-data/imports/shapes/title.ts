const LONGEST_TITLE = 120;
/** A first sentence shorter than this is an abbreviation with a full stop rather than a title. */
const SHORTEST_SENTENCE = 20;

/** The first sentence of a text where it fits, else its beginning up to a word, marked as cut. */
export function titleOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const sentence = [...line.matchAll(/[.!?](?=\s|$)/g)].find((end) => end.index >= SHORTEST_SENTENCE);
  const first = sentence ? line.slice(0, sentence.index) : line;
  if (first.length <= LONGEST_TITLE) return first.replace(/[.;,]$/, '');
  const cut = line.slice(0, LONGEST_TITLE);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
  return `${words.replace(/[\s,;:.]+$/, '')}…`;
}
