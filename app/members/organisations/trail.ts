import { membershipCategories, membershipStatuses } from '#app/members/memberships/model';
import { plain, worded, type TrailWords } from '#app/records/history/words';
import { findCountry } from '#db/reference/countries';
import { constituencyName, typeName } from './words';

/** How the history of an organisation, its identifiers and memberships is said. */
export const organisationTrail: TrailWords = {
  namespace: 'members',
  acts: {
    'organisation:register': 'records:trail.recorded', 'membership:admit': 'status.active', 'membership:suspend': 'status.suspended',
    'membership:reinstate': 'status.active', 'membership:withdraw': 'status.withdrawn', 'membership:end': 'status.ended', 'duplicate:decide': 'facts.merged',
  },
  other: 'records:trail.changed',
  fields: {
    'organisations.name': plain('form.name'), 'organisations.short_name': plain('form.short_name'),
    'organisations.type_code': { label: 'form.type_code', say: (value, _, language) => typeName(value, language) },
    'organisations.constituency': { label: 'form.constituency', say: (value, _, language) => constituencyName(value, language) },
    'organisations.country_iso2': { label: 'form.country_iso2', say: (value, _, language) => findCountry(value)?.name[language] ?? value },
    'organisations.website': plain('form.website'), 'organisation_identifiers.identifier': plain('facts.identifiers'), 'organisation_names.name': plain('facts.former_names'),
    'memberships.category': worded('admission.category', 'category', membershipCategories), 'memberships.status': worded('list.status', 'status', membershipStatuses),
    'memberships.joined_on': plain('admission.joined_on'),
  },
};
