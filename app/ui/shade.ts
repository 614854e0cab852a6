/** A step of shading, from `a` (nothing, outlined) to `e` (most). */
export type Shade = 'a' | 'b' | 'c' | 'd' | 'e';

/** The lower bounds of `b`, `c`, `d` and `e`, rising. */
export type Bounds = readonly [number, number, number, number];

const shades: readonly Shade[] = ['a', 'b', 'c', 'd', 'e'];

/**
 * The shade of a count: the last step whose lower bound it reaches.
 * Zero is `a` and stays visible; it is never left blank.
 */
export function shadeOf(count: number, bounds: Bounds): Shade {
  const reached = bounds.filter((bound) => count >= bound).length;
  return shades[reached] ?? 'a';
}

/** The steps in words for a legend, for example `[[0, 0], [1, 9], [10, 24], [25, 49], [50, null]]`; whole numbers. */
export function stepsOf(bounds: Bounds): readonly { readonly shade: Shade; readonly from: number; readonly to: number | null }[] {
  const starts = [0, ...bounds];
  return starts.map((from, at) => {
    const following = starts[at + 1];
    return { shade: shades[at] ?? 'a', from, to: following === undefined ? null : following - 1 };
  });
}
