import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { COUNTRIES } from '#db/reference/countries';
import { COUNTRY_GROUPS } from '#db/reference/groups';
import { REGIONS } from '#db/reference/regions';
import { cellFinder, nowhere, type Cell, type ColumnKind, type CoverageColumn } from './model';

export interface Place {
  readonly iso2: string;
  readonly name: string;
  readonly count: number;
}

/** A region with every country of it. `of` and `covered` count States that are members or observers of the United Nations. */
export interface PlaceRegion {
  /** M49, or `none` for what M49 puts in no region. */
  readonly m49: string;
  readonly name: string;
  readonly of: number;
  readonly covered: number;
  /** The mean of what its States count. */
  readonly mean: number;
  /** In the order of the reader's alphabet. */
  readonly places: readonly Place[];
}

/** The M49 regions in the reader's language, by code. */
export function regionNames(language: Language): ReadonlyMap<string, string> {
  return new Map(REGIONS.filter((region) => region.level === 'region').map(({ m49, name }) => [m49, name[language]]));
}

/**
 * Every country under its region, so that none is too small to be seen. A territory stands there where it counts something, or where
 * `territories` asks for everything that ISO 3166-1 has. Facts of the world come with the release and cost no query.
 */
export function placesBy(counts: ReadonlyMap<string, number>, language: Language, territories = false): PlaceRegion[] {
  const inOrder = new Intl.Collator(language).compare;
  const region = (m49: string, name: string): PlaceRegion => {
    const countries = COUNTRIES.filter((country) => (country.region ?? nowhere) === m49);
    const states = countries.filter((country) => country.standing !== 'territory').map((country) => counts.get(country.iso2) ?? 0);
    const shown = countries.filter((country) => territories || country.standing !== 'territory' || (counts.get(country.iso2) ?? 0) > 0);
    return {
      m49, name, of: states.length, covered: states.filter((count) => count > 0).length, mean: states.reduce((sum, count) => sum + count, 0) / Math.max(1, states.length),
      places: shown.map((country) => ({ iso2: country.iso2, name: country.name[language], count: counts.get(country.iso2) ?? 0 })).toSorted((a, b) => inOrder(a.name, b.name)),
    };
  };
  const regions = [...regionNames(language)].map(([m49, name]) => region(m49, name)).toSorted((a, b) => inOrder(a.name, b.name));
  return territories ? [...regions, region(nowhere, textFor(language, 'frameworks')('coverage.no_region'))] : regions;
}

/** The columns of one kind in the reader's language. Groups of learners stand least served first; `within` is a region, for what lies in one. */
export function columnsOf(kind: ColumnKind, language: Language, cells: readonly Cell[], all: string, within?: string): CoverageColumn[] {
  const inOrder = new Intl.Collator(language).compare;
  const sorted = (columns: CoverageColumn[]) => columns.toSorted((a, b) => inOrder(a.name, b.name));
  const unplaced = within === undefined && cells.some((cell) => cell.kind === kind && cell.key === nowhere) ? [{ key: nowhere, name: textFor(language, 'frameworks')('coverage.no_country') }] : [];
  switch (kind) {
    case 'region': return [...sorted([...regionNames(language)].map(([key, name]) => ({ key, name }))), ...unplaced];
    case 'subregion': return sorted(REGIONS.filter(({ level, parent }) => level === 'subregion' && parent === within).map(({ m49, name }) => ({ key: m49, name: name[language] })));
    case 'country': return sorted(COUNTRIES.filter(({ region }) => region === (within === nowhere ? null : within)).map(({ iso2, name }) => ({ key: iso2, name: name[language] })));
    case 'group': return COUNTRY_GROUPS.map(({ code, name }) => ({ key: code, name: name[language] }));
    case 'beneficiary': {
      const served = cellFinder(cells);
      const count = (code: string) => served(all, 'beneficiary', code).commitments;
      return BENEFICIARY_GROUPS.toSorted((a, b) => count(a.code) - count(b.code)).map(({ code, name }) => ({ key: code, name: name[language] }));
    }
  }
}
