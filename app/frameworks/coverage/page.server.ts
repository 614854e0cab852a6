import type { Actor } from '#app/access/actor';
import { nameCoalitions } from '#app/coalitions/queries.server';
import { mayPromise } from '#app/commitments/policy';
import { todayOf, type View } from '#app/commitments/readable.server';
import { offersSomewhere } from '#app/countries/offers/policy';
import { runsSomewhere } from '#app/countries/place';
import type { ListState } from '#app/table/state';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { COUNTRY_GROUPS } from '#db/reference/groups';
import { declarationCode, linesOf } from '../model';
import { findVersion, listVersions, wordsOfClauses, type ClauseWords, type Version } from '../queries.server';
import { asksIn } from './asks.server';
import { cellsFor, type Asked } from './cells.server';
import type { Mapped } from './heat';
import { amountOf, cellFinder, coverageOf, everything, gapsOf, nowhere, together, type Cell, type Coverage, type Gap } from './model';
import { columnsOf, placesBy, regionNames, type PlaceRegion } from './places.server';
import { readQuestion, spellVersion, versionOf, type CoverageFilter, type Question } from './question';

export interface CoveragePage {
  readonly question: Question;
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly clauses: readonly ClauseWords[];
  /** The clause that is shown alone. */
  readonly under: ClauseWords | undefined;
  readonly coalitions: readonly { readonly slug: string; readonly name: string }[];
  readonly regions: readonly { readonly m49: string; readonly name: string }[];
  readonly mapped: Mapped;
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
  /** Every country and territory, with what its cell of all the lines counts. */
  readonly places: readonly PlaceRegion[];
  /** What the viewer may do about a gap somewhere. */
  readonly may: { readonly promise: boolean; readonly offer: boolean; readonly ask: boolean };
}

/** Everything on the map for a question; undefined where there is no such version of a text. */
export async function coveragePage(viewer: Actor, state: ListState<CoverageFilter>, view: View): Promise<CoveragePage | undefined> {
  const asked = readQuestion(state, todayOf(view));
  const named = versionOf(asked.version);
  const [version, versions, coalitions] = await Promise.all([
    asked.version !== undefined && named === undefined ? undefined : findVersion(viewer, named?.code ?? declarationCode, view, named?.number), listVersions(viewer, view, declarationCode), nameCoalitions(view),
  ]);
  if (version === undefined) return undefined;
  const clauses = await wordsOfClauses(viewer, version.id, view);
  const under = clauses.find(({ code }) => code === asked.node);
  const lines = linesUnder(clauses, under);
  const all = under?.id ?? version.id;
  const coalition = coalitions.find(({ slug }) => slug === asked.coalition);
  const filters: Omit<Asked, 'scopes' | 'kinds'> = { coalition: coalition?.id, standing: asked.status, asOf: asked.asOf };
  const scopes = [...lines.map(({ id }) => id), all, everything];
  const kinds: Asked['kinds'] = ['all', 'region', 'group', 'beneficiary', ...(asked.columns === 'country' || asked.columns === 'subregion' ? [asked.columns] : [])];
  const [promised, everywhere, asks, asksEverywhere] = await Promise.all([
    cellsFor(viewer, { ...filters, scopes, kinds }, view), cellsFor(viewer, { ...filters, scopes: [all], kinds: ['country'] }, view),
    asksIn(viewer, scopes, kinds, view), asksIn(viewer, [all], ['country'], view),
  ]);
  const cells = together(promised, asks);
  const countries = together(everywhere, asksEverywhere);
  const regions = [...regionNames(view.language)].map(([m49, name]) => ({ m49, name }));
  const question = { ...asked, node: under?.code, coalition: coalition?.slug, region: regionOf(asked, regions, cells, all) };
  return {
    question, version, versions, clauses, under, regions, coalitions: coalitions.map(({ slug, name }) => ({ slug, name })),
    mapped: {
      question, version: spellVersion(version), endorsed: version.framework === declarationCode && version.status === 'published', lines, under: under?.code,
      of: cellFinder(cells)(everything, 'all', '').commitments, asOf: asked.asOf ?? todayOf(view),
    },
    coverage: coverageOf(cells, lines.map(({ id }) => id), all, asked.columns, columnsOf(asked.columns, view.language, cells, all, question.region), asked.measure),
    gaps: gapsOf(cells, lines.map(({ id }) => id), all, groupsIn(view)),
    places: placesBy(new Map(countries.map((cell) => [cell.key, amountOf(cell, asked.measure)])), view.language, true),
    may: { promise: mayPromise(viewer), offer: offersSomewhere(viewer), ask: runsSomewhere(viewer) },
  };
}

/** The lines that stand under a clause, or it alone where none does; all lines where no clause is asked for. */
function linesUnder(clauses: readonly ClauseWords[], under: ClauseWords | undefined): ClauseWords[] {
  if (under === undefined) return linesOf(clauses);
  const inside = (clause: ClauseWords): boolean => clause.id === under.id || clauses.some((parent) => parent.id === clause.parent_id && inside(parent));
  return linesOf(clauses).filter(inside);
}

/** The region that countries or subregions are shown of: the one that was asked for, else the one that is served least. */
function regionOf({ columns, region }: Question, regions: readonly { readonly m49: string }[], cells: readonly Cell[], all: string): string | undefined {
  if (columns !== 'subregion' && columns !== 'country') return undefined;
  if (regions.some(({ m49 }) => m49 === region) || (region === nowhere && columns === 'country')) return region;
  const find = cellFinder(cells);
  const count = ({ m49 }: { readonly m49: string }) => find(all, 'region', m49).commitments;
  return regions.toSorted((a, b) => count(a) - count(b))[0]?.m49;
}

/** Groups of learners, then groups of countries: those that the Declaration puts in the centre. */
const groupsIn = ({ language }: View) => [
  ...BENEFICIARY_GROUPS.map(({ code, name }) => ({ kind: 'beneficiary' as const, key: code as string, name: name[language] })),
  ...COUNTRY_GROUPS.map(({ code, name }) => ({ kind: 'group' as const, key: code as string, name: name[language] })),
];
