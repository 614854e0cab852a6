/**
 * Charts are drawn in per cent across and in pixels down, so that bars follow the width of the page and text never shrinks.
 * Where text must not collide it is measured at the narrowest page, 320 px less its margins.
 */
export const narrowest = 288;

/** A filled colour of the stylesheet: `f` for series, `k` for steps of one colour, `hatch` for what nobody knows. */
export type Fill = 'f1' | 'f2' | 'f3' | 'f4' | 'f5' | 'f6' | 'k1' | 'k2' | 'k3' | 'k4' | 'k5' | 'hatch';

/** One stretch of a bar, in per cent from the side where reading starts. */
export interface Stretch {
  readonly from: number;
  readonly size: number;
  readonly fill: Fill;
}

/** `12.34%`. */
export const percent = (share: number): string => `${(Math.round(share * 100) / 100).toFixed(2)}%`;

/** Where a stretch begins on paper: from right to left it is counted from the other side, never flipped. */
export const placed = (rtl: boolean, from: number, size = 0): string => percent(rtl ? 100 - from - size : from);

/** Lays parts end to end; `scale` is per cent for each unit. Empty parts take no place. */
export function laidEndToEnd(parts: readonly { readonly value: number; readonly fill: Fill }[], scale: number): readonly Stretch[] {
  let from = 0;
  return parts
    .filter((part) => part.value > 0)
    .map(({ value, fill }) => {
      const stretch = { from, size: value * scale, fill };
      from += stretch.size;
      return stretch;
    });
}

/**
 * Per cent for each unit, so that the longest bar is as long as it can be while every mark still fits behind its bar on the
 * narrowest page. At least 15 per cent for the longest bar, whatever its mark. 0 when there is nothing to draw.
 */
export function scaleFor(bars: readonly { readonly value: number; readonly mark: string }[]): number {
  const longest = Math.max(0, ...bars.map((bar) => bar.value));
  if (longest === 0) return 0;
  const room = bars.map(({ value, mark }) => (value === 0 ? Infinity : ((100 - (textWidth(mark, 14) * bold + 10) / (narrowest / 100)) / value)));
  return Math.max(15 / longest, Math.min(100 / longest, ...room));
}

/** How much wider bold letters are, in the widest fonts that systems have. */
export const bold = 1.2;

/** Roughly how wide a text is, in pixels: on the generous side, since it decides what may stand beside it. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size;
}

function emsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (letter === '%') return 0.95;
  if (code >= 0x0400 && code < 0x0530) return 0.62;
  if (' .,·:;\'’ilj|()'.includes(letter)) return 0.32;
  return letter >= 'A' && letter <= 'Z' ? 0.68 : 0.57;
}

/** Breaks a label into lines that fit the narrowest page; Chinese between any two characters, the others between words. */
export function linesOf(text: string, size: number, room = narrowest): readonly string[] {
  const pieces = /[\u2e80-\u9fff]/.test(text) ? [...text] : text.split(/(?<= )/);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** From the foot of one line of a label to that of the next, in pixels. */
export const lineHeight = 20;

/** The rows of a bar chart, from the top: the lines of each label with the foot of the first (`y`), and the top of its bar. */
export function rowsUnder(labels: readonly string[]): {
  readonly rows: readonly { readonly lines: readonly string[]; readonly y: number; readonly bar: number }[];
  readonly height: number;
} {
  let height = 0;
  const rows = labels.map((label) => {
    const lines = linesOf(label, 16);
    const row = { lines, y: height + 16, bar: height + 5 + lines.length * lineHeight };
    height += 34 + lines.length * lineHeight;
    return row;
  });
  return { rows, height };
}

/** A label above or below a place of a bar. */
export interface Label {
  readonly key: string;
  readonly at: number;
  readonly text: string;
}

export interface PlacedLabel extends Label {
  /** `end`: the text ends at its place, as long as it fits before it. */
  readonly anchor: 'start' | 'end';
  /** Which line it stands on, from 0; no two labels of a line touch. */
  readonly lane: number;
}

/**
 * Gives each label a line and a side, so that no text touches another and no tick crosses one, measured on the narrowest page.
 * There are never more than three labels, so every order is tried and the one that crosses least and takes fewest lines is kept.
 */
export function inLanes(labels: readonly Label[], size: number): readonly PlacedLabel[] {
  const layouts = orders(labels).map((order) => layOut(order, size));
  const best = layouts.reduce((kept, layout) => (costOf(layout) < costOf(kept) ? layout : kept), layouts[0] ?? []);
  return best.map(({ key, at, text, anchor, lane }) => ({ key, at, text, anchor, lane }));
}

interface Spanned extends PlacedLabel {
  readonly from: number;
  readonly to: number;
}

const gap = 8;

function layOut(labels: readonly Label[], size: number): readonly Spanned[] {
  const placed: Spanned[] = [];
  for (const label of labels) {
    const span = spanOf(label, size);
    const touched = placed.filter((other) => span.from < other.to + gap && other.from < span.to + gap);
    placed.push({ ...label, ...span, lane: Math.max(-1, ...touched.map((other) => other.lane)) + 1 });
  }
  return placed;
}

/** Before its place where it fits, else behind it, else where there is more room. */
function spanOf({ at, text }: Label, size: number): Pick<Spanned, 'anchor' | 'from' | 'to'> {
  const width = textWidth(text, size);
  const point = (at / 100) * narrowest;
  const before = width <= point || (width > narrowest - point && point > narrowest / 2);
  return before ? { anchor: 'end', from: point - width, to: point } : { anchor: 'start', from: point, to: point + width };
}

/** Ticks through texts weigh more than lines. */
function costOf(layout: readonly Spanned[]): number {
  const crossings = layout.flatMap((one) => {
    const point = (one.at / 100) * narrowest;
    return layout.filter((other) => other.lane < one.lane && other.from < point - 1 && point + 1 < other.to);
  });
  return crossings.length * 10 + Math.max(0, ...layout.map((one) => one.lane));
}

function orders<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first, at) => orders(items.filter((_, other) => other !== at)).map((rest) => [first, ...rest]));
}
