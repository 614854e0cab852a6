import { Big } from 'big.js';
import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { ReadingContext, Reference } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { FlowParty, FlowRow } from '#app/open-data/imports/rows';
import { amount, codeOf, currency, pastDate, rate, shortText, yearFrom } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';
import { titleOf } from './title';

/**
 * Flows of the Financial Tracking Service (OCHA): a row each that says who gives how much to whom, and whether it is pledged, committed or
 * paid. Told to this side: what is pledged is announced, what is committed and paid is so for the whole amount of the flow, and nothing is
 * added that the row does not say: a paid flow has no commitment of its own.
 */
export const ftsFlows: Shape = {
  id: 'fts-flows',
  kind: 'pledges',
  required: ['id', 'amountUSD', 'srcOrganization', 'destOrganization', 'status', 'originalAmount', 'originalCurrency', 'boundary', 'flowType', 'contributionType'],
  optional: [
    'date', 'budgetYear', 'description', 'srcOrganizationTypes', 'srcLocations', 'srcUsageYearStart', 'srcUsageYearEnd', 'destPlan', 'destPlanCode', 'destPlanId', 'destOrganizationTypes',
    'destGlobalClusters', 'destLocations', 'destProject', 'destProjectCode', 'destEmergency', 'destUsageYearStart', 'destUsageYearEnd', 'method', 'onBoundary', 'firstReportedDate',
    'decisionDate', 'keywords', 'exchangeRate', 'refCode', 'createdAt', 'updatedAt',
  ],
  read: (source, context) => {
    const { rows, errors } = withRepeats(collect(source, (reading) => flow(reading, context)), 'id');
    return { kind: 'pledges', rows, errors: inRowOrder(errors), notes: [] };
  },
};

const STAGES = ['pledge', 'commitment', 'paid'] as const;
const KINDS = { financial: 'cash', 'in kind': 'in_kind' } as const;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

function flow(reading: RowReading, { reference, today }: ReadingContext): FlowRow | null {
  const id = reading.required('id', shortText);
  const stage = reading.required('status', codeOf(new Set(STAGES))) as FlowRow['stage'] | null;
  const contribution = reading.required('contributionType', codeOf(new Set(Object.keys(KINDS)))) as keyof typeof KINDS | null;
  const provider = partyOf(reading.required('srcOrganization', shortText), reading.cell('srcOrganizationTypes'), reference);
  const sum = moneyOf(reading, reference);
  const announced_on = dayOf(reading, today);
  const description = reading.text('description', 'description');
  const row = {
    receiver: partyOf(reading.cell('destOrganization'), reading.cell('destOrganizationTypes'), reference), description, reference: reading.cell('refCode'),
    title: titleOf(description ?? reading.cell('refCode') ?? `FTS ${id ?? ''}`), countries: countriesOf(reading, reference), ...periodOf(reading),
    boundary: reading.cell('boundary'), said: saidOf(reading),
  };
  if (id === null || stage === null || contribution === null || provider === null || sum === null || announced_on === null) return null;
  return { ...reading.identified(identityOf(id)), flow: id, stage, kind: KINDS[contribution], provider, announced_on, ...sum, ...row };
}

/** The original amount in its currency where the row gives both, else what the service made of it in US dollars. Below zero and zero promise nothing. */
function moneyOf(reading: RowReading, reference: Reference): Pick<FlowRow, 'amount' | 'currency' | 'published_usd' | 'published_rate'> | null {
  const published_usd = reading.required('amountUSD', amount);
  const published_rate = reading.optional('published_rate', 'exchangeRate', rate);
  const stated = reading.cell('originalAmount') !== null && reading.cell('originalCurrency') !== null;
  if (!stated) reading.absent('original_amount', 'not-stated', reading.cell('originalCurrency') ?? undefined);
  const column = stated ? 'originalAmount' : 'amountUSD';
  const value = stated ? reading.required(column, amount) : published_usd;
  const unit = stated ? reading.required('originalCurrency', currency(reference.isCurrency)) : 'USD';
  if (value === null || unit === null || published_usd === null) return null;
  return new Big(value).lte(0) ? reading.fail(column, 'amount-not-positive', { found: value }) : { amount: value, currency: unit, published_usd, published_rate };
}

/** The day of the decision, else the day on which it was first reported. */
function dayOf(reading: RowReading, today: string): string | null {
  if (reading.cell('decisionDate') !== null) return reading.required('decisionDate', pastDate(today));
  reading.absent('decided_on', 'not-stated');
  return reading.required(reading.cell('firstReportedDate') === null ? 'date' : 'firstReportedDate', pastDate(today));
}

/** `Canada, Government of` is the country; any other name is an organisation's. */
function partyOf(name: string | null, type: string | null, reference: Reference): FlowParty | null {
  if (name === null) return null;
  const [, of] = /^(.+), Government of$/.exec(name) ?? [];
  const country = of === undefined ? null : (reference.countryFromName(of) ?? reference.countryFromName(of.replace(/ \(.*\)$/, '')));
  return country === null ? { organisation: name, type } : { country };
}

/** For whom it is, where that is one country: how several share it is nowhere said. */
function countriesOf(reading: RowReading, reference: Reference): readonly string[] {
  const named = (reading.cell('destLocations') ?? '').split(',').flatMap((code) => reference.countryFromIso3(code.trim()) ?? []);
  if (named.length > 1) reading.absent('recipients', 'several', named.join(', '));
  return named.length === 1 ? named : [];
}

function periodOf(reading: RowReading): Pick<FlowRow, 'starts_on' | 'ends_on'> {
  const year = (column: string) => (reading.cell(column) === null ? null : reading.optional(column, column, yearFrom(FIRST_YEAR, LAST_YEAR)));
  const [first, last] = [year('destUsageYearStart'), year('destUsageYearEnd')];
  if (first === null || last === null || last < first) return { starts_on: null, ends_on: null };
  return { starts_on: `${first}-01-01`, ends_on: `${last}-12-31` };
}

/** What the service says beyond that, as it says it. */
const saidOf = (reading: RowReading): Readonly<Record<string, string>> =>
  Object.fromEntries(['flowType', 'method', 'onBoundary', 'destPlan', 'destPlanCode', 'destGlobalClusters', 'destLocations', 'destEmergency', 'budgetYear', 'keywords', 'originalAmount', 'originalCurrency']
    .flatMap((column) => { const text = reading.cell(column); return text === null ? [] : [[column, text]]; }));

