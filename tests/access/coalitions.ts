import { coalitionPolicy } from '#app/coalitions/policy';
import { other, own } from './cast';
import { states } from './states';

export default [
  states(coalitionPolicy.form, { 'under own': { parent_id: own.coalition }, 'under other': { parent_id: other.coalition }, 'under none': { parent_id: null } }),
  states(coalitionPolicy.edit, {
    own: { id: own.coalition, parent_id: null, country_iso2: null },
    'national, under own, of own country': { id: 'coalition-national', parent_id: own.coalition, country_iso2: own.country },
    'national, under other, of other country': { id: 'coalition-national', parent_id: other.coalition, country_iso2: other.country },
  }),
];
