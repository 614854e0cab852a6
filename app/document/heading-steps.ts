/**
 * Gives the headings of one text their levels in reading order: siblings stay siblings, however deep their writer set them,
 * and none lies more than one step below the one before it (WCAG 1.3.1; PDF/UA-1, 7.4.2).
 */
export function headingSteps(): (depth: number) => number {
  const open: number[] = [];
  return (depth) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop();
    return open.push(depth);
  };
}
