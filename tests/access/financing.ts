import { activityPolicy } from '#app/financing/activities/policy';
import { offerStates } from '#app/countries/offers/model';
import { conversionPolicy, type Convertible } from '#app/financing/pledges/from-offer/policy';
import { linkDesk, linkPolicy, type LinkRef } from '#app/financing/links/policy';
import { linkStates } from '#app/financing/links/model';
import { pledgeStatuses, type PledgeStatus } from '#app/financing/pledges/model';
import { pledgePolicy, type PledgeRef } from '#app/financing/pledges/policy';
import { tranchePolicy, type TrancheRef } from '#app/financing/tranches/policy';
import { ratePolicy, rateTable } from '#app/financing/rates/policy';
import { receiptPolicy, type PaymentRef } from '#app/financing/reconciliation/policy';
import { moneyPolicy } from '#app/financing/verification/policy';
import type { MoneyRef } from '#app/financing/verification/model';
import { verifications } from '#app/records/verification/model';
import { other, own } from './cast';
import { inEach, states } from './states';

const pledge = (status: PledgeStatus, provider: Partial<PledgeRef> = {}): PledgeRef & { transaction_id: string; commitment_id: null } => ({
  id: 'pledge', coalition_id: own.coalition, provider_organisation_id: own.organisation, provider_country_iso2: null, status, recorded_by: 'focal_point', transaction_id: 'transaction', commitment_id: null, ...provider,
});
const elsewhere = {
  'announced, of own country': pledge('announced', { provider_organisation_id: null, provider_country_iso2: own.country }),
  'announced, of other organisation and coalition': pledge('announced', { provider_organisation_id: other.organisation, coalition_id: other.coalition }),
  'announced, recorded by the officer': pledge('announced', { recorded_by: 'officer' }),
};
const lives = { ...inEach(pledgeStatuses, (status) => pledge(status)), ...elsewhere };

const offer = (more: Partial<Convertible> = {}): Convertible => ({ coalition_id: own.coalition, provider_organisation_id: own.organisation, provider_country_iso2: null, commitment_id: null, offer_id: 'offer', state: 'accepted', ...more });
const offers = {
  ...inEach(offerStates, (state) => offer({ state })),
  'accepted, of own country': offer({ provider_organisation_id: null, provider_country_iso2: own.country }),
  'accepted, of other organisation and coalition': offer({ provider_organisation_id: other.organisation, coalition_id: other.coalition }),
};

const provider = (more: Partial<PledgeRef> = {}) => ({ id: 'pledge', coalition_id: own.coalition, provider_organisation_id: 'not of the cast', provider_country_iso2: null, ...more });
const link = (more: Partial<LinkRef> = {}): LinkRef => ({ id: 'link', state: 'proposed', proposed_by: null, pledge: provider(), counted_in: provider(), ...more });
const links = {
  ...inEach(linkStates, (state) => link({ state })),
  'proposed by the officer': link({ proposed_by: 'officer' }),
  'proposed, of own organisation': link({ pledge: provider({ provider_organisation_id: own.organisation }) }),
  'decided, of own organisation': link({ state: 'decided', pledge: provider({ provider_organisation_id: own.organisation }) }),
  'decided, counted in own country': link({ state: 'decided', counted_in: provider({ provider_organisation_id: null, provider_country_iso2: own.country }) }),
  'decided, of other coalition': link({ state: 'decided', pledge: provider({ coalition_id: other.coalition }), counted_in: provider({ coalition_id: other.coalition }) }),
};

