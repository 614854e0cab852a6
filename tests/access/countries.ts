import { budgetPolicy, type BudgetLineRef } from '#app/countries/budgets/policy';
import { indicatorPolicy } from '#app/countries/indicators/policy';
import { offerPolicy, type OfferTo } from '#app/countries/offers/policy';
import type { CountryPlace } from '#app/countries/place';
import { roomPolicy } from '#app/countries/room/policy';
import { requestPolicy, type RequestRef } from '#app/countries/requests/policy';
import { requestStates } from '#app/countries/requests/model';
import { offerStates } from '#app/countries/offers/model';
import { other, own } from './cast';
import { inEach, states } from './states';

const ownPlace: CountryPlace = { country_iso2: own.country, coalition_ids: [own.coalition] };
const otherPlace: CountryPlace = { country_iso2: other.country, coalition_ids: [other.coalition] };
const request = (state: RequestRef['state'], more: Partial<RequestRef> = {}): RequestRef => ({ id: 'request', state, waiting: state === 'responses_in' ? 1 : 0, ...ownPlace, ...more });
const requests = { ...inEach(requestStates, (state) => request(state)), 'draft, of other country and coalition': request('draft', otherPlace), 'published, of other country and coalition': request('published', otherPlace) };

const providers = {
  'own organisation': { provider_organisation_id: own.organisation, provider_country_iso2: null },
  'other organisation': { provider_organisation_id: other.organisation, provider_country_iso2: null },
  'own country': { provider_organisation_id: null, provider_country_iso2: own.country },
};
const offer = (more: Partial<OfferTo> = {}): OfferTo => ({ id: 'offer', state: 'offered', offered_by: 'org_admin_elsewhere', countries: [own.country], place: ownPlace, ...providers['other organisation'], ...more });
const offers = {
  ...inEach(offerStates, (state) => offer({ state })),
  'offered, by the coordinator': offer({ offered_by: 'coordinator' }),
  'offered, by own country to itself and others': offer({ ...providers['own country'], offered_by: 'country_focal_point', countries: [] }),
  'offered, by own organisation to the other country': offer({ ...providers['own organisation'], offered_by: 'focal_point', countries: [other.country], place: otherPlace }),
  'offered, to the other country': offer({ countries: [other.country] }),
  'offered, to two countries': offer({ countries: [other.country, own.country] }),
};

const places = { 'own country': ownPlace, 'other country': otherPlace };

const line = (more: Partial<BudgetLineRef> = {}): BudgetLineRef => ({ id: 'line', withdrawn: false, ...ownPlace, ...more });
const lines = { standing: line(), withdrawn: line({ withdrawn: true }), 'standing, of the other country': line(otherPlace) };

export default [
  states(roomPolicy.enter, places),
  states(budgetPolicy.calendar, places),
  states(budgetPolicy.record, places),
  states(budgetPolicy.correct, lines),
  states(budgetPolicy.withdraw, lines),
  states(indicatorPolicy.record, places),
  states(indicatorPolicy.aim, places),
  states(indicatorPolicy.history, places),
  states(indicatorPolicy.import, { file: { source: 'file' } }),
  states(requestPolicy.write, { 'own country': { ...ownPlace, coalition_id: own.coalition }, 'other country': { ...otherPlace, coalition_id: other.coalition } }),
  states(requestPolicy.edit, requests),
  states(requestPolicy.delete, requests),
  states(requestPolicy.translate, requests),
  states(requestPolicy.publish, requests),
  states(requestPolicy.close, { ...requests, 'matched, another offer waiting': request('matched', { waiting: 1 }) }),
  states(offerPolicy.make, {
    ...Object.fromEntries(Object.entries(providers).map(([name, provider]) => [`open, of ${name}`, { ...provider, request: null }])),
    'on a request of the other country, of own organisation': { ...providers['own organisation'], request: { id: 'request', country_iso2: other.country, open: true } },
    'on a closed request': { ...providers['own organisation'], request: { id: 'request', country_iso2: other.country, open: false } },
    'on its own request': { ...providers['own country'], request: { id: 'request', country_iso2: own.country, open: true } },
  }),
  states(offerPolicy.translate, offers),
  states(offerPolicy.withdraw, offers),
  states(offerPolicy.accept, offers),
  states(offerPolicy.decline, offers),
];
