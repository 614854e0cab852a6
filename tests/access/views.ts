import { viewPolicy } from '#app/records/views/policy';
import { states } from './states';

export default [
  states(viewPolicy.save, { 'view of the member': { person_id: 'member' } }),
  states(viewPolicy.remove, { 'view of the member': { id: 'view', person_id: 'member' } }),
];
