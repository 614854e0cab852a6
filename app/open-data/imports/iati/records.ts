import type { SourceRecord } from '#app/open-data/imports/source/table';
import type { XmlElement } from './elements';

/** The element of a file that a row was made of, under the columns by which the same thing is known in a table. */
export interface ElementRecord extends SourceRecord {
  readonly element: XmlElement;
  /** Where in the file each column stands. */
  readonly places: Readonly<Record<string, string>>;
}

/** `of` where it stands in another element than that of the row. */
type Cells = Readonly<Record<string, { readonly text: string | undefined; readonly place: string; readonly of?: XmlElement }>>;

function record(element: XmlElement, cells: Cells): ElementRecord {
  const named: Record<string, string | null> = Object.create(null);
  for (const [name, { text }] of Object.entries(cells).toSorted(([a], [b]) => (a < b ? -1 : 1))) named[name] = text || null;
  return { row: element.line, cells: named, element, places: Object.fromEntries(Object.entries(cells).map(([name, { place, of = element }]) => [name, `${of.path}${place}`])) };
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] => element.children.filter((child) => child.name === name);
const child = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((one) => one.name === name);
const ref = (element: XmlElement, name: string, attribute: string) => ({ text: child(element, name)?.attributes[attribute], place: `/${name}/@${attribute}` });
const own = (element: XmlElement, attribute: string) => ({ text: element.attributes[attribute], place: `/@${attribute}` });
const day = ({ text, place }: { text: string | undefined; place: string }) => ({ text: text?.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, '$1'), place });
/** What XML Schema calls a decimal and a table does not. */
const number = (text: string | undefined) => text?.replace(/^\+/, '').replace(/\.$/, '');

/** The texts of an element by language, as its narratives have them; one that says nothing is none. */
export const narratives = (element: XmlElement | undefined, fallback: string): { readonly language: string; readonly text: string }[] =>
  element === undefined ? [] : childrenOf(element, 'narrative').flatMap(({ text, attributes }) => (text === '' ? [] : [{ language: (attributes['xml:lang'] || fallback).toLowerCase(), text }]));

/** The first of the names that an element gives, in English where there is one. */
function nameOf(element: XmlElement | undefined): string | undefined {
  const names = narratives(element, '');
  return (names.find(({ language }) => language === 'en') ?? names[0])?.text;
}

/** The language that the texts of an activity are in where they do not say; `und` where nothing says it. */
export const languageOf = (activity: XmlElement): string => (activity.attributes['xml:lang'] || 'und').toLowerCase();

const identifier = (activity: XmlElement) => ({ text: child(activity, 'iati-identifier')?.text, place: '/iati-identifier', of: activity });

export function activityRecord(activity: XmlElement): ElementRecord {
  const dates = childrenOf(activity, 'activity-date').flatMap((date, at) => [
    [`activity_date_${at + 1}`, day({ text: date.attributes['iso-date'], place: `/activity-date[${at + 1}]/@iso-date` })] as const,
    [`activity_date_type_${at + 1}`, { text: date.attributes['type'], place: `/activity-date[${at + 1}]/@type` }] as const,
  ]);
  const reporter = child(activity, 'reporting-org');
  return record(activity, {
    iati_identifier: identifier(activity), reporting_org_ref: ref(activity, 'reporting-org', 'ref'), reporting_org_type: ref(activity, 'reporting-org', 'type'),
    reporting_org: { text: nameOf(reporter), place: '/reporting-org' },
    ...Object.fromEntries(dates),
    activity_status_code: ref(activity, 'activity-status', 'code'), activity_scope_code: ref(activity, 'activity-scope', 'code'), collaboration_type_code: ref(activity, 'collaboration-type', 'code'),
    default_flow_type_code: ref(activity, 'default-flow-type', 'code'), default_finance_type_code: ref(activity, 'default-finance-type', 'code'),
    default_tied_status_code: ref(activity, 'default-tied-status', 'code'), default_aid_type_code: ref(activity, 'default-aid-type', 'code'), default_currency: own(activity, 'default-currency'),
    texts: { text: JSON.stringify(textsOf(activity)), place: '' }, said: { text: JSON.stringify(saidOf(activity)), place: '' },
  });
}

