import type { Field } from './tables';

const texts = (...names: readonly string[]): Field[] => names.map((name) => ({ name, type: 'string' }));
const field = (name: string, type: Field['type']): Field => ({ name, type });
/** What an amount was converted with (FI-6). */
const rate = [field('units_per_usd', 'number'), field('rate_on', 'date'), ...texts('rate_source', 'rate_basis')];

/**
 * What is frozen of a record of each kind, in the order in which files have it; columns are only added, at the end. What a snapshot of
 * before did not know is missing in its files.
 */
const fields: Readonly<Record<string, readonly Field[]>> = {
  commitment: [
    ...texts('title', 'language', 'type'), field('on', 'date'), ...texts('standing', 'lead'), field('clauses', 'array'), field('countries', 'array'), field('groups', 'object'), field('update', 'object'),
    field('first', 'object'), field('amendments', 'array'), ...texts('working_group'), field('principles', 'array'), field('partners', 'array'),
  ],
  expected: [...texts('lead'), field('expected', 'boolean'), field('reported', 'boolean'), field('exception', 'boolean'), field('until', 'date')],
  update: [...texts('commitment', 'cycle', 'answer', 'completion', 'verification'), field('as_of', 'date'), field('on', 'date'), ...texts('language', 'narrative', 'barriers', 'enablers', 'equity'), field('values', 'array')],
  pledge: [...texts('title', 'kind'), field('amount', 'number'), ...texts('currency', 'status'), field('on', 'date'), field('amount_usd', 'number'), ...rate, ...texts('verification', 'provider'), field('recipients', 'object'), field('member_recipients', 'object')],
  transaction: [...texts('of', 'type'), field('value', 'number'), ...texts('currency'), field('on', 'date'), ...texts('kind'), field('value_usd', 'number'), ...rate, ...texts('verification', 'reversal_of')],
  rate: [...texts('currency'), field('on', 'date'), ...texts('basis', 'source'), field('units_per_usd', 'number')],
  link: [...texts('pledge', 'counted_in', 'kind'), field('amount', 'number'), ...texts('currency'), field('on', 'date')],
  member: [...texts('name', 'constituency', 'country'), field('on', 'date'), field('leads', 'boolean'), field('reported', 'boolean')],
  endorsement: [...texts('party', 'name'), field('on', 'date')],
  decision: [...texts('text', 'status', 'session', 'session_id', 'session_title'), field('on', 'date'), ...texts('working_group')],
};

/** The facts that files have as columns; a kind that has none here keeps its facts whole in one. */
export const factsOf = (kind: string): readonly Field[] => fields[kind] ?? wholeFacts;
export const wholeFacts: readonly Field[] = [{ name: 'facts', type: 'object' }];

/** What the table of a kind is called in files. */
export const tableName = (kind: string): string => (kind === 'expected' ? 'expected_updates' : `${kind}s`);

/** Every row of a snapshot has these before its facts. */
export const keyFields: readonly Field[] = texts('id', 'ref');
