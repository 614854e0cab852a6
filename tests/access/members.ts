import { duplicatePolicy } from '#app/members/duplicates/policy';
import { membershipPolicy } from '#app/members/memberships/policy';
import { organisationPolicy } from '#app/members/organisations/policy';
import { other, own } from './cast';
import { states } from './states';

const memberships = {
  'own organisation in own coalition': { coalition_id: own.coalition, organisation_id: own.organisation },
  'own organisation in other coalition': { coalition_id: other.coalition, organisation_id: own.organisation },
  'in a national coalition under own': { coalition_id: 'coalition-national', organisation_id: own.organisation, above: [own.coalition] },
};

export default [
  states(organisationPolicy.register, { register: { register: true } }),
  states(organisationPolicy.edit, { own: { id: own.organisation }, other: { id: other.organisation } }),
  states(membershipPolicy.admit, memberships),
  states(membershipPolicy.end, memberships),
  states(duplicatePolicy.decide, { 'own and other': { id: 'duplicate', organisation_id: own.organisation, other_id: other.organisation } }),
];