/** Titles and descriptions in every language. */
export function textsOf(activity: XmlElement) {
  const fallback = languageOf(activity);
  return {
    titles: narratives(child(activity, 'title'), fallback),
    descriptions: childrenOf(activity, 'description').flatMap((one) => narratives(one, fallback).map((text) => ({ ...text, type_code: one.attributes['type'] ?? null }))),
  };
}

/** Shares and classifications as the file says them. People who can be called or written to are left where they are. */
export function saidOf(activity: XmlElement) {
  const attributesOf = (name: string) => childrenOf(activity, name).map(({ attributes }) => ({ ...attributes }));
  return { countries: attributesOf('recipient-country'), regions: attributesOf('recipient-region'), sectors: attributesOf('sector'), markers: attributesOf('policy-marker'), aid_types: attributesOf('default-aid-type') };
}

export function participantRecord(activity: XmlElement, party: XmlElement): ElementRecord {
  return record(party, {
    iati_identifier: identifier(activity), participating_org_eng: { text: nameOf(party), place: '/narrative' }, participating_org_ref: own(party, 'ref'),
    participating_org_type: own(party, 'type'), participating_org_role: own(party, 'role'),
  });
}

export function budgetRecord(activity: XmlElement, budget: XmlElement): ElementRecord {
  return record(budget, {
    iati_identifier: identifier(activity), budget_type: own(budget, 'type'), budget_status: own(budget, 'status'),
    budget_period_start: day(ref(budget, 'period-start', 'iso-date')), budget_period_end: day(ref(budget, 'period-end', 'iso-date')),
    budget_value: { text: number(child(budget, 'value')?.text), place: '/value' }, budget_value_date: day(ref(budget, 'value', 'value-date')), budget_currency: currencyOf(activity, budget),
  });
}

export function transactionRecord(activity: XmlElement, transaction: XmlElement): ElementRecord {
  const aidTypes = childrenOf(transaction, 'aid-type').flatMap(({ attributes }, at) => [
    [`transaction_aid_type_code_${at + 1}`, { text: attributes['code'], place: `/aid-type[${at + 1}]/@code` }] as const,
    [`transaction_aid_type_vocabulary_${at + 1}`, { text: attributes['vocabulary'], place: `/aid-type[${at + 1}]/@vocabulary` }] as const,
  ]);
  return record(transaction, {
    iati_identifier: identifier(activity), transaction_ref: own(transaction, 'ref'), transaction_humanitarian: own(transaction, 'humanitarian'),
    transaction_type_code: ref(transaction, 'transaction-type', 'code'), transaction_date: day(ref(transaction, 'transaction-date', 'iso-date')),
    transaction_value: { text: number(child(transaction, 'value')?.text), place: '/value' }, transaction_value_date: day(ref(transaction, 'value', 'value-date')),
    transaction_value_currency: currencyOf(activity, transaction), transaction_description: { text: nameOf(child(transaction, 'description')), place: '/description' },
    ...Object.fromEntries([...sideOf(transaction, 'provider'), ...sideOf(transaction, 'receiver'), ...aidTypes]),
  });
}

function sideOf(transaction: XmlElement, side: 'provider' | 'receiver') {
  const name = `${side}-org`;
  return [
    [`transaction_${side}_org`, { text: nameOf(child(transaction, name)), place: `/${name}` }], [`transaction_${side}_org_ref`, ref(transaction, name, 'ref')],
    [`transaction_${side}_org_type`, ref(transaction, name, 'type')], [`transaction_${side}_activity`, ref(transaction, name, `${side}-activity-id`)],
  ] as const;
}

/** The currency of a value: its own, else that of the activity. */
const currencyOf = (activity: XmlElement, element: XmlElement) => ({ text: child(element, 'value')?.attributes['currency'] || activity.attributes['default-currency'], place: '/value/@currency' });
