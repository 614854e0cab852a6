import { followPolicy } from '#app/following/policy';
import { states } from './states';

export default [
  states(followPolicy.change, { 'of the member': { person_id: 'member' }, 'of the lead': { person_id: 'lead' } }),
  states(followPolicy.stop, { 'by the secret of the member': { person_id: 'member' } }),
];
