import { ACTIVITY_DATE_TYPES, ACTIVITY_SCOPES, ACTIVITY_STATUSES, COLLABORATION_TYPES, DAC_REGIONS, DESCRIPTION_TYPES, FINANCE_TYPES, FLOW_TYPES, ORGANISATION_TYPES, REGION_VOCABULARIES, TIED_STATUSES } from '#app/open-data/imports/codes/iati';
import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { Reference } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { ActivityDescription, ActivityRow, ActivityText, PlainDate } from '#app/open-data/imports/rows';
import { amount, plainDate, shortText } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

/** What sources write after `title_` and `description_` (one of them once wrote `descriptionv_`), and the language it stands for. */
const LANGUAGES: Readonly<Record<string, string>> = { eng: 'en', en: 'en', fr: 'fr', es: 'es', ar: 'ar', ru: 'ru', zh: 'zh' };
const TITLE = /^title_([a-z]{2,3})$/;
const DESCRIPTION = /^descriptionv?_([a-z]{2,3})_(\d+)$/;
const dateColumns = [1, 2, 3, 4].map((position) => [`activity_date_${position}`, `activity_date_type_${position}`] as const);
const DATE_FIELDS = { '1': 'starts_planned_on', '2': 'starts_on', '3': 'ends_planned_on', '4': 'ends_on' } as const;

/** One row per activity, titles and descriptions in a column per language, dates and their types in pairs of any order. */
export const iatiActivities: Shape = {
  id: 'iati-activities',
  kind: 'activities',
  required: ['iati_identifier', 'reporting_org_ref', 'title_eng', 'activity_status_code'],
  optional: [
    'reporting_org', 'reporting_org_type', TITLE, DESCRIPTION, /^description_type_\d+$/, ...dateColumns.flat(), 'activity_scope_code',
    'recipient_country_code', 'recipient_country_pct', 'recipient_region_code', 'recipient_region_vocabulary', 'recipient_region', 'collaboration_type_code',
    'default_flow_type_code', 'default_finance_type_code', 'default_tied_status_code', 'contact_info_website',
  ],
  read: (source, { reference }) => {
    const texts = source.header.filter((column) => TITLE.test(column) || DESCRIPTION.test(column));
    const { rows, errors } = withRepeats(collect(source, (reading) => activity(reading, texts, reference)), 'iati_identifier');
    return { kind: 'activities', rows, errors: inRowOrder(errors), notes: [] };
  },
};

function activity(reading: RowReading, textColumns: readonly string[], reference: Reference): ActivityRow | null {
  const iati_identifier = reading.required('iati_identifier', shortText);
  const titles = textsOf(reading, textColumns, TITLE).map(({ language, text }) => ({ language, text }));
  if (titles.length === 0) reading.absent('titles', 'not-stated');
  const dates = datesOf(reading);
  const row = {
    titles,
    descriptions: textsOf(reading, textColumns, DESCRIPTION).map(({ language, text, number }): ActivityDescription => ({ language, text, type_code: descriptionType(reading, number) })),
    ...reportingOf(reading),
    ...dates,
    ...recipientOf(reading, reference),
    ...codesOf(reading),
    default_currency: null,
    default_aid_type: null,
    website: reading.text('website', 'contact_info_website'),
  };
  return iati_identifier === null ? null : { ...reading.identified(identityOf(iati_identifier)), iati_identifier, ...row };
}

/** The text of every column of a kind under the language that its column states; whether the text is in that language is not ours to guess. */
function textsOf(reading: RowReading, columns: readonly string[], pattern: RegExp): (ActivityText & { number: string | undefined })[] {
  return columns.flatMap((column) => {
    const [, suffix, number] = pattern.exec(column) ?? [];
    const text = reading.cell(column);
    return suffix === undefined || text === null ? [] : [{ language: LANGUAGES[suffix] ?? suffix, text, number }];
  });
}

function descriptionType(reading: RowReading, number: string | undefined): string | null {
  const type = number === undefined ? null : reading.cell(`description_type_${number}`);
  return type !== null && DESCRIPTION_TYPES.has(type) ? type : null;
}

/** Pairs of a date and its type. A type that comes with two different dates is ambiguous. */
export function datesOf(reading: RowReading, columns: readonly (readonly [date: string, type: string])[] = dateColumns): Record<(typeof DATE_FIELDS)[keyof typeof DATE_FIELDS], PlainDate | null> {
  const found = columns.flatMap(([dateColumn, typeColumn]) => {
    const type = reading.cell(typeColumn);
    if (reading.cell(dateColumn) === null) return [];
    if (type === null || !ACTIVITY_DATE_TYPES.has(type)) return [reading.fail(typeColumn, type === null ? 'required' : 'code-unknown', { found: type ?? '' })];
    return [{ type, date: reading.required(dateColumn, plainDate) }];
  });
  const dateOf = (type: keyof typeof DATE_FIELDS): PlainDate | null => {
    const dates = [...new Set(found.filter((pair) => pair?.type === type).map((pair) => pair?.date ?? null))];
    const [date] = dates;
    if (dates.length > 1) return reading.absent(DATE_FIELDS[type], 'several', dates.join(', '));
    return date ?? reading.absent(DATE_FIELDS[type], 'not-stated');
  };
  return { starts_planned_on: dateOf('1'), starts_on: dateOf('2'), ends_planned_on: dateOf('3'), ends_on: dateOf('4') };
}

export function reportingOf(reading: RowReading) {
  return {
    reporting_name: reading.text('reporting_name', 'reporting_org'),
    reporting_identifier: reading.text('reporting_identifier', 'reporting_org_ref'),
    reporting_type_code: reading.code('reporting_type_code', 'reporting_org_type', (code) => ORGANISATION_TYPES.has(code)),
  };
}

function recipientOf(reading: RowReading, reference: Reference) {
  const region_vocabulary = reading.code('region_vocabulary', 'recipient_region_vocabulary', (code) => REGION_VOCABULARIES.has(code));
  // `NA` is Namibia here, never "not available".
  const country_iso2 = reading.code('country_iso2', 'recipient_country_code', reference.isCountry);
  const share = reading.optional('country_share', 'recipient_country_pct', amount);
  return {
    countries: country_iso2 === null ? [] : [{ country_iso2, share }],
    region_code: reading.code('region_code', 'recipient_region_code', (code) => region_vocabulary !== '1' || DAC_REGIONS.has(code)),
    region_vocabulary,
    region_name: reading.text('region_name', 'recipient_region'),
  };
}

/** What the codes of an activity say. */
export function codesOf(reading: RowReading) {
  return {
    status_code: reading.code('status_code', 'activity_status_code', (code) => ACTIVITY_STATUSES.has(code)),
    scope_code: reading.code('scope_code', 'activity_scope_code', (code) => ACTIVITY_SCOPES.has(code)),
    collaboration_type: reading.code('collaboration_type', 'collaboration_type_code', (code) => COLLABORATION_TYPES.has(code)),
    default_flow_type: reading.code('default_flow_type', 'default_flow_type_code', (code) => FLOW_TYPES.has(code)),
    default_finance_type: reading.code('default_finance_type', 'default_finance_type_code', (code) => FINANCE_TYPES.has(code)),
    default_tied_status: reading.code('default_tied_status', 'default_tied_status_code', (code) => TIED_STATUSES.has(code)),
  };
}
