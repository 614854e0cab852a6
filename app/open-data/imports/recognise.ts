import { type ImportKind, type Result, refused, taken } from './model';
import type { Shape } from '#app/open-data/imports/shapes/shape';
import { SHAPES } from '#app/open-data/imports/shapes/shapes';
import { shown } from '#app/open-data/imports/source/table';

/** Names listed in a message: a header of five hundred columns would drown it. */
const LISTED = 20;

/**
 * The form of a file by its column names, whatever the file is called. Otherwise `nearly-recognised` with the columns found, the nearest
 * form and the columns it lacks, or `not-recognised`; a form of another kind than the one asked for is `kind-differs`.
 */
export function recognise(header: readonly string[], expected: ImportKind | null = null): Result<Shape> {
  const names = new Set(header);
  const lacking = (shape: Shape): string[] => shape.required.filter((column) => !names.has(column));
  const complete = SHAPES.filter((shape) => lacking(shape).length === 0).toSorted((a, b) => b.required.length - a.required.length);
  const shape = complete.find((candidate) => candidate.kind === expected) ?? complete[0];
  if (shape) return expected === null || shape.kind === expected ? taken(shape) : refused('kind-differs', { expected, found: shape.kind });
  const likeness = (candidate: Shape): number => 1 - lacking(candidate).length / candidate.required.length;
  const nearest = SHAPES.filter((candidate) => likeness(candidate) > 0).toSorted((a, b) => likeness(b) - likeness(a))[0];
  if (!nearest) return refused('not-recognised', { columns: listed(header) });
  return refused('nearly-recognised', { columns: listed(header), nearest: nearest.id, kind: nearest.kind, lacking: listed(lacking(nearest)) });
}

/** Columns that the form does not read: nothing is left out in silence. */
export function unreadColumns(header: readonly string[], shape: Shape): string[] {
  const known = [...shape.required, ...shape.optional];
  return header.filter((column) => !known.some((name) => (typeof name === 'string' ? name === column : name.test(column))));
}

export const listed = (names: readonly string[]): string => [...names.slice(0, LISTED).map(shown), ...(names.length > LISTED ? ['…'] : [])].join(', ');
