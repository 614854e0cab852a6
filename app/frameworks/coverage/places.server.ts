import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { COUNTRIES } from '#db/reference/countries';
import { REGIONS } from '#db/reference/regions';
import type { Cell, CoverageColumn } from './model';
import { noRegion, severalRegions } from './queries.server';

export interface Place {
  readonly iso2: string;
  readonly name: string;
  readonly count: number;
}

/** A region with every country of it. `of` and `covered` count States that are members or observers of the United Nations. */
export interface PlaceRegion {
  readonly m49: string;
  readonly name: string;
  readonly of: number;
  readonly covered: number;
  /** The mean of what its States count. */
  readonly mean: number;
  /** In the order of the reader's alphabet; a territory stands here only where it counts something. */
  readonly places: readonly Place[];
}

/** The M49 regions in the reader's language, by code. */
export function regionNames(language: Language): ReadonlyMap<string, string> {
  return new Map(REGIONS.filter((region) => region.level === 'region').map(({ m49, name }) => [m49, name[language]]));
}

/** Every country under its region, so that none is too small to be seen. Facts of the world come with the release and cost no query. */
export function placesBy(counts: ReadonlyMap<string, number>, language: Language): PlaceRegion[] {
  const inOrder = new Intl.Collator(language).compare;
  return [...regionNames(language)].map(([m49, name]) => {
    const countries = COUNTRIES.filter((country) => country.region === m49);
    const states = countries.filter((country) => country.standing !== 'territory').map((country) => counts.get(country.iso2) ?? 0);
    const shown = countries.filter((country) => country.standing !== 'territory' || (counts.get(country.iso2) ?? 0) > 0);
    return {
      m49, name, of: states.length, covered: states.filter((count) => count > 0).length, mean: states.reduce((sum, count) => sum + count, 0) / Math.max(1, states.length),
      places: shown.map((country) => ({ iso2: country.iso2, name: country.name[language], count: counts.get(country.iso2) ?? 0 })).toSorted((a, b) => inOrder(a.name, b.name)),
    };
  }).toSorted((a, b) => inOrder(a.name, b.name));
}

/** The columns by region: regions in the order of the reader's alphabet, several regions, and no country where that occurs. */
export function regionColumns(language: Language, cells: readonly Cell[]): CoverageColumn[] {
  const t = textFor(language, 'frameworks');
  const inOrder = new Intl.Collator(language).compare;
  const regions = [...regionNames(language)].map(([key, name]) => ({ key, name, region: true })).toSorted((a, b) => inOrder(a.name, b.name));
  const unplaced = cells.some((cell) => cell.column === noRegion);
  return [...regions, { key: severalRegions, name: t('coverage.several') }, ...(unplaced ? [{ key: noRegion, name: t('coverage.no_country') }] : [])];
}

/** The columns by group of learners, least covered group first. */
export function groupColumns(language: Language, cells: readonly Cell[]): CoverageColumn[] {
  const totals = new Map(cells.flatMap(({ clause, column, count }) => (clause === null && column !== null ? [[column, count]] : [])));
  const count = (code: string) => totals.get(code) ?? 0;
  return BENEFICIARY_GROUPS.toSorted((a, b) => count(a.code) - count(b.code)).map(({ code, name }) => ({ key: code, name: name[language] }));
}
