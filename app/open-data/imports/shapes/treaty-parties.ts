import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { ReadingContext } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { EndorsementImportRow } from '#app/open-data/imports/rows';
import { pastDate, shortText } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

const CONFIRMED = 'Ratification-Acceptance-Accession-Approval-Succession';
/** The text that this list is about. The list names it only in its file name, so it stands here. */
const TEXT = { code: 'UNFCCC', name: 'United Nations Framework Convention on Climate Change', short_name: 'Climate convention' };
/** Parties of the list that are no countries: organisations of which countries are members. */
const UNIONS: ReadonlySet<string> = new Set(['EUU']);

/** The parties of a treaty with the days of their signature and confirmation, by ISO 3166-1 alpha-3: each is a dated endorsement. */
export const treatyParties: Shape = {
  id: 'treaty-parties',
  kind: 'endorsements',
  required: ['Code', 'Name', 'Signature', CONFIRMED, 'Kind'],
  optional: [],
  read: (source, context) => {
    const { rows, errors } = withRepeats(collect(source, (reading) => endorsement(reading, context)), 'Code');
    return { kind: 'endorsements', text: TEXT, rows, errors: inRowOrder(errors), notes: [] };
  },
};

function endorsement(reading: RowReading, { reference, today }: ReadingContext): EndorsementImportRow | null {
  const code = reading.required('Code', (text) => (/^[A-Z]{3}$/.test(text) ? { value: text } : { code: 'code-unknown', values: { found: text } }));
  const name = reading.required('Name', shortText);
  const endorsed_on = reading.optional('endorsed_on', 'Signature', pastDate(today));
  const confirmed_on = reading.optional('confirmed_on', CONFIRMED, pastDate(today));
  const confirmation = reading.optional('confirmation', 'Kind', shortText);
  const country_iso2 = code === null || UNIONS.has(code) ? null : reference.countryFromIso3(code);
  if (code !== null && country_iso2 === null && !UNIONS.has(code)) reading.fail('Code', 'country-unknown', { found: code });
  if (code === null || name === null) return null;
  return {
    ...reading.identified(identityOf(TEXT.code, code)), country_iso2, organisation: UNIONS.has(code) ? name : null,
    endorsed_on, confirmation, confirmed_on: confirmation === null ? null : confirmed_on,
  };
}
