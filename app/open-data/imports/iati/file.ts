import { AID_TYPES } from '#app/open-data/imports/codes/iati';
import { grouped, identityOf, withOccurrences } from '#app/open-data/imports/identity';
import { type Departure, type Result, type RowError, refused, taken } from '#app/open-data/imports/model';
import type { ReadingContext } from '#app/open-data/imports/reference';
import { RowReading } from '#app/open-data/imports/row-reading';
import type { IatiFileRow, IatiPart } from '#app/open-data/imports/rows';
import { codesOf, datesOf, reportingOf } from '#app/open-data/imports/shapes/iati-activities';
import { budget } from '#app/open-data/imports/shapes/iati-budgets';
import { participant } from '#app/open-data/imports/shapes/iati-participants';
import { alikeNotes, transaction } from '#app/open-data/imports/shapes/iati-transactions';
import { type Contents, inRowOrder } from '#app/open-data/imports/shapes/shape';
import type { Limits } from '#app/open-data/imports/source/limits';
import { amount, shortText } from '#app/open-data/imports/values';
import { departuresOf } from './departures';
import { readElements, type XmlElement } from './elements';
import { activityRecord, budgetRecord, childrenOf, participantRecord, saidOf, textsOf, transactionRecord, type ElementRecord } from './records';
import { shareDepartures } from './shares';

/** The version of the standard whose schema is known here. */
const VERSION = '2.03';

/**
 * An IATI activity file: its activities with who takes part, what is budgeted and every transaction, each a row. What departs from the
 * schema is listed and taken all the same as far as it can be understood.
 */
export function readActivityFile(text: string, context: ReadingContext, limits: Limits): Result<Contents<'iati-file'>> {
  const root = readElements(text);
  if (!root.ok) return root;
  if (root.value.name !== 'iati-activities') return refused('xml-other', { found: root.value.name.slice(0, 60) });
  const activities = childrenOf(root.value, 'iati-activity');
  const counted = activities.reduce((sum, activity) => sum + 1 + PARTS.reduce((parts, { element }) => parts + childrenOf(activity, element).length, 0), 0);
  if (counted === 0) return refused('no-rows', { columns: 'iati-activity' });
  if (counted > limits.rows) return refused('too-many-rows', { found: counted, limit: limits.rows });
  const { rows, errors } = rowsOf(activities, context);
  const departures = [...versionOf(root.value), ...departuresOf(root.value), ...activities.flatMap(shareDepartures)].toSorted((a, b) => a.row - b.row);
  const notes = alikeNotes(rows.flatMap((row) => (row.part === 'transactions' ? [row] : [])));
  return taken({ kind: 'iati-file', rows, errors: inRowOrder(errors), notes, departures });
}

function rowsOf(activities: readonly XmlElement[], context: ReadingContext): { readonly rows: IatiFileRow[]; readonly errors: readonly RowError[] } {
  const told = activities.map((activity) => read(activityRecord(activity), 'activities', (reading) => activityRow(reading, activity, context)));
  const parts = PARTS.flatMap(({ part, element, recordOf, build }) =>
    activities.flatMap((activity) => childrenOf(activity, element).map((one) => read(recordOf(activity, one), part, (reading) => build(reading, context)))));
  const all = [...once(told), ...parts];
  return { rows: withOccurrences(all.flatMap(({ row }) => row ?? [])), errors: all.flatMap(({ errors }) => errors) };
}

type Build = (reading: RowReading, context: ReadingContext) => IatiFileRow | null;
interface Part { readonly part: IatiPart; readonly element: string; readonly recordOf: (activity: XmlElement, element: XmlElement) => ElementRecord; readonly build: Build }

const as = <Row extends object, P extends IatiPart>(part: P, row: Row | null): (Row & { part: P }) | null => (row === null ? null : { ...row, part });
const aidTypeNumbers = ['1', '2', '3', '4', '5'];

const PARTS: readonly Part[] = [
  { part: 'participating-orgs', element: 'participating-org', recordOf: participantRecord, build: (reading, { reference }) => as('participating-orgs', participant(reading, reference)) },
  { part: 'budgets', element: 'budget', recordOf: budgetRecord, build: (reading, { reference }) => as('budgets', budget(reading, reference)) },
  { part: 'transactions', element: 'transaction', recordOf: transactionRecord, build: (reading, context) => as('transactions', transaction(reading, aidTypeNumbers, context)) },
];

