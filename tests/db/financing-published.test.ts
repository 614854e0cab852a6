import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction } from '#app/access/transaction.server';
import { takeActivitiesIn, takeBudgetsIn, takeParticipantsIn, type Take } from '#app/financing/activities/intake.server';
import type { IncomingActivity, IncomingBudget, IncomingParticipant } from '#app/financing/activities/model';
import { activityPolicy } from '#app/financing/activities/policy';
import { activityList } from '#app/financing/activities/list';
import { activityColumnsIn } from '#app/financing/activities/columns';
import { allActivities, findActivity, listActivities } from '#app/financing/activities/queries.server';
import type { Outcomes } from '#app/records/sources/model';
import { financingTotals } from '#app/financing/totals/queries.server';
import { takeTransactionsIn, type IncomingTransaction } from '#app/financing/transactions/intake.server';
import { asPublished } from '#app/financing/transactions/model';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { database, type Tx } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { openWorld, story, valueOf } from './accounts-world';
import { rates, today } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.truncate());
afterAll(() => world.close());

const view = { language: 'fr', now: today } as const;
const origin = { source: 'test file', importId: null };
const granted: Take = permit(activityPolicy.take, { kind: 'system', name: 'import' }, { source: origin.source });
const take = async (work: (tx: Tx) => Promise<Outcomes>): Promise<string[]> => {
  const result: Result<string[]> = await inTransaction(granted, { now: today }, async (tx) => done([...(await work(tx)).values()].map((one) => one.outcome)));
  return valueOf(result);
};
const base = { content_hash: 'first', missing: {} };
const activity = (iati_identifier: string, change: Partial<IncomingActivity> = {}): IncomingActivity => ({
  ...base, source_key: `activity ${iati_identifier}`, iati_identifier, reporting_name: 'The Agency', reporting_identifier: 'XM-DAC-41121',
  titles: [{ language: 'en', text: 'Schooling' }, { language: 'fr', text: 'Scolarité' }], descriptions: [{ language: 'en', text: 'One' }, { language: 'en', text: 'Two' }],
  status_code: '2', starts_planned_on: '2021-01-01', starts_on: null, ends_planned_on: null, ends_on: null, countries: [{ country_iso2: 'KE', share: '100' }],
  default_flow_type: '10', default_finance_type: '110', default_tied_status: '5', default_currency: 'USD', default_aid_type: null, ...change,
});
const transaction = (number: number, change: Partial<IncomingTransaction> = {}): IncomingTransaction => ({
  ...base, source_key: `transaction ${number}`, iati_identifier: 'XM-1', type_code: '11', transaction_on: '2021-06-30', value: '100.25', currency: 'USD', value_on: '2021-06-30',
  reference: null, description: null, provider_name: 'A donor', provider_identifier: null, provider_activity: null, receiver_name: null, receiver_identifier: null, receiver_activity: null, ...change,
});
const takeActivities = (rows: readonly IncomingActivity[]) => take((tx) => takeActivitiesIn(tx, granted, { now: today }, origin, rows));
const takeTransactions = (rows: readonly IncomingTransaction[]) => take((tx) => takeTransactionsIn(tx, granted, { now: today }, origin, rows).then(({ outcomes }) => outcomes));
const questions = () => database().selectFrom('import_questions').select(['table_name', 'code', 'details', 'status']).execute();

