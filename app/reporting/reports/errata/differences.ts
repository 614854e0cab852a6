import type { StoredFigure } from '#app/reporting/figures/model';
import { completed } from '#app/reporting/figures/view';

/** A part of a figure that is not what it was. Amounts are decimal strings; what was not there is null. */
export interface ChangedPart {
  readonly part: string;
  readonly currency: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string;
}

/** A figure of two editions of one report that differs: what changed of its parts, and of how many of how many it speaks (RP-4). */
export interface FigureChange {
  readonly figure: StoredFigure;
  readonly parts: readonly ChangedPart[];
  readonly coverage: { readonly before: readonly [number, number] | null; readonly after: readonly [number, number] } | null;
}

/** The figures of an edition that differ from those of the edition that it corrects, in their order. */
export function changesBetween(before: readonly StoredFigure[], after: readonly StoredFigure[]): FigureChange[] {
  return after.flatMap((figure): FigureChange[] => {
    const earlier = before.find((one) => one.name === figure.name);
    // A figure of one subject is kept where a text asks for it: that the edition before did not ask is no difference.
    if (earlier === undefined && figure.subject !== null) return [];
    const parts = changedParts(earlier, figure);
    const same = earlier !== undefined && earlier.reporting === figure.reporting && earlier.expected === figure.expected;
    const coverage = same ? null : { before: earlier === undefined ? null : ([earlier.reporting, earlier.expected] as const), after: [figure.reporting, figure.expected] as const };
    return parts.length === 0 && same ? [] : [{ figure, parts, coverage }];
  });
}

function changedParts(earlier: StoredFigure | undefined, figure: StoredFigure): ChangedPart[] {
  const keyOf = ({ part, currency }: { readonly part: string; readonly currency: string | null }) => `${part} ${currency ?? ''}`;
  const [was, is] = [new Map((earlier === undefined ? [] : completed(earlier)).map((row) => [keyOf(row), row])), new Map(completed(figure).map((row) => [keyOf(row), row]))];
  return [...is.keys(), ...[...was.keys()].filter((key) => !is.has(key))].flatMap((key): ChangedPart[] => {
    const [then, now] = [was.get(key), is.get(key)];
    const { part = '', currency = null } = now ?? then ?? {};
    const difference = minus(now?.value ?? '0', then?.value ?? '0');
    return difference === '0' && then !== undefined && now !== undefined ? [] : [{ part, currency, before: then?.value ?? null, after: now?.value ?? null, difference }];
  });
}

const decimals = 6;

/** The difference of two decimal strings, exactly. */
export function minus(from: string, take: string): string {
  const scaled = (text: string): bigint => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(`${whole}${fraction.padEnd(decimals, '0').slice(0, decimals)}`);
  };
  const difference = scaled(from) - scaled(take);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${difference < 0n ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
