import { resolveCountry } from '#db/reference/country-aliases';
import { COUNTRIES, findCountry } from '#db/reference/countries';
import { findCurrency } from '#db/reference/currencies';
import { resolveIndicator } from '#db/reference/indicators';
import { actionLinesForTags } from '#db/reference/issue-tags';
import { parseIdentifier } from '#db/reference/organisation-schemes';

/** What reading a file needs to know of the world. Passed in, so that reading itself stays a calculation. */
export interface Reference {
  /** ISO 3166-1 alpha-2, in capitals. */
  readonly isCountry: (code: string) => boolean;
  /** ISO 4217, historic codes included. */
  readonly isCurrency: (code: string) => boolean;
  /** The alpha-2 code of a country by any name that sources use; null when the name is not known. */
  readonly countryFromName: (name: string) => string | null;
  /** The code of an indicator by any name that sources use; null when the name is not known. */
  readonly indicatorFromName: (name: string) => string | null;
  /** The alpha-2 code of a country by its ISO 3166-1 alpha-3 code; null when there is none. */
  readonly countryFromIso3: (code: string) => string | null;
  /** Codes of action lines of the Declaration, and the tags that stand for none: a person decides. */
  readonly actionLinesForTags: (tags: readonly string[]) => { readonly codes: readonly string[]; readonly unmapped: readonly string[] };
  /** The identifier that a text is, its scheme as the list has it (`XM-DAC-41114`); null for what names no organisation (ME-1). */
  readonly identifierOf: (text: string) => string | null;
}

export interface ReadingContext {
  readonly reference: Reference;
  /** `YYYY-MM-DD`: nothing that was paid lies after it (FI-2). */
  readonly today: string;
}

/** The world as `db/reference` has it. */
export const WORLD: Reference = {
  isCountry: (code) => findCountry(code) !== undefined,
  isCurrency: (code) => findCurrency(code) !== undefined,
  countryFromName: resolveCountry,
  indicatorFromName: resolveIndicator,
  countryFromIso3: (code) => COUNTRIES.find(({ iso3 }) => iso3 === code)?.iso2 ?? null,
  actionLinesForTags,
  identifierOf: (text) => parseIdentifier(text)?.identifier ?? null,
};