interface ReadElement { readonly path: string; readonly row: IatiFileRow | null; readonly errors: readonly RowError[] }

/** One element: a row, or errors that name the element and the place in it. */
function read(record: ElementRecord, part: IatiPart, build: (reading: RowReading) => IatiFileRow | null): ReadElement {
  const reading = new RowReading(record);
  const row = build(reading);
  const { path } = record.element;
  const errors = reading.errors.map((error) => ({ ...error, column: record.places[error.column ?? ''] ?? path, values: { ...error.values, element: path } }));
  if (row === null && errors.length === 0) throw new Error(`${part} ${path} was refused without a reason.`);
  return { path, row: row === null || errors.length > 0 ? null : { ...row, key: `${part}/${row.key}` }, errors };
}

function activityRow(reading: RowReading, activity: XmlElement, { reference }: ReadingContext): IatiFileRow | null {
  const iati_identifier = reading.required('iati_identifier', shortText);
  const { titles, descriptions } = textsOf(activity);
  if (titles.length === 0) reading.absent('titles', 'not-stated');
  const count = childrenOf(activity, 'activity-date').length;
  const currency = reading.code('default_currency', 'default_currency', reference.isCurrency);
  const row = {
    titles, descriptions, said: saidOf(activity), ...reportingOf(reading), ...codesOf(reading), ...countriesOf(reading, activity, reference.isCountry),
    ...datesOf(reading, Array.from({ length: count }, (_, at) => [`activity_date_${at + 1}`, `activity_date_type_${at + 1}`] as const)),
    region_code: null, region_vocabulary: null, region_name: null, website: null, default_currency: currency,
    default_aid_type: reading.code('default_aid_type', 'default_aid_type_code', (code) => AID_TYPES['1']?.has(code) ?? false),
  };
  return iati_identifier === null ? null : { part: 'activities', ...reading.identified(identityOf(iati_identifier)), iati_identifier, ...row };
}

/** Every country once; a share that is no number, or a country said twice, leaves the share open. */
function countriesOf(reading: RowReading, activity: XmlElement, isCountry: (code: string) => boolean) {
  const shares = new Map<string, string | null>();
  for (const { attributes } of childrenOf(activity, 'recipient-country')) {
    const code = (attributes['code'] ?? '').toUpperCase();
    if (!isCountry(code)) reading.absent('country_iso2', 'unknown-code', code);
    else shares.set(code, shares.has(code) ? null : shareOf(attributes['percentage']));
  }
  return { countries: [...shares].map(([country_iso2, share]) => ({ country_iso2, share })) };
}

/** What the column can keep: not above a hundred, to the fourth decimal. */
function shareOf(text: string | undefined): string | null {
  const parsed = text === undefined ? null : amount(text);
  return parsed !== null && 'value' in parsed && Number(parsed.value) >= 0 && Number(parsed.value) <= 100 ? String(Math.round(Number(parsed.value) * 10_000) / 10_000) : null;
}

/** An activity that is told twice in the same words is one; told in different words, nobody can say which holds. */
function once(told: readonly ReadElement[]): ReadElement[] {
  const groups = grouped(told.filter(({ row }) => row !== null), ({ row }) => row?.key ?? '');
  return told.map((one) => {
    const group = groups.get(one.row?.key ?? '') ?? [];
    const [first] = group;
    if (one.row === null || first?.row == null) return one;
    if (group.some(({ row }) => row?.hash !== one.row?.hash)) return contradicted(one, group);
    if (first === one) return one;
    return { ...one, row: { ...one.row, repeats: { row: first.row.row, because: 'identical' } } };
  });
}

const contradicted = ({ path, row }: ReadElement, group: readonly ReadElement[]): ReadElement =>
  ({ path, row: null, errors: [{ row: row?.row ?? 0, column: `${path}/iati-identifier`, code: 'key-conflict', values: { rows: group.flatMap((one) => one.row?.row ?? []).join(', '), element: path } }] });

const versionOf = ({ attributes, line }: XmlElement): Departure[] =>
  attributes['version'] === undefined || attributes['version'] === VERSION ? [] : [{ row: line, column: '/@version', code: 'version-differs', values: { found: attributes['version'].slice(0, 20), expected: VERSION } }];
