import { ORGANISATION_ROLES, ORGANISATION_TYPES } from '#app/open-data/imports/codes/iati';
import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { Reference } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { ParticipantRow } from '#app/open-data/imports/rows';
import { anyText, shortText } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

/** One row per organisation that takes part in an activity, with its role there. */
export const iatiParticipants: Shape = {
  id: 'iati-participants',
  kind: 'participating-orgs',
  required: ['iati_identifier', 'participating_org_eng', 'participating_org_ref', 'participating_org_type', 'participating_org_role'],
  optional: [],
  read: (source, { reference }) => {
    const { rows, errors } = withRepeats(collect(source, (reading) => participant(reading, reference)), 'participating_org_eng');
    return { kind: 'participating-orgs', rows, errors: inRowOrder(errors), notes: [] };
  },
};

export function participant(reading: RowReading, reference: Reference): ParticipantRow | null {
  const iati_identifier = reading.required('iati_identifier', shortText);
  const ref = reading.cell('participating_org_ref');
  // Somebody takes part: without a name and without a reference nobody does.
  if (ref === null) reading.required('participating_org_eng', anyText);
  const name = reading.text('name', 'participating_org_eng');
  const { identifier, source_note } = identified(reading, 'identifier', ref, reference);
  const type_code = reading.code('type_code', 'participating_org_type', (code) => ORGANISATION_TYPES.has(code));
  const role_code = reading.code('role_code', 'participating_org_role', (code) => ORGANISATION_ROLES.has(code));
  if (iati_identifier === null) return null;
  return { ...reading.identified(identityOf(iati_identifier, reading.cell('participating_org_role'), name, ref)), iati_identifier, name, identifier, source_note, type_code, role_code };
}

/** ME-1: only a scheme-prefixed reference identifies; any other is a note. */
export function identified(reading: RowReading, field: string, ref: string | null, reference: Reference): { identifier: string | null; source_note: string | null } {
  if (ref === null) return { identifier: reading.absent(field, 'not-stated'), source_note: null };
  const identifier = reference.identifierOf(ref);
  if (identifier !== null) return { identifier, source_note: null };
  return { identifier: reading.absent(field, 'unknown-code', ref), source_note: ref };
}
