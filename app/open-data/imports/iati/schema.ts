/**
 * The elements that IATI's activity standard 2.03 knows, one line for each type: `attributes | elements | text`. `name!` is an attribute that
 * must be there; `name?`, `name*`, `name+` say how often an element may stand, without a mark it stands once; after a colon comes the type of
 * a value, or of an element where it is not the element's own name. Elements come in this order.
 * Source: iati-activities-schema.xsd and iati-common.xsd of version 2.03.
 */
const TABLE = {
  words: ' | | string',
  narrative: 'xml:lang:lang | | string',
  'reporting-org': 'ref! type! secondary-reporter:boolean | narrative+',
  text: ' | narrative+',
  description: 'type | narrative+',
  'participating-org': 'ref type role! activity-id crs-channel-code | narrative*',
  'owner-org': 'ref | narrative*',
  'other-identifier': 'ref! type! | owner-org?',
  code: 'code!',
  'activity-date': 'type! iso-date!:date | narrative*',
  website: ' | | uri',
  'contact-info': 'type | organisation?:text department?:text person-name?:text job-title?:text telephone*:words email*:words website* mailing-address*:text',
  'recipient-country': 'code! percentage:decimal | narrative*',
  'recipient-region': 'code! vocabulary vocabulary-uri:uri percentage:decimal | narrative*',
  'location-id': 'code! vocabulary!',
  administrative: 'code! vocabulary! level:count',
  point: 'srsName! | pos:words',
  location: 'ref | location-reach?:code location-id* name?:text description?:text activity-description?:text administrative* point? exactness?:code location-class?:code feature-designation?:code',
  sector: 'vocabulary vocabulary-uri:uri code! percentage:decimal | narrative*',
  tag: 'code! vocabulary! vocabulary-uri:uri | narrative*',
  'budget-item': 'code! percentage:decimal | description?:text',
  'country-budget-items': 'vocabulary! | budget-item+',
  'humanitarian-scope': 'type! vocabulary! vocabulary-uri:uri code! | narrative*',
  'policy-marker': 'vocabulary vocabulary-uri:uri code! significance | narrative*',
  'aid-type': 'code! vocabulary',
  day: 'iso-date!:date',
  money: 'currency value-date!:date | | decimal',
  budget: 'type status | period-start:day period-end:day value:money',
  'provider-org': 'ref provider-activity-id type | narrative*',
  'receiver-org': 'ref receiver-activity-id type | narrative*',
  'planned-disbursement': 'type | period-start:day period-end?:day value:money provider-org? receiver-org?',
  'capital-spend': 'percentage!:decimal',
  'sector-of-transaction': 'vocabulary vocabulary-uri:uri code! | narrative*',
  'country-of-transaction': 'code! | narrative*',
  'region-of-transaction': 'code! vocabulary vocabulary-uri:uri | narrative*',
  transaction: 'ref humanitarian:boolean | transaction-type:code transaction-date:day value:money description?:text provider-org? receiver-org? disbursement-channel?:code sector*:sector-of-transaction recipient-country?:country-of-transaction recipient-region?:region-of-transaction flow-type?:code finance-type?:code aid-type* tied-status?:code',
  'document-link': 'url!:uri format! | title:text description?:text category+:code language*:code document-date?:day',
  'related-activity': 'ref! type!',
  'legacy-data': 'name! value! iati-equivalent:token',
  condition: 'type! | narrative+',
  conditions: 'attached!:boolean | condition*',
  reference: 'code! vocabulary! vocabulary-uri:uri',
  'reference-of-indicator': 'vocabulary! code! indicator-uri:uri',
  located: 'ref',
  dimension: 'name value',
  baseline: 'iso-date:date year!:positive value | location*:located dimension* document-link* comment?:text',
  target: 'value | location*:located dimension* comment?:text document-link*',
  period: ' | period-start:day period-end:day target* actual*:target',
  indicator: 'measure! ascending:boolean aggregation-status:boolean | title:text description?:text document-link* reference*:reference-of-indicator baseline* period*',
  result: 'type! aggregation-status:boolean | title:text description?:text document-link* reference* indicator+',
  'other-flags': 'code! significance!:boolean',
  'loan-terms': 'rate-1:decimal rate-2:decimal | repayment-type?:code repayment-plan?:code commitment-date?:day repayment-first-date?:day repayment-final-date?:day',
  number: ' | | decimal',
  'loan-status': 'year!:decimal currency value-date!:date | interest-received?:number principal-outstanding?:number principal-arrears?:number interest-arrears?:number',
  'crs-add': ' | other-flags* loan-terms? loan-status? channel-code?:words',
  forecast: 'year!:decimal currency value-date:date | | decimal',
  fss: 'extraction-date!:date priority:boolean phaseout-year:decimal | forecast*',
  'iati-activity': 'last-updated-datetime:dateTime xml:lang:lang default-currency humanitarian:boolean hierarchy:int linked-data-uri:uri budget-not-provided | iati-identifier:words reporting-org title:text description+ participating-org+ other-identifier* activity-status:code activity-date+ contact-info* activity-scope?:code recipient-country* recipient-region* location* sector* tag* country-budget-items? humanitarian-scope* policy-marker* collaboration-type?:code default-flow-type?:code default-finance-type?:code default-aid-type*:aid-type default-tied-status?:code budget* planned-disbursement* capital-spend? transaction* document-link* related-activity* legacy-data* conditions? result* crs-add? fss?',
  'iati-activities': 'version! generated-datetime:dateTime linked-data-default:uri | iati-activity+',
} as const;

export type Value = 'string' | 'lang' | 'date' | 'dateTime' | 'decimal' | 'boolean' | 'uri' | 'int' | 'count' | 'positive' | 'token';
export interface AttributeRule { readonly name: string; readonly required: boolean; readonly value: Value }
export interface ElementRule { readonly name: string; readonly least: 0 | 1; readonly once: boolean; readonly type: string }
export interface TypeRule {
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  /** In the order in which they stand. */
  readonly elements: readonly ElementRule[];
  /** What its text must be; null where no text may stand. */
  readonly text: Value | null;
}

const words = (text = ''): string[] => text.trim().split(' ').filter((word) => word !== '');

function attribute(word: string): AttributeRule {
  const [, name = '', mark, value = 'string'] = /^(xml:lang|[^!:]+)(!?)(?::(\w+))?$/.exec(word) ?? [];
  return { name, required: mark === '!', value: value as Value };
}

function element(word: string): ElementRule {
  const [, name = '', mark = '', type = name] = /^([^?*+:]+)([?*+]?)(?::(.+))?$/.exec(word) ?? [];
  return { name, least: mark === '' || mark === '+' ? 1 : 0, once: mark === '' || mark === '?', type };
}

function rule(line: string): TypeRule {
  const [attributes, elements, text = ''] = line.split('|');
  return { attributes: new Map(words(attributes).map(attribute).map((one) => [one.name, one])), elements: words(elements).map(element), text: text.trim() === '' ? null : (text.trim() as Value) };
}

export const TYPES: ReadonlyMap<string, TypeRule> = new Map(Object.entries(TABLE).map(([name, line]) => [name, rule(line)]));
