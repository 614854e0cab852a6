import { BUDGET_STATUSES, BUDGET_TYPES } from '#app/open-data/imports/codes/iati';
import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { Reference } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { BudgetRow } from '#app/open-data/imports/rows';
import { amount, currency, plainDate, shortText } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

/** One row per budget of an activity: a value for a period. */
export const iatiBudgets: Shape = {
  id: 'iati-budgets',
  kind: 'budgets',
  required: ['iati_identifier', 'budget_period_start', 'budget_period_end', 'budget_currency', 'budget_value'],
  optional: ['budget_type', 'budget_status', 'budget_value_date'],
  read: (source, { reference }) => {
    const { rows, errors } = withRepeats(collect(source, (reading) => budget(reading, reference)), 'iati_identifier');
    return { kind: 'budgets', rows, errors: inRowOrder(errors), notes: [] };
  },
};

export function budget(reading: RowReading, reference: Reference): BudgetRow | null {
  const iati_identifier = reading.required('iati_identifier', shortText);
  const period_start_on = reading.required('budget_period_start', plainDate);
  const period_end_on = reading.required('budget_period_end', plainDate);
  const value = reading.required('budget_value', amount);
  const unit = reading.required('budget_currency', currency(reference.isCurrency));
  const type_code = reading.code('type_code', 'budget_type', (code) => BUDGET_TYPES.has(code));
  const status_code = reading.code('status_code', 'budget_status', (code) => BUDGET_STATUSES.has(code));
  const value_on = reading.optional('value_on', 'budget_value_date', plainDate);
  if (iati_identifier === null || period_start_on === null || period_end_on === null || value === null || unit === null) return null;
  if (period_end_on < period_start_on) return reading.fail('budget_period_end', 'period-order', { start: period_start_on, end: period_end_on });
  const identity = identityOf(iati_identifier, reading.cell('budget_type'), reading.cell('budget_status'), period_start_on, period_end_on);
  return { ...reading.identified(identity), iati_identifier, type_code, status_code, period_start_on, period_end_on, value, currency: unit, value_on };
}
