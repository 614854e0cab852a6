import { cyclePolicy } from '#app/reporting/cycles/policy';
import { reportPolicy, type SectionRef } from '#app/reporting/reports/policy';
import { updatePolicy, type UpdateRef } from '#app/reporting/updates/policy';
import type { ClaimRef } from '#app/reporting/verification/model';
import { claimPolicy } from '#app/reporting/verification/policy';
import { other, own } from './cast';
import { inEach, states } from './states';

const update = (status: string, lead: Partial<UpdateRef> = {}): UpdateRef => ({ coalition_id: own.coalition, lead_organisation_id: own.organisation, lead_country_iso2: null, status, written_by: 'focal_point', ...lead });
const updates = {
  ...inEach(['draft', 'submitted', 'returned', 'accepted'], (status) => update(status)),
  'submitted, of own country': update('submitted', { lead_organisation_id: null, lead_country_iso2: own.country }),
  'submitted, of other organisation and coalition': update('submitted', { lead_organisation_id: other.organisation, coalition_id: other.coalition }),
  'submitted, written by the officer': update('submitted', { written_by: 'officer' }),
  'draft, of own country': update('draft', { lead_organisation_id: null, lead_country_iso2: own.country }),
};
const claim = (more: Partial<ClaimRef> = {}): ClaimRef => ({
  ...update('accepted'), id: 'update', commitment_id: 'commitment', version: 1, verification: 'secretariat_checked', accepted_by: 'officer', verifiers: ['officer'], countries: [own.country], partners: [other.organisation], contest: null, ...more,
} as ClaimRef);
const contest = (more: Partial<NonNullable<ClaimRef['contest']>> = {}): ClaimRef['contest'] => ({
  id: 'contest', goal_id: null, contested_as: 'secretariat', organisation_id: null, country_iso2: null, contested_by: 'lead', contested_at: '2026-10-01T00:00:00Z', replied_by: null, replied: false, ...more,
});
const claims = {
  accepted: claim(),
  submitted: claim({ status: 'submitted' }),
  'verified independently': claim({ verification: 'independently_verified' }),
  'accepted, of own country': claim({ lead_organisation_id: null, lead_country_iso2: own.country }),
  'accepted, written by the reviewer': claim({ written_by: 'reviewer' }),
  'accepted, of other organisation and coalition': claim({ lead_organisation_id: 'another', coalition_id: other.coalition, countries: [other.country], partners: [] }),
  contested: claim({ contest: contest() }),
  'contested by the reviewer': claim({ contest: contest({ contested_as: 'reviewer', contested_by: 'reviewer' }) }),
  'contested for own organisation': claim({ lead_organisation_id: other.organisation, contest: contest({ contested_as: 'partner', organisation_id: own.organisation, contested_by: 'focal_point' }) }),
  'contested and answered': claim({ contest: contest({ replied_by: 'focal_point', replied: true }) }),
};
const section = (status: string, coalition_id: string = own.coalition): SectionRef & { owners: readonly string[] } => ({ id: 'report', coalition_id, status, section_id: 'section', owner_id: 'section_editor', owners: ['section_editor'] });
const reports = {
  ...inEach(['planned', 'drafting', 'review', 'right_of_reply', 'approved', 'published', 'corrected'], (status) => section(status)),
  'drafting, of other coalition': section('drafting', other.coalition),
  'drafting, section of the officer': { ...section('drafting'), owner_id: 'officer', owners: ['officer'] },
};
const cycles = { own: { coalition_id: own.coalition, cycle_id: 'cycle' }, other: { coalition_id: other.coalition, cycle_id: 'cycle' } };

export default [
  states(cyclePolicy.plan, cycles),
  states(cyclePolicy.board, cycles),
  states(updatePolicy.write, updates),
  states(updatePolicy.return, updates),
  states(updatePolicy.accept, updates),
  states(claimPolicy.verify, claims),
  states(claimPolicy.contest, claims),
  states(claimPolicy.reply, claims),
  states(claimPolicy.settle, claims),
  states(reportPolicy.plan, cycles),
  states(reportPolicy.desk, reports),
  states(reportPolicy.history, reports),
  states(reportPolicy.assign, reports),
  states(reportPolicy.write, reports),
  states(reportPolicy.signOff, reports),
  states(reportPolicy.freeze, reports),
  states(reportPolicy.publish, reports),
];
