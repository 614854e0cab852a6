import { accountPolicy } from '#app/accounts/policy';
import { states } from './states';

const link = { secret_hash: 'hash', person_id: 'member' } as const;

export default [
  states(accountPolicy.forgotten, { 'any address': { address: 'somebody@ministry.example' } }),
  states(accountPolicy.accept, { 'link of the member': { ...link, purpose: 'invitation' } }),
  states(accountPolicy.reset, { 'link of the member': { ...link, purpose: 'password_reset' } }),
  states(accountPolicy.changePassword, { 'account of the member': { person_id: 'member' } }),
  states(accountPolicy.changeAddress, { 'account of the member': { person_id: 'member' } }),
  states(accountPolicy.confirmAddress, { 'link of the member': { ...link, purpose: 'address_confirmation' } }),
  states(accountPolicy.withdrawAddress, { 'account of the member': { person_id: 'member' } }),
  states(accountPolicy.initialise, { installation: null }),
];
