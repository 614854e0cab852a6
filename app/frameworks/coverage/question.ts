import { counted, countedStandings } from '#app/commitments/list/model';
import type { Standing } from '#app/commitments/health/model';
import { openState } from '#app/countries/requests/list';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import { isDay, type Day } from '#app/platform/clock';
import { valueOf, type ListSpec, type ListState } from '#app/table/state';
import { columnKinds, measures, type Cell, type ColumnKind, type Measure } from './model';

/** What the map can be asked for, by its address. It has one order: least covered first. */
export const coverageList = {
  filters: ['version', 'node', 'columns', 'region', 'measure', 'status', 'coalition', 'as_of'], sorts: ['least'], sort: { by: 'least', descending: false },
} as const satisfies ListSpec<string, string>;
export type CoverageFilter = (typeof coverageList.filters)[number];

/** A question that can be answered: what is unknown in an address is left out of it. */
export interface Question {
  /** `CONNDECL.1`; undefined for the version of the Declaration that is in force. */
  readonly version: string | undefined;
  /** The clause whose lines are shown; undefined for all of the version. */
  readonly node: string | undefined;
  readonly columns: ColumnKind;
  /** The region that countries and subregions are shown of. */
  readonly region: string | undefined;
  readonly measure: Measure;
  readonly status: Standing | undefined;
  /** By its slug. */
  readonly coalition: string | undefined;
  /** A day that is past; undefined for now. */
  readonly asOf: Day | undefined;
}

export function readQuestion(state: ListState<CoverageFilter>, today: Day): Question {
  const said = (filter: CoverageFilter): string | undefined => valueOf(state, filter) || undefined;
  const oneOf = <Value extends string>(filter: CoverageFilter, values: readonly Value[]): Value | undefined => values.find((value) => value === said(filter));
  const asOf = said('as_of');
  const past = asOf !== undefined && isDay(asOf) && asOf < today ? asOf : undefined;
  const measure = oneOf('measure', measures) ?? 'commitments';
  const question = { version: said('version'), node: said('node'), columns: oneOf('columns', columnKinds) ?? 'region', region: said('region'), measure };
  // Requests and offers are those of now, and have no standing.
  if (measure === 'requests' || measure === 'offers') return { ...question, status: undefined, coalition: undefined, asOf: undefined };
  // How promises stood on a day that is past is not kept: they are counted whatever their standing.
  return { ...question, status: past === undefined ? oneOf('status', countedStandings) : undefined, coalition: said('coalition'), asOf: past };
}

/** `CONNDECL.1` as code and number. */
export function versionOf(text: string | undefined): { readonly code: string; readonly number: number } | undefined {
  const [, code, number] = /^(.+)\.(\d{1,6})$/.exec(text ?? '') ?? [];
  return code === undefined ? undefined : { code, number: Number(number) };
}

export const spellVersion = ({ framework, number }: { readonly framework: string; readonly number: number }): string => `${framework}.${number}`;

/** Which records a cell counts: those of a version, or of one clause of it, in one column or in all. */
export interface Place {
  readonly version: string;
  readonly code?: string | undefined;
  readonly kind: Cell['kind'];
  readonly key: string;
}

/** The list that shows exactly the records of a cell: commitments, or the pledges that are in its sum. */
export function cellHref(question: Pick<Question, 'measure' | 'status' | 'coalition' | 'asOf'>, { version, code, kind, key }: Place, language: Language): string {
  const { status = question.asOf === undefined ? counted : undefined, coalition, asOf } = question;
  const filter = kind === 'subregion' ? 'region' : kind;
  const column = kind === 'all' ? {} : { [filter]: key };
  const clause = { version, node: code };
  const to = paths.in(language);
  switch (question.measure) {
    case 'commitments': return to.commitments({ ...clause, ...column, status, coalition, as_of: asOf });
    case 'requests': return to.requests({ ...clause, ...column, state: openState });
    case 'offers': return to.offers({ ...clause, ...column, state: 'offered' });
    default: return to.pledges({ ...clause, ...column, standing: status, coalition, as_of: asOf, counted: 'yes' });
  }
}
