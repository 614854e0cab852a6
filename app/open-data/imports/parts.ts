import { unitOf, type RowError } from './model';
import type { PartCounts } from './outcome';
import type { Reading } from './reading';
import type { IatiPart } from './rows';
import type { TakenRow } from './taken';

/** The elements of an activity file that are counted, and what they are. */
const ELEMENTS: Readonly<Record<string, IatiPart>> = { 'iati-activity': 'activities', 'participating-org': 'participating-orgs', budget: 'budgets', transaction: 'transactions' };
const ORDER: readonly IatiPart[] = ['activities', 'participating-orgs', 'budgets', 'transactions'];

/** What an error is about: by the name of its element, `iati-activity[3]/budget[1]`, or by the key of its row, `budgets/…`. */
function partOf(error: RowError): IatiPart | undefined {
  const unit = String(unitOf(error));
  const element = /([^/[\]]+)(?:\[\d+\])?$/.exec(unit)?.[1] ?? '';
  return ORDER.find((part) => unit.startsWith(`${part}/`)) ?? ELEMENTS[element];
}

/** The counts of a file that holds several kinds of rows, by kind; none for any other. */
export function partsOf(reading: Reading, taken: readonly TakenRow[], errors: readonly RowError[]): PartCounts[] {
  if (reading.kind !== 'iati-file') return [];
  const outcomes = new Map(taken.map(({ row, outcome }) => [row.key, outcome]));
  return ORDER.flatMap((part) => {
    const rows = reading.rows.filter((row) => row.part === part);
    const inError = new Set(errors.filter((error) => partOf(error) === part).map(unitOf)).size;
    const being = (outcome: string) => rows.filter(({ key }) => outcomes.get(key) === outcome).length;
    const unchanged = being('unchanged') + rows.filter(({ repeats }) => repeats !== null).length;
    const counts = { part, read: being('new') + being('changed') + unchanged + inError, new: being('new'), changed: being('changed'), unchanged, inError };
    return counts.read === 0 ? [] : [counts];
  });
}
