import { peoplePolicy, type PlaceRef } from '#app/members/people/policy';
import { platform, type RoleScope } from '#app/members/people/roles/model';
import { handOver, rolePolicy, type RoleSubject } from '#app/members/people/roles/policy';
import { suspensionPolicy, type PersonOver } from '#app/members/people/suspension/policy';
import type { RoleName } from '#app/access/actor';
import { other, own } from './cast';
import { states } from './states';

const places: Record<string, PlaceRef> = {
  'own organisation': { organisation_id: own.organisation, coalition_ids: [own.coalition] },
  'other organisation': { organisation_id: other.organisation, coalition_ids: [other.coalition] },
  'organisation without a coalition': { organisation_id: own.organisation, coalition_ids: [] },
  'no organisation': { organisation_id: null, coalition_ids: [] },
};

const role = (name: RoleName, scope: Partial<RoleScope>, coalition_ids: readonly string[], person_id = 'somebody'): RoleSubject => ({ person_id, role: name, scope: { ...platform, ...scope }, coalition_ids });
const roles: Record<string, RoleSubject> = {
  'focal point of own organisation': role('focal_point', { organisation_id: own.organisation }, [own.coalition]),
  'focal point of other organisation': role('focal_point', { organisation_id: other.organisation }, [other.coalition]),
  'administrator of own organisation': role('org_admin', { organisation_id: own.organisation }, [own.coalition]),
  'chair of own group': role('wg_chair', { working_group_id: own.group }, [own.coalition]),
  'coordinator of own country': role('country_coordinator', { country_iso2: own.country }, [own.coalition]),
  'reviewer in own coalition': role('reviewer', { coalition_id: own.coalition }, [own.coalition]),
  'officer in own coalition': role('secretariat_officer', { coalition_id: own.coalition }, [own.coalition]),
  'lead of own coalition': role('secretariat_lead', { coalition_id: own.coalition }, [own.coalition]),
  'lead of a national coalition under own': role('secretariat_lead', { coalition_id: 'coalition-national' }, ['coalition-national', own.coalition]),
  'lead of other coalition': role('secretariat_lead', { coalition_id: other.coalition }, [other.coalition]),
  'lead of the platform': role('secretariat_lead', {}, []),
  'auditor in own coalition': role('auditor', { coalition_id: own.coalition }, [own.coalition]),
  'administrator of the platform': role('platform_admin', {}, []),
  'the lead’s own, anew': role('secretariat_lead', { coalition_id: own.coalition }, [own.coalition], 'lead'),
  'the administrator’s own, anew': role('platform_admin', {}, [], 'admin'),
};

/** Somebody by where they act. */
const people: Record<string, PersonOver> = {
  'who acts in own coalition': { id: 'somebody', over: [[own.coalition], ['coalition-national', own.coalition]] },
  'who acts in own and in other coalition': { id: 'somebody', over: [[own.coalition], [other.coalition]] },
  'who has a role on the platform': { id: 'somebody', over: [[own.coalition], []] },
  'who acts nowhere': { id: 'somebody', over: [] },
  'the lead of own coalition': { id: 'lead', over: [[own.coalition]] },
};

export default [
  states(peoplePolicy.list, { list: null }),
  states(peoplePolicy.add, places),
  states(peoplePolicy.invite, places),
  states(peoplePolicy.affiliate, places),
  states(peoplePolicy.endAffiliation, places),
  states(peoplePolicy.revoke, places),
  states(peoplePolicy.explain, { 'the member': { id: 'member' }, 'somebody who is seen': { id: 'somebody' } }),
  states(suspensionPolicy.suspend, people),
  states(suspensionPolicy.reinstate, people),
  states(peoplePolicy.update, { 'the member': { id: 'member' } }),
  states(rolePolicy.grant, roles),
  states(rolePolicy.end, roles),
  states(handOver, {
    'the chair’s own, to another': { ...role('wg_chair', { working_group_id: own.group }, [own.coalition], 'chair'), to_id: 'somebody' },
    'the chair’s own, to themselves': { ...role('wg_chair', { working_group_id: own.group }, [own.coalition], 'chair'), to_id: 'chair' },
    'chair of other group, to another': { ...role('wg_chair', { working_group_id: other.group }, [other.coalition], 'chair_elsewhere'), to_id: 'somebody' },
    'the focal point’s own, to another': { ...role('focal_point', { organisation_id: own.organisation }, [own.coalition], 'focal_point'), to_id: 'somebody' },
  }),
];
