import { AID_TYPES, ORGANISATION_TYPES, TRANSACTION_TYPES } from '#app/open-data/imports/codes/iati';
import { identityOf, withOccurrences } from '#app/open-data/imports/identity';
import type { Note } from '#app/open-data/imports/model';
import type { ReadingContext } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { AidType, TransactionRow } from '#app/open-data/imports/rows';
import { amount, codeOf, currency, flag, pastDate, plainDate, shortText } from '#app/open-data/imports/values';
import { identified } from './iati-participants';
import { type Shape, inRowOrder } from './shape';

const AID_TYPE = /^transaction_aid_type_(?:code|vocabulary)_(\d+)$/;

/**
 * One row per transaction. It is known by its reference, or, as many lack one, by all its source fields, and by how often that occurred
 * before: two rows alike are two transactions.
 */
export const iatiTransactions: Shape = {
  id: 'iati-transactions',
  kind: 'transactions',
  required: ['iati_identifier', 'transaction_ref', 'transaction_type_code', 'transaction_date', 'transaction_value_currency', 'transaction_value'],
  optional: [
    'transaction_humanitarian', 'transaction_value_date', 'transaction_description', 'transaction_provider_org_type', 'transaction_provider_org_ref',
    'transaction_provider_org', AID_TYPE, 'transaction_value_USD',
  ],
  read: (source, context) => {
    const numbers = [...new Set(source.header.flatMap((column) => AID_TYPE.exec(column)?.[1] ?? []))];
    const { rows, errors } = collect(source, (reading) => transaction(reading, numbers, context));
    const counted = withOccurrences(rows);
    return { kind: 'transactions', rows: counted, errors: inRowOrder(errors), notes: alikeNotes(counted) };
  },
};

/** Says how many rows are equal to an earlier one in everything. */
export function alikeNotes(rows: readonly TransactionRow[]): Note[] {
  const number = rows.length - new Set(rows.map(({ hash }) => hash)).size;
  return number > 0 ? [{ code: 'transactions-alike', values: { number } }] : [];
}

export function transaction(reading: RowReading, aidTypeNumbers: readonly string[], { reference, today }: ReadingContext): TransactionRow | null {
  const iati_identifier = reading.required('iati_identifier', shortText);
  const type_code = reading.required('transaction_type_code', codeOf(TRANSACTION_TYPES));
  const transaction_on = reading.required('transaction_date', pastDate(today));
  const value = reading.required('transaction_value', amount);
  const unit = reading.required('transaction_value_currency', currency(reference.isCurrency));
  const optional = {
    reference: reading.text('reference', 'transaction_ref'),
    humanitarian: reading.optional('humanitarian', 'transaction_humanitarian', flag),
    value_on: reading.optional('value_on', 'transaction_value_date', plainDate),
    description: reading.text('description', 'transaction_description'),
    ...partiesOf(reading, reference),
    aid_types: aidTypesOf(reading, aidTypeNumbers),
    published_usd: reading.optional('published_usd', 'transaction_value_USD', amount),
  };
  if (iati_identifier === null || type_code === null || transaction_on === null || value === null || unit === null) return null;
  return { ...reading.identified(keyOf(reading, iati_identifier, type_code)), iati_identifier, type_code, transaction_on, value, currency: unit, ...optional };
}

/** What the source calls it by, where it calls it by something, else all that it says. Either may stand several times. */
const keyOf = (reading: RowReading, activity: string, type: string): string => {
  const reference = reading.cell('transaction_ref');
  return reference === null ? reading.fingerprint() : identityOf(activity, reference, type);
};

/** Who gives, and who receives where the form has a column for it. */
function partiesOf(reading: RowReading, reference: ReadingContext['reference']) {
  const { identifier, source_note } = identified(reading, 'provider_identifier', reading.cell('transaction_provider_org_ref'), reference);
  return {
    provider_name: reading.text('provider_name', 'transaction_provider_org'),
    provider_identifier: identifier,
    provider_source_note: source_note,
    provider_type_code: reading.code('provider_type_code', 'transaction_provider_org_type', (code) => ORGANISATION_TYPES.has(code)),
    provider_activity: reading.cell('transaction_provider_activity'),
    receiver_name: reading.cell('transaction_receiver_org'),
    receiver_identifier: reference.identifierOf(reading.cell('transaction_receiver_org_ref') ?? ''),
    receiver_activity: reading.cell('transaction_receiver_activity'),
  };
}

/** Aid types come in pairs of code and vocabulary; a vocabulary that is not named is IATI's default, the DAC's. */
function aidTypesOf(reading: RowReading, numbers: readonly string[]): AidType[] {
  const found = numbers.flatMap((number) => {
    const code = reading.cell(`transaction_aid_type_code_${number}`);
    const vocabulary = reading.cell(`transaction_aid_type_vocabulary_${number}`) ?? '1';
    if (code === null) return [];
    const list = AID_TYPES[vocabulary];
    if (list !== undefined && (list === null || list.has(code))) return [{ code, vocabulary }];
    reading.absent(`aid_type_${number}`, 'unknown-code', `${vocabulary}:${code}`);
    return [];
  });
  if (found.length === 0 && !Object.keys(reading.missing).some((field) => field.startsWith('aid_type_'))) reading.absent('aid_types', 'not-stated');
  return found;
}
