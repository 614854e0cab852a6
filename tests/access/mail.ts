import { mailPolicy } from '#app/mail/policy';
import { states } from './states';

export default [
  states(mailPolicy.log, { log: { log: true } }),
  states(mailPolicy.read, { 'to the member': { person_id: 'member' }, 'to an address alone': { person_id: null } }),
];