describe('activities', () => {
  it('are taken once, changed where the source changed, and never over what a person edited', async () => {
    expect(await takeActivities([activity('XM-1'), activity('XM-2')])).toEqual(['new', 'new']);
    expect(await takeActivities([activity('XM-1'), activity('XM-2')])).toEqual(['unchanged', 'unchanged']);
    expect(await takeActivities([activity('XM-1', { content_hash: 'second', status_code: '4', titles: [{ language: 'en', text: 'Schools' }], descriptions: [], countries: [{ country_iso2: 'UG', share: '100' }] }), activity('XM-2')])).toEqual(['changed', 'unchanged']);
    expect(await findActivity(anyone, 'XM-1', view)).toMatchObject({ title: 'Schools', title_language: 'en', description: null, status_code: '4', countries: [{ iso2: 'UG', name: 'Ouganda', share: '100' }] });
    expect(await findActivity(anyone, 'XM-2', view)).toMatchObject({ title: 'Scolarité', title_language: 'fr', description: 'One\n\nTwo', reporting: 'The Agency' });
  });

  it('know who reports by an identifier that is registered, never by a name', async () => {
    const form = { name: 'Refugee agency', short_name: null, type_code: '40', constituency: null, country_iso2: null, website: null, identifiers: ['XM-DAC-41121'] };
    valueOf(await registerOrganisation(permit(organisationPolicy.register, story, { register: true }), { now: today }, form));
    await takeActivities([activity('XM-1'), activity('XM-2', { reporting_identifier: null, reporting_name: 'Refugee agency' })]);
    const reporting = async (identifier: string) => (await findActivity(anyone, identifier, view))?.reporting;
    expect([await reporting('XM-1'), await reporting('XM-2')]).toEqual(['Refugee agency', null]);
  });

  it('are made from their identifier where another file names them first, and filled in later', async () => {
    expect(await takeTransactions([transaction(1)])).toEqual(['new']);
    expect(await findActivity(anyone, 'XM-1', view)).toMatchObject({ title: null, missing: { titles: { reason: 'not-in-file' } } });
    expect(await takeActivities([activity('XM-1')])).toEqual(['changed']);
    expect((await findActivity(anyone, 'XM-1', view))?.title).toBe('Scolarité');
  });

  it('bring those who take part and their budgets, once', async () => {
    const participant: IncomingParticipant = { ...base, source_key: 'p', iati_identifier: 'XM-1', name: 'Ministry', identifier: 'KE-GOV-1', type_code: '10', role_code: '4' };
    const budget: IncomingBudget = { ...base, source_key: 'b', iati_identifier: 'XM-1', type_code: '1', status_code: '2', period_start_on: '2021-01-01', period_end_on: '2021-12-31', value: '12.5', currency: 'USD', value_on: null };
    const both = async (hash: string) => [
      ...(await take((tx) => takeParticipantsIn(tx, granted, { now: today }, origin, [{ ...participant, content_hash: hash }]))),
      ...(await take((tx) => takeBudgetsIn(tx, granted, { now: today }, origin, [{ ...budget, content_hash: hash, value: hash === 'first' ? '12.5' : '13' }]))),
    ];
    expect(await both('first')).toEqual(['new', 'new']);
    expect(await both('first')).toEqual(['unchanged', 'unchanged']);
    expect(await both('second')).toEqual(['changed', 'changed']);
    const found = await findActivity(anyone, 'XM-1', view);
    expect(found?.participants).toEqual([{ name: 'Ministry', organisation_ref: null, identifier: 'KE-GOV-1', role_code: '4', type_code: '10' }]);
    expect(found?.budgets.map(({ value, currency }) => [value, currency])).toEqual([['13', 'USD']]);
  });
});

