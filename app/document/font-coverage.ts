/** The code points that a font can draw, one bit each. */
export type Coverage = Uint8Array;

const codePoints = 0x11_0000;

export const covers = (coverage: Coverage, codePoint: number): boolean => ((coverage[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0;

/** What every one of several faces can draw: a bold word needs its letters in the bold face too. */
export function inAll(coverages: readonly Coverage[]): Coverage {
  return coverages.reduce((all, one) => all.map((bits, index) => bits & (one[index] ?? 0)), new Uint8Array(codePoints / 8).fill(0xff));
}

/**
 * Reads the `cmap` table of a TrueType or OpenType font, segments (format 4) and groups (format 12), the two that fonts in
 * use carry. Source: OpenType specification, "cmap - Character to Glyph Index Mapping Table".
 */
export function coverageOf(cmap: DataView): Coverage {
  const coverage = new Uint8Array(codePoints / 8);
  const mark = (codePoint: number): void => { coverage[codePoint >> 3] = (coverage[codePoint >> 3] ?? 0) | (1 << (codePoint & 7)); };
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const start = cmap.getUint32(4 + index * 8 + 4);
    const format = cmap.getUint16(start);
    if (format === 4) markSegments(cmap, start, mark);
    if (format === 12) markGroups(cmap, start, mark);
  }
  return coverage;
}

function markSegments(cmap: DataView, start: number, mark: (codePoint: number) => void): void {
  const size = cmap.getUint16(start + 6); // twice the number of segments
  for (let segment = 0; segment < size; segment += 2) {
    const last = cmap.getUint16(start + 14 + segment);
    const first = cmap.getUint16(start + 16 + size + segment);
    const delta = cmap.getUint16(start + 16 + 2 * size + segment);
    const offsetAt = start + 16 + 3 * size + segment;
    const offset = cmap.getUint16(offsetAt);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint += 1) {
      const glyph = offset === 0 ? codePoint + delta : cmap.getUint16(offsetAt + offset + 2 * (codePoint - first));
      if ((glyph & 0xffff) !== 0) mark(codePoint);
    }
  }
}

function markGroups(cmap: DataView, start: number, mark: (codePoint: number) => void): void {
  for (let group = 0; group < cmap.getUint32(start + 12); group += 1) {
    const at = start + 16 + group * 12;
    const first = cmap.getUint32(at);
    const noGlyph = cmap.getUint32(at + 8) === 0;
    for (let codePoint = noGlyph ? first + 1 : first; codePoint <= cmap.getUint32(at + 4); codePoint += 1) mark(codePoint);
  }
}
