import { grouped, identityOf } from '#app/open-data/imports/identity';
import type { RowError } from '#app/open-data/imports/model';
import { ORGANISATION_TYPES } from '#app/open-data/imports/codes/iati';
import type { Reference } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { IdentifierRow, MemberRow, PossibleDuplicate } from '#app/open-data/imports/rows';
import { anyText } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

const NOT_AVAILABLE = 'N/A';

/** Organisations named in published aid data: one row per distinct name, several references and types in a cell, split by `|`. */
export const iatiOrganisations: Shape = {
  id: 'iati-organisations',
  kind: 'members',
  required: ['organisation_name', 'org_refs', 'iati_org_type_codes'],
  optional: ['name_languages', 'mentions'],
  read: (source, { reference }) => {
    const { rows, errors } = collect(source, (reading) => organisation(reading, reference));
    return { kind: 'members', rows: withDuplicates(withNames(rows)), errors: inRowOrder([...errors] satisfies RowError[]), notes: [] };
  },
};

const several = (cell: string | null): string[] => (cell ?? '').split('|').map((part) => part.trim()).filter((part) => part !== '');

function organisation(reading: RowReading, reference: Reference): MemberRow | null {
  const name = reading.required('organisation_name', anyText);
  const refs = several(reading.cell('org_refs'));
  const identifiers = refs.flatMap((ref) => reference.identifierOf(ref) ?? []);
  const type_code = onlyOne(reading, 'type_code', 'iati_org_type_codes', (code) => ORGANISATION_TYPES.has(code));
  const name_language = onlyOne(reading, 'name_language', 'name_languages', (code) => /^[a-z]{2,3}$/.test(code));
  for (const field of ['country_iso2', 'constituency']) reading.absent(field, 'not-in-file');
  if (name === null) return null;
  return {
    ...reading.identified(identityOf(name.normalize('NFC'))),
    name, name_language, type_code,
    identifiers: [...grouped(identifiers, sameIdentifier).values()].flatMap(([identifier]): IdentifierRow[] => (identifier === undefined ? [] : [{ identifier, claim: false }])),
    source_notes: refs.filter((ref) => reference.identifierOf(ref) === null),
    possible_duplicates: [],
  };
}

/** The one code that a cell states; several are ambiguous, `N/A` states nothing. */
function onlyOne(reading: RowReading, field: string, column: string, isKnown: (code: string) => boolean): string | null {
  const parts = several(reading.cell(column));
  const [code, ...more] = [...new Set(parts.filter((part) => part !== NOT_AVAILABLE))];
  if (code === undefined) return reading.absent(field, parts.length > 0 ? 'not-available' : 'not-stated');
  if (more.length > 0) return reading.absent(field, 'several', parts.join('|'));
  return isKnown(code) ? code : reading.absent(field, 'unknown-code', code);
}

const sameIdentifier = (identifier: string): string => identifier.toUpperCase();
const sameName = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * An identical second row repeats the first. A second row of exactly the same name that says something else may be another
 * organisation (every country has a ministry of finance): it is taken, under a key of its own.
 */
function withNames(rows: readonly MemberRow[]): MemberRow[] {
  const settled = [...grouped(rows, (row) => row.key).values()].flatMap((group) => {
    const firsts: MemberRow[] = [];
    return group.map((row): MemberRow => {
      const first = firsts.find((other) => other.hash === row.hash);
      if (first) return { ...row, key: first.key, repeats: { row: first.row, because: 'identical' } };
      firsts.push(row);
      return firsts.length === 1 ? row : (firsts[firsts.length - 1] = { ...row, key: `${row.key}/${firsts.length}` });
    });
  });
  return settled.toSorted((a, b) => a.row - b.row);
}

/** ME-1: rows that differ only in case or share an identifier are possible duplicates; such an identifier is a claim, in every row. */
function withDuplicates(rows: readonly MemberRow[]): MemberRow[] {
  const taken = rows.filter((row) => row.repeats === null);
  const names = grouped(taken, (row) => sameName(row.name));
  const claims = grouped(taken.flatMap((row) => row.identifiers.map(({ identifier }) => ({ identifier, row: row.row }))), (claim) => sameIdentifier(claim.identifier));
  return rows.map((row) => {
    if (row.repeats !== null) return row;
    const possible: PossibleDuplicate[] = [];
    const [namesake] = names.get(sameName(row.name)) ?? [];
    if (namesake && namesake.row < row.row) possible.push({ row: namesake.row, because: 'name', value: namesake.name });
    const identifiers = row.identifiers.map(({ identifier }) => {
      const holders = claims.get(sameIdentifier(identifier)) ?? [];
      // Each pair of those that share it: when one of them turns out to be another, the rest are still asked about.
      for (const holder of holders) if (holder.row < row.row) possible.push({ row: holder.row, because: 'identifier', value: identifier });
      return { identifier, claim: holders.length > 1 };
    });
    return { ...row, identifiers, possible_duplicates: possible };
  });
}
