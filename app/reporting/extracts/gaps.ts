import type { FigureKey, FigureResult } from '#app/reporting/figures/model';

/** What is open in a report. Each is a part of a whole, in one figure. */
export const gapKinds = ['not_reported', 'behind', 'own_word', 'unserved', 'unnamed', 'unpaid', 'unconfirmed', 'unconverted'] as const;
export type GapKind = (typeof gapKinds)[number];

export interface Gap {
  readonly kind: GapKind;
  readonly figure: FigureKey;
  readonly part: number;
  readonly whole: number;
}

/** What a gap is read from. */
export interface Counted extends FigureResult {
  readonly key: FigureKey;
  readonly names: Readonly<Record<string, unknown>>;
}

type Reading = readonly [part: number, whole: number];
const counted = ({ rows }: FigureResult, parts?: readonly string[]): number => rows.filter(({ part }) => parts?.includes(part) ?? true).reduce((sum, { count }) => sum + count, 0);
const amount = ({ rows }: FigureResult, parts?: readonly string[]): number => rows.filter(({ part }) => parts?.includes(part) ?? true).reduce((sum, { value }) => sum + Number(value), 0);
/** Parts that have a name and no row, of all that have one. */
const empty = ({ rows, names }: Counted): Reading => [Object.keys(names).filter((part) => !rows.some((row) => row.part === part)).length, new Set([...Object.keys(names), ...rows.map(({ part }) => part)]).size];

const readings: Readonly<Record<GapKind, { readonly figure: FigureKey; readonly read: (figure: Counted) => Reading }>> = {
  not_reported: { figure: 'standing', read: ({ missing, expected }) => [missing, expected] },
  behind: { figure: 'standing', read: (figure) => [counted(figure, ['off_track', 'not_reached']), counted(figure)] },
  own_word: { figure: 'rungs', read: (figure) => [counted(figure, ['self_reported']), counted(figure)] },
  unserved: { figure: 'clauses', read: empty },
  unnamed: { figure: 'groups', read: empty },
  unpaid: { figure: 'ladder', read: (figure) => [Math.max(0, amount(figure, ['pledged']) - amount(figure, ['disbursed'])), amount(figure, ['pledged'])] },
  unconfirmed: { figure: 'total_c', read: (figure) => [Math.max(0, amount(figure) - amount(figure, ['confirmed'])), amount(figure)] },
  unconverted: { figure: 'total_a', read: ({ missing, expected }) => [missing, expected] },
};

/** EX-5: the largest shares first; of equal ones the order of `gapKinds` decides. What is nought is no gap. */
export function gapsIn(figures: readonly Counted[]): Gap[] {
  const found = gapKinds.flatMap((kind): Gap[] => {
    const { figure: key, read } = readings[kind];
    const figure = figures.find((one) => one.key === key);
    if (figure === undefined) return [];
    const [part, whole] = read(figure);
    return part > 0 && whole > 0 ? [{ kind, figure: key, part, whole }] : [];
  });
  return found.toSorted((one, other) => other.part / other.whole - one.part / one.whole);
}
