import { COUNTRIES } from './countries';

/** An organisation identifier of the form that org-id.guide and IATI ask for: who registered it, and the number there. */
export type OrganisationIdentifier = { readonly scheme: string; readonly value: string; readonly identifier: string };

/** What a cell that should hold an organisation's identifier really holds. Only `identifier` names an organisation (ME-1). */
export type IdentifierKind = 'identifier' | 'channel_code' | 'absent' | 'note';

// Jurisdictions of org-id.guide that are no country: international, multilateral, regional, Kosovo, several countries.
const OTHER_JURISDICTIONS = ['XI', 'XM', 'XR', 'XK', 'ZZ'];
const JURISDICTIONS: ReadonlySet<string> = new Set([...OTHER_JURISDICTIONS, ...COUNTRIES.map((country) => country.iso2)]);

const SHAPE = /^(?<jurisdiction>[A-Z]{2})(?<subdivision>_[A-Z]{2})?-(?<register>[A-Z0-9_]{2,12})-(?<value>\S+)$/iu;
const PLACEHOLDERS = new Set(['', '#', '-', '0', 'n/a', 'na', 'nil', 'none', 'null', 'unknown', 'not available', 'not applicable']);

/**
 * Reads a scheme-prefixed identifier (`XM-DAC-41114`, `GB-COH-01234567`); null for anything else. The scheme is put in upper case,
 * as its list has it, and the value is kept as it was written.
 */
export function parseIdentifier(raw: string): OrganisationIdentifier | null {
  const groups = SHAPE.exec(raw.trim())?.groups;
  const jurisdiction = groups?.['jurisdiction']?.toUpperCase() ?? '';
  const register = groups?.['register']?.toUpperCase() ?? '';
  const value = groups?.['value'] ?? '';
  // A bare number is an agency within a donor, not a register ("DE-1-2").
  if (!JURISDICTIONS.has(jurisdiction) || !/[A-Z]/u.test(register)) return null;
  const scheme = `${jurisdiction}${groups?.['subdivision']?.toUpperCase() ?? ''}-${register}`;
  // The DAC's codes are numbers: this refuses cells cut off in the middle of a list ("XM-DAC-XM-DAC").
  if (scheme === 'XM-DAC' && !/^\d+(?:-\d+)*$/u.test(value)) return null;
  return { scheme, value, identifier: `${scheme}-${value}` };
}

/** Whether a text is an identifier with its scheme in front, and so may identify an organisation (ME-1). */
export function isScheme(raw: string): boolean {
  return parseIdentifier(raw) !== null;
}

/** Tells identifiers from bare CRS channel codes (five digits), from placeholders for nothing, and from any other note. */
export function identifierKind(raw: string): IdentifierKind {
  const text = raw.replaceAll('\u00a0', ' ').trim();
  if (PLACEHOLDERS.has(text.toLowerCase())) return 'absent';
  if (/^\d{5}$/u.test(text)) return 'channel_code';
  return isScheme(text) ? 'identifier' : 'note';
}
