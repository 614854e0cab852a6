/** What is known of a goal, in its unit; `null` where it is not known. */
export interface Course {
  readonly baseline: number | null;
  readonly now: number | null;
  /** Where a straight line from baseline to target would be today. */
  readonly expected: number | null;
  readonly target: number;
  /** The target that was promised first, if an amendment has changed it. */
  readonly first: number | null;
}

export type Point = keyof Course;

/**
 * Where each known point of a goal stands, in per cent from the start of the bar. The bar runs in the direction of the goal,
 * so a number that is to fall runs the same way as one that is to rise; what lies before the baseline widens it backwards.
 */
export function positions(course: Course): Readonly<Partial<Record<Point, number>>> {
  const points: readonly Point[] = ['baseline', 'now', 'expected', 'target', 'first'];
  const known = points.flatMap((point) => {
    const value = course[point];
    return value === null ? [] : [{ point, value }];
  });
  const start = course.baseline ?? 0;
  const falling = course.target < start;
  const values = [...known.map(({ value }) => value), start];
  const from = falling ? Math.max(...values) : Math.min(...values);
  const to = falling ? Math.min(...values) : Math.max(...values);
  if (from === to) return Object.fromEntries(known.map(({ point }) => [point, 100]));
  const length = Math.abs(to - from);
  return Object.fromEntries(known.map(({ point, value }) => [point, (Math.abs(value - from) / length) * 100]));
}
