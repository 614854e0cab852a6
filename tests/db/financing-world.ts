import type { Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { findLink, type LinkRow } from '#app/financing/links/queries.server';
import type { PledgeForm } from '#app/financing/pledges/input.server';
import { createPledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy, type PledgePlace, type PledgeRef } from '#app/financing/pledges/policy';
import { importRates, type IncomingRate } from '#app/financing/rates/operations.server';
import { ratePolicy, rateTable } from '#app/financing/rates/policy';
import type { TransactionForm } from '#app/financing/transactions/input.server';
import { recordTransaction, reverseTransaction } from '#app/financing/transactions/operations.server';
import { database } from '#app/platform/database.server';
import { desk, place, valueOf } from './accounts-world';

/** Pledges and their money for the tests of financing, made by the real operations. */
export const day = (text: string): Date => new Date(`${text}T12:00:00Z`);
export const today = day('2026-03-01');

export interface Place extends PledgePlace {
  readonly coalition_id: string;
}

export async function bank(): Promise<Place> {
  const coalition_id = await place('coalition', 'global');
  return { coalition_id, provider_organisation_id: await place('organisation', 'Meridian Development Bank'), provider_country_iso2: null, commitment_id: null };
}

export const terms = (change: Partial<PledgeForm> = {}): PledgeForm => ({
  title: 'Links for schools', kind: 'cash', amount: '1000', currency: 'USD', announced_on: '2026-01-15', new_money: 'yes', visibility: 'public',
  recipients: [], starts_on: undefined, ends_on: undefined, valuation_method: undefined, valued_on: undefined, conditions: undefined, iati_identifier: undefined, ...change,
});

export const pledgeAs = (actor: Actor, where: PledgePlace, form: PledgeForm, now = today): Promise<Result<{ id: string; ref: string }>> =>
  createPledge(permit(pledgePolicy.create, actor, where), { now }, form);

export const pledge = async (where: PledgePlace, change: Partial<PledgeForm> = {}): Promise<string> => valueOf(await pledgeAs(await desk(), where, terms(change))).id;

export const pledgeRef = (id: string): Promise<PledgeRef> =>
  database().selectFrom('pledges').select(['id', 'status', 'recorded_by', 'coalition_id', 'provider_organisation_id', 'provider_country_iso2'])
    .where('id', '=', id).executeTakeFirstOrThrow() as Promise<PledgeRef>;

export async function record(id: string, type_code: TransactionForm['type_code'], value: string, change: Partial<TransactionForm> = {}, by?: Actor): Promise<Result<{ id: string; ref: string }>> {
  const granted = permit(pledgePolicy.recordTransaction, by ?? (await desk()), await pledgeRef(id));
  return recordTransaction(granted, { now: today }, {
    type_code, value, transaction_on: '2026-02-01', receiver: undefined, reference: undefined, description: undefined, excess_explanation: undefined, ...change,
  });
}

export async function reverse(pledgeId: string, transaction_id: string): Promise<Result<{ id: string; ref: string }>> {
  return reverseTransaction(permit(pledgePolicy.reverseTransaction, await desk(), { ...(await pledgeRef(pledgeId)), transaction_id }), { now: today }, { reason: 'Typed twice' });
}

export const rates = async (rows: readonly Partial<IncomingRate>[]) =>
  importRates(permit(ratePolicy.import, await desk(), rateTable), { now: today }, rows.map((row) => ({
    currency: 'KES', rate_on: '2026-01-15', units_per_usd: '100', period: 'day', source: 'demonstration', issuer: null, ...row,
  })));

export const statusOf = async (id: string): Promise<string> => (await pledgeRef(id)).status;

/** A link as its desk sees it. */
export async function linkRef(id: string): Promise<LinkRow> {
  const found = await findLink(await desk(), id, { language: 'en', now: today });
  if (found === undefined) throw new Error('no such link');
  return found;
}
