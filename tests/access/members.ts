import { adherencePolicy, type AdherenceRef } from '#app/members/adherences/policy';
import type { ApplicationRef } from '#app/members/applications/policy';
import { applicationPolicy } from '#app/members/applications/policy';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { membershipPolicy } from '#app/members/memberships/policy';
import { organisationPolicy } from '#app/members/organisations/policy';
import { other, own } from './cast';
import { inEach, states } from './states';

const memberships = {
  'own organisation in own coalition': { coalition_id: own.coalition, organisation_id: own.organisation },
  'own organisation in other coalition': { coalition_id: other.coalition, organisation_id: own.organisation },
  'in a national coalition under own': { coalition_id: 'coalition-national', organisation_id: own.organisation, above: [own.coalition] },
};

const application = (more: Partial<ApplicationRef>): ApplicationRef => ({ id: 'application', coalition_id: own.coalition, above: [own.coalition], status: 'applied', contact_id: null, approved_by: [], ...more });
const applications = {
  'waiting in own coalition': application({}),
  'waiting in other coalition': application({ coalition_id: other.coalition, above: [other.coalition] }),
  'in a national coalition under own': application({ coalition_id: 'coalition-national', above: ['coalition-national', own.coalition] }),
  'approved once by the officer': application({ status: 'under_review', approved_by: ['officer'] }),
  'sent by the lead': application({ contact_id: 'lead' }),
  'waiting for an answer': application({ status: 'more_asked' }),
  'not taken yet': application({ status: 'invited' }),
  'approved': application({ status: 'approved', approved_by: ['officer'] }),
};
const links = { 'not confirmed': application({ status: 'unverified' }), 'asked for more': application({ status: 'more_asked' }), 'with the secretariat': application({}) };

const inForce = inEach(['active', 'suspended'] as const, (status) => ({ coalition_id: own.coalition, organisation_id: own.organisation, above: [own.coalition], status }));
const ofOthers = { 'of another organisation': { coalition_id: other.coalition, organisation_id: other.organisation, above: [other.coalition], status: 'active' as const } };

const elsewhere = { coalition_id: other.coalition, organisation_id: other.organisation, above: [other.coalition] };
const adherence = (more: Partial<AdherenceRef>): AdherenceRef => ({ id: 'adherence', coalition_id: own.coalition, organisation_id: own.organisation, above: [own.coalition], recorded_by: 'focal_point', confirmed: false, revoked: false, ...more });
const adherences = {
  'recorded by the focal point': adherence({}), 'recorded by the officer': adherence({ recorded_by: 'officer' }), 'confirmed': adherence({ confirmed: true }), 'revoked': adherence({ confirmed: true, revoked: true }), 'of another coalition': adherence(elsewhere),
};
const pair = { id: 'duplicate', organisation_id: own.organisation, other_id: other.organisation };

export default [
  states(applicationPolicy.send, { 'any coalition': { coalition_id: own.coalition } }),
  states(applicationPolicy.answer, links),
  states(applicationPolicy.list, { desk: { desk: true } }),
  states(applicationPolicy.invite, { 'own coalition': { coalition_id: own.coalition, above: [own.coalition] }, 'other coalition': { coalition_id: other.coalition, above: [other.coalition] } }),
  states(applicationPolicy.ask, applications),
  states(applicationPolicy.decline, applications),
  states(applicationPolicy.approve, applications),
  states(organisationPolicy.register, { register: { register: true } }),
  states(organisationPolicy.history, { own: { id: own.organisation }, other: { id: other.organisation } }),
  states(organisationPolicy.edit, { own: { id: own.organisation }, other: { id: other.organisation } }),
  states(membershipPolicy.admit, memberships),
  states(membershipPolicy.end, memberships),
  states(membershipPolicy.suspend, { ...inForce, ...ofOthers }),
  states(membershipPolicy.reinstate, { ...inForce, ...ofOthers }),
  states(membershipPolicy.recategorise, { ...inForce, ...ofOthers }),
  states(membershipPolicy.withdraw, { ...inForce, ...ofOthers }),
  states(adherencePolicy.record, { 'own organisation': adherence({}), 'other organisation': adherence(elsewhere) }),
  states(adherencePolicy.confirm, adherences),
  states(adherencePolicy.revoke, adherences),
  states(duplicatePolicy.decide, { 'own and other': pair }),
  states(duplicatePolicy.decideMany, { 'own and other': { pairs: [pair] } }),
];
