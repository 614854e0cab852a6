import type { CountryPlace } from '#app/countries/place';
import { editionStates } from '#app/registries/platforms/model';
import { platformPolicy, type OpenEdition, type PlatformRef } from '#app/registries/platforms/policy';
import { other, own } from './cast';
import { inEach, states } from './states';

const ownPlace: CountryPlace = { country_iso2: own.country, coalition_ids: [own.coalition] };
const otherPlace: CountryPlace = { country_iso2: other.country, coalition_ids: [other.coalition] };
const open = (status: OpenEdition['status'], more: Partial<OpenEdition> = {}): OpenEdition => ({
  number: 1, status, returned: false, writers: ['deputy'], confirmed_by: null, reviewed_by: null, owner_organisation_id: null, operator_organisation_id: null, ...more,
});
const platform = (edition: OpenEdition | null, more: Partial<PlatformRef> = {}): PlatformRef => ({ id: 'platform', nominated_by: 'focal_point_elsewhere', published: edition === null, discontinued: false, open: edition, ...ownPlace, ...more });

const platforms = {
  ...inEach(editionStates, (state) => platform(state === 'published' ? null : open(state))),
  discontinued: platform(null, { discontinued: true }),
  'published, the next edition described': platform(open('described', { number: 2 }), { published: true }),
  'described, and returned': platform(open('described', { returned: true })),
  'described by the coordinator and the officer': platform(open('described', { writers: ['coordinator', 'officer'] })),
  'confirmed, of the organisation of the reviewer who was once there': platform(open('country_confirmed', { owner_organisation_id: own.organisation })),
  'confirmed by the reviewer and the lead': platform(open('country_confirmed', { writers: ['reviewer'], confirmed_by: 'lead' })),
  'reviewed by the officer, described by the lead': platform(open('expert_reviewed', { writers: ['lead'], reviewed_by: 'officer' })),
  'described, of other country and coalition': platform(open('described'), otherPlace),
  'confirmed, of other country and coalition': platform(open('country_confirmed'), otherPlace),
};

export default [
  states(platformPolicy.nominate, { 'own country': ownPlace, 'other country': otherPlace }),
  states(platformPolicy.describe, platforms),
  states(platformPolicy.translate, platforms),
  states(platformPolicy.confirm, platforms),
  states(platformPolicy.review, platforms),
  states(platformPolicy.publish, platforms),
  states(platformPolicy.return, platforms),
  states(platformPolicy.discontinue, platforms),
  states(platformPolicy.delete, platforms),
];
