/** A sign of Chinese, Japanese or Korean is as wide as two of Latin. */
const wide = /[\u{1100}-\u{11FF}\u{2E80}-\u{9FFF}\u{AC00}-\u{D7AF}\u{F900}-\u{FAFF}\u{FF00}-\u{FFEF}]/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text in one line, no wider than so many Latin signs: what is longer ends between two words, and says so with an ellipsis. */
export function shortened(text: string, widest: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  let width = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(line)) {
    width += wide.test(segment) ? 2 : 1;
    if (width > widest) return `${endedAtWord(kept)}…`;
    kept += segment;
  }
  return line;
}

/** A word that fills most of the line is cut inside. */
function endedAtWord(text: string): string {
  const end = text.lastIndexOf(' ');
  return (end > text.length / 2 ? text.slice(0, end) : text).replace(/[\s,;:.，。；：]+$/u, '');
}
