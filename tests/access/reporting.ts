import { cyclePolicy } from '#app/reporting/cycles/policy';
import { outcomeStatuses } from '#app/reporting/outcomes/model';
import { outcomePolicy, type AuthoredRef, type ConsultedRef, type OutcomeRef } from '#app/reporting/outcomes/policy';
import { reportPolicy, type ApprovalRef, type ReplyRef } from '#app/reporting/reports/policy';
import { sectionPolicy, type ReadRef } from '#app/reporting/sections/policy';
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
const section = (status: string, coalition_id: string = own.coalition): ReadRef => ({ id: 'report', coalition_id, status, section_id: 'section', section_status: 'drafting', left_out: false, owner_id: 'section_editor', owners: ['section_editor'], chairs: [] });
const reports = {
  ...inEach(['planned', 'drafting', 'review', 'right_of_reply', 'approved', 'published', 'corrected'], (status) => section(status)),
  'drafting, of other coalition': section('drafting', other.coalition),
  'drafting, steered by own group': { ...section('drafting'), chairs: [own.group] },
  'drafting, section of the officer': { ...section('drafting'), owner_id: 'officer', owners: ['officer'] },
};
const inReview = Object.fromEntries(Object.entries(reports).map(([name, report]) => [`${name}, in review`, { ...report, section_status: 'in_review' }]));
const drafts = { ...reports, 'drafting, left out': { ...section('drafting'), left_out: true } };
const sections = { ...drafts, ...inReview, 'drafting, signed off': { ...section('drafting'), section_status: 'signed_off' }, 'drafting, left out, in review': { ...section('drafting'), section_status: 'in_review', left_out: true } };
const translations = {
  'in French': { ...section('drafting'), language: 'fr', written_by: null }, 'in English, by the officer': { ...section('drafting'), language: 'en', written_by: 'officer' },
  'in English, of other coalition': { ...section('drafting', other.coalition), language: 'en', written_by: null }, 'in English, published': { ...section('published'), language: 'en', written_by: null }, 'in English, left out': { ...section('drafting'), left_out: true, language: 'en', written_by: null },
};
const remarks = { 'by the reviewer, left out': { ...section('drafting'), left_out: true, comment_by: 'reviewer' }, 'by the reviewer': { ...section('drafting'), comment_by: 'reviewer' }, 'by the officer': { ...section('drafting'), comment_by: 'officer' }, 'by the officer, published': { ...section('published'), comment_by: 'officer' } };
const approval = (more: Partial<ApprovalRef> = {}): ApprovalRef => ({ ...section('right_of_reply'), chairs: [own.group], approvals: [], ...more });
const approvals = {
  ...inEach(['drafting', 'review', 'right_of_reply', 'approved', 'published'], (status) => approval({ status })),
  'steered by nobody': approval({ chairs: [] }),
  'steered by nobody, approved by the lead': approval({ chairs: [], approvals: [{ capacity: 'secretariat', person_id: 'lead' }] }),
  'approved by the lead': approval({ approvals: [{ capacity: 'secretariat', person_id: 'lead' }] }),
  'approved by the chair': approval({ approvals: [{ capacity: 'chair', person_id: 'chair' }] }),
  'of other coalition': approval({ coalition_id: other.coalition, chairs: [other.group] }),
};
const reply = (more: Partial<ReplyRef> = {}): ReplyRef => ({ ...section('right_of_reply'), organisation_id: own.organisation, country_iso2: null, window_open: true, ...more });
const replies = {
  'of own organisation': reply(), 'of own organisation, closed': reply({ window_open: false }), 'of own country': reply({ organisation_id: null, country_iso2: own.country }), 'of other organisation': reply({ organisation_id: other.organisation }),
};
const editions = Object.fromEntries(Object.entries(reports).flatMap(([name, report]) => [[name, { ...report, edition: 1 }], [`${name}, second edition`, { ...report, edition: 2 }]]));
const cycles = { own: { coalition_id: own.coalition, cycle_id: 'cycle' }, other: { coalition_id: other.coalition, cycle_id: 'cycle' } };
const runs = { ...cycles, 'own, published': { ...cycles.own, published: true } };

const outcome = (status: string, working_group_id: string = own.group, coalition_id: string = own.coalition): OutcomeRef => ({ id: 'outcome', working_group_id, coalition_id, status });
const outcomes = { ...inEach(outcomeStatuses, (status) => outcome(status)), 'drafting, of other group': outcome('drafting', other.group, other.coalition) };
const written = (status: string, authors: readonly string[]): AuthoredRef => ({ ...outcome(status), authors });
const consulted = (status: string, audience: string | null, taking = true): ConsultedRef => ({ ...outcome(status), audience, taking, seated: ['member'] });

export default [
  states(outcomePolicy.compose, { own: { id: own.group, coalition_id: own.coalition }, other: { id: other.group, coalition_id: other.coalition } }),
  ...[outcomePolicy.write, outcomePolicy.attach, outcomePolicy.detach, outcomePolicy.consult, outcomePolicy.review, outcomePolicy.launch, outcomePolicy.publish].map((rule) => states<string, OutcomeRef>(rule, outcomes)),
  states(outcomePolicy.approve, {
    'written by two': written('final_review', ['chair', 'group_secretary']), 'written by the chair alone': written('final_review', ['chair']), 'consulted on': written('consultation', ['chair', 'group_secretary']),
    'of other group': { ...written('final_review', ['chair', 'group_secretary']), working_group_id: other.group, coalition_id: other.coalition },
  }),
  states(outcomePolicy.comment, {
    'open to the group, with the member': consulted('consultation', 'group'), 'open to everybody': consulted('consultation', 'public'), 'open to everybody, its last day over': consulted('consultation', 'public', false), 'in final review': consulted('final_review', 'public'),
  }),
  states(outcomePolicy.answer, { 'of the chair, consulted on': { ...outcome('consultation'), person_id: 'chair' }, 'of a visitor, in final review': { ...outcome('final_review'), person_id: null }, 'of a visitor, approved': { ...outcome('approved'), person_id: null } }),
  states(cyclePolicy.plan, cycles),
  states(cyclePolicy.board, cycles),
  states(cyclePolicy.settle, runs),
  states(cyclePolicy.except, runs),
  states(cyclePolicy.extend, runs),
  states(cyclePolicy.nudge, runs),
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
  states(sectionPolicy.assign, drafts),
  states(sectionPolicy.write, drafts),
  states(sectionPolicy.restore, drafts),
  states(sectionPolicy.draft, drafts),
  states(sectionPolicy.send, sections),
  states(sectionPolicy.return, sections),
  states(sectionPolicy.signOff, sections),
  states(sectionPolicy.check, translations),
  states(sectionPolicy.comment, drafts),
  states(sectionPolicy.settle, remarks),
  states(sectionPolicy.leaveOut, drafts),
  states(sectionPolicy.takeBack, drafts),
  states(reportPolicy.addProfiles, reports),
  states(reportPolicy.freeze, reports),
  states(reportPolicy.publish, reports),
  states(reportPolicy.name, reports),
  states(reportPolicy.ask, reports),
  states(reportPolicy.reply, replies),
  states(reportPolicy.approve, approvals),
  states(reportPolicy.release, reports),
  states(reportPolicy.countChanges, reports),
  states(reportPolicy.correct, reports),
  states(reportPolicy.addErratum, editions),
];