/** From the other organisation to the own one, unless it says otherwise. */
const payment = (more: Partial<PaymentRef> = {}): PaymentRef => ({
  transaction_id: 'payment', pledge_id: 'pledge', coalition_id: own.coalition, provider_organisation_id: other.organisation, provider_country_iso2: null, receiver_organisation_id: own.organisation, receiver_country_iso2: null,
  recorded_by: 'org_admin_elsewhere', said_by: null, reversed: false, state: 'unpaired', received: null, replied: false, ...more,
});
const country = { receiver_organisation_id: null, receiver_country_iso2: own.country };
const payments = {
  unpaired: payment(), matched: payment({ state: 'matched', received: '1', said_by: 'focal_point' }),
  'amount differs': payment({ state: 'amount_differs', received: '1', said_by: 'focal_point' }), 'amount differs, replied': payment({ state: 'amount_differs', received: '1', said_by: 'focal_point', replied: true }),
  contested: payment({ state: 'contested', said_by: 'focal_point' }), 'contested, replied': payment({ state: 'contested', said_by: 'focal_point', replied: true }),
  explained: payment({ state: 'explained', received: '1', said_by: 'focal_point', replied: true }), reversed: payment({ reversed: true }),
  'unpaired, to own country': payment(country), 'unpaired, receiver unknown': payment({ receiver_organisation_id: null }), 'unpaired, recorded by the officer': payment({ recorded_by: 'officer' }),
  'contested, own country to itself': payment({ ...country, provider_organisation_id: null, provider_country_iso2: own.country, recorded_by: 'country_focal_point', state: 'contested', said_by: 'coordinator', replied: true }),
  'contested, from own organisation': payment({ provider_organisation_id: own.organisation, receiver_organisation_id: other.organisation, recorded_by: 'focal_point', state: 'contested', said_by: 'org_admin_elsewhere', replied: true }),
};

const tranche = (status: PledgeStatus, unpaid = true, provider: Partial<PledgeRef> = {}): TrancheRef => ({ ...pledge(status, provider), tranche_id: 'tranche', unpaid });
const tranches = {
  'unpaid': tranche('committed'), 'paid or cancelled': tranche('committed', false), 'of a cancelled pledge': tranche('cancelled'),
  'of own country': tranche('committed', true, { provider_organisation_id: null, provider_country_iso2: own.country }),
  'of other organisation and coalition': tranche('committed', true, { provider_organisation_id: other.organisation, coalition_id: other.coalition }),
};

const looked = (verification: MoneyRef['verification'], more: Partial<MoneyRef> = {}): MoneyRef => ({ ...pledge('committed', { provider_organisation_id: other.organisation }), recorders: ['focal_point_elsewhere'], receivers: [], verification, ...more });
const money = {
  ...inEach(verifications, (verification) => looked(verification)), 'nothing to look at': looked(null),
  'of own organisation': looked('self_reported', { provider_organisation_id: own.organisation }), 'of own country': looked('self_reported', { provider_organisation_id: null, provider_country_iso2: own.country }),
  'for own organisation': looked('self_reported', { receivers: [{ organisation_id: own.organisation, country_iso2: null }] }),
  'recorded by officer and reviewer': looked('self_reported', { recorders: ['officer', 'reviewer'] }), 'of other coalition': looked('self_reported', { coalition_id: other.coalition }),
};

export default [
  states(pledgePolicy.create, elsewhere),
  states(pledgePolicy.edit, lives),
  states(pledgePolicy.confirm, lives),
  states(pledgePolicy.classify, lives),
  states(pledgePolicy.reduce, lives),
  states(pledgePolicy.cancel, lives),
  states(pledgePolicy.recordTransaction, lives),
  states(pledgePolicy.reverseTransaction, lives),
  states(pledgePolicy.history, lives),
  states(tranchePolicy.create, lives),
  states(tranchePolicy.edit, tranches),
  states(tranchePolicy.cancel, tranches),
  states(tranchePolicy.pay, tranches),
  states(moneyPolicy.addEvidence, lives),
  states(moneyPolicy.verify, money),
  states(moneyPolicy.verifyFigure, money),
  states(conversionPolicy.convert, offers),
  ...Object.values(receiptPolicy).map((rule) => states(rule, payments)),
  states(ratePolicy.import, { table: rateTable }),
  states(ratePolicy.correct, { table: rateTable }),
  states(linkPolicy.list, { desk: linkDesk }),
  states(linkPolicy.search, { desk: linkDesk }),
  states(linkPolicy.propose, links),
  states(linkPolicy.decide, links),
  states(linkPolicy.decline, links),
  states(linkPolicy.change, links),
  states(linkPolicy.end, links),
  states(linkPolicy.object, links),
  states(pledgePolicy.take, { source: { source: 'file' } }),
  states(linkPolicy.take, { file: { source: 'file' } }),
  states(activityPolicy.take, { file: { source: 'file' } }),
];