describe('published transactions', () => {
  it('FI-8: are summed by one leg for each rung, apart from pledges', async () => {
    await takeTransactions([
      transaction(1), transaction(2, { type_code: '3', value: '60' }), transaction(3, { type_code: '4', value: '20' }), transaction(4, { type_code: '1', value: '999' }),
      transaction(5, { iati_identifier: 'XM-2', type_code: '2', value: '10' }), transaction(6, { iati_identifier: 'XM-2', type_code: '11', value: '500' }),
    ]);
    const { published, all } = await financingTotals(anyone, view);
    expect(published).toEqual({ activities: 2, transactions: 6, unconverted: 0, ladder: { committed: '110.25', disbursed: '60', spent: '20' } });
    expect(all.total.pledges).toBe(0);
    expect((await findActivity(anyone, 'XM-1', view))?.money.ladder).toEqual({ committed: '100.25', disbursed: '60', spent: '20' });
  });

  it('FI-6: are counted where no rate is known, and never turned into a number', async () => {
    await takeTransactions([transaction(1), transaction(2, { currency: 'SEK', value: '1000', value_on: null })]);
    expect((await financingTotals(anyone, view)).published).toMatchObject({ transactions: 2, unconverted: 1, ladder: { committed: '100.25' } });
    valueOf(await rates([{ currency: 'SEK', rate_on: '2021-12-31', period: 'year', units_per_usd: '8' }]));
    expect((await financingTotals(anyone, view)).published).toMatchObject({ unconverted: 0, ladder: { committed: '225.25' } });
  });

  it('are shown in the currency that is asked for, beside their dollars in files', async () => {
    await takeTransactions([transaction(1), transaction(2, { type_code: '3', value: '60' })]);
    valueOf(await rates([{ currency: 'SEK', rate_on: '2021-12-31', period: 'year', units_per_usd: '8' }]));
    const found = await findActivity(anyone, 'XM-1', { ...view, currency: 'SEK' });
    expect([found?.shown.ladder, found?.money.ladder.committed]).toEqual([{ committed: '802', disbursed: '480', spent: '0' }, '100.25']);
    const columns = activityColumnsIn('SEK');
    const file: string[][] = [];
    for await (const row of allActivities(anyone, readState(activityList, new URLSearchParams('in=SEK&q=XM-1')), view)) file.push(['committed_usd', 'committed_in', 'disbursed_in', 'currency_in'].map((name) => String(columns.find(({ header }) => header === name)?.value(row))));
    expect(file).toEqual([['100.25', '802', '480', 'SEK']]);
  });

  it('FI-4: explain an excess as published by their source, once and on a list for a person', async () => {
    const rows = [transaction(1), transaction(2, { type_code: '3', value: '60', transaction_on: '2021-02-01' }), transaction(3, { type_code: '3', value: '60', transaction_on: '2021-03-01' })];
    await takeTransactions(rows);
    const explained = await database().selectFrom('transactions').select('source_key').where('excess_explanation', '=', asPublished).execute();
    expect(explained).toEqual([{ source_key: 'transaction 3' }]);
    expect(await questions()).toEqual([{ table_name: 'activities', code: 'FI-4', status: 'open', details: { currencies: [{ currency: 'USD', committed: '100.25', disbursed: '120' }] } }]);
    expect(await takeTransactions(rows)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect((await questions()).length).toBe(1);
    expect(await takeTransactions([transaction(4, { type_code: '3', value: '1' })])).toEqual(['new']);
    expect((await questions())[0]?.details).toEqual({ currencies: [{ currency: 'USD', committed: '100.25', disbursed: '121' }] });
  });

  it('are read in pages of activities with their money', async () => {
    await takeActivities(['XM-3', 'XM-1', 'XM-2'].map((one) => activity(one)));
    const state = (query: string) => readState(activityList, new URLSearchParams(query));
    const first = await listActivities(anyone, state(''), view, 2);
    expect([first.rows.map((row) => row.iati_identifier), first.total]).toEqual([['XM-1', 'XM-2'], { count: 3, exact: true }]);
    const second = await listActivities(anyone, state(`after=${encodeURIComponent(first.next ?? '')}`), view, 2);
    expect([second.rows.map((row) => row.iati_identifier), second.next]).toEqual([['XM-3'], null]);
    const count = async (query: string) => (await listActivities(anyone, state(query), view)).total.count;
    expect(await Promise.all(['q=schooling', 'q=XM-2', 'country=KE', 'country=UG', 'status=2', 'status=5'].map(count))).toEqual([3, 1, 3, 0, 3, 0]);
  });
});
