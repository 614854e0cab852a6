import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { Note } from '#app/open-data/imports/model';
import type { Reference } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { CommitmentRow } from '#app/open-data/imports/rows';
import { type Shape, inRowOrder } from './shape';
import { titleOf } from './title';

/**
 * Voluntary pledges of states in the Universal Periodic Review, as exported by UPR Info: English text, informal country names, issue tags.
 * They name no clause, no date and no goal, so none is made up: tags become action lines only where the mapping knows them.
 */
export const uprPledges: Shape = {
  id: 'upr-pledges',
  kind: 'commitments',
  required: ['To', 'Text', 'From', 'Response', 'Issue', 'Session'],
  optional: ['Action'],
  read: (source, { reference }) => {
    const { rows, errors } = withRepeats(collect(source, (reading) => commitment(reading, reference)), 'Text');
    const tags = [...new Set(rows.flatMap((row) => row.unmapped_tags))].toSorted();
    const notes: Note[] = tags.length > 0 ? [{ code: 'tags-unmapped', values: { number: tags.length, tags: tags.join(', ') } }] : [];
    return { kind: 'commitments', rows, errors: inRowOrder(errors), notes };
  },
};

function commitment(reading: RowReading, reference: Reference): CommitmentRow | null {
  const country = reading.required('To', (name) => {
    const code = reference.countryFromName(name);
    return code === null ? { code: 'country-unknown', values: { found: name } } : { value: code };
  });
  const action = reading.required('Text', (text) => ({ value: text }));
  const from = reading.cell('From');
  // A state's own promise: what another state recommends to it is a different thing, in a file of the same form.
  if (from !== null && from !== reading.cell('To')) reading.fail('From', 'country-differs', { found: from });
  const response = reading.cell('Response');
  if (response !== 'Voluntary Pledge') reading.fail('Response', 'not-a-voluntary-pledge', { found: response ?? '' });
  const session = reading.text('session', 'Session');
  const action_category = reading.text('action_category', 'Action');
  const tags = (reading.cell('Issue') ?? '').split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
  if (country === null || action === null) return null;
  for (const field of ['starts_on', 'ends_on', 'type', 'goals']) reading.absent(field, 'not-in-file');
  const { codes, unmapped } = reference.actionLinesForTags(tags);
  if (codes.length === 0) reading.absent('action_lines', tags.length === 0 ? 'not-stated' : 'unknown-code');
  return {
    ...reading.identified(identityOf(country, session, action)),
    country_iso2: country, organisation: null, language: 'en', title: titleOf(action), title_derived: true, action, texts: [],
    countries: [{ country_iso2: country, share: '100' }], starts_on: null, ends_on: null, action_lines: codes, unmapped_tags: unmapped, doubts: [], said: { session, action_category, tags },
  };
}
