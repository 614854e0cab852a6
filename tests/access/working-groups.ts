import { meetingPolicy, programmePolicy, type MeetingRef } from '#app/working-groups/meetings/policy';
import { takeawayPolicy, type TakeawayRef } from '#app/working-groups/takeaways/policy';
import { meetingStatuses, registrationStates } from '#app/working-groups/meetings/model';
import { ballotPolicy, type BallotRef } from '#app/working-groups/decisions/ballots/policy';
import { procedurePolicy, type ProcedureRef } from '#app/working-groups/procedures/policy';
import { actionStatuses } from '#app/working-groups/actions/model';
import { recommendationStatuses } from '#app/working-groups/recommendations/model';
import { recommendationPolicy, type RecommendationRef } from '#app/working-groups/recommendations/policy';
import { responsePolicy, type AddressedParty } from '#app/working-groups/responses/policy';
import { actionPolicy, type ActionRef } from '#app/working-groups/actions/policy';
import { minutesPolicy, pastPolicy, type MinutesRef } from '#app/working-groups/minutes/policy';
import { groupPolicy, sessionPolicy, type SessionRef } from '#app/working-groups/policy';
import { paperPolicy, type PaperPlace } from '#app/working-groups/papers/policy';
import { proposalPolicy, type ProposalRef } from '#app/working-groups/backlog/policy';
import { calendarPolicy } from '#app/working-groups/calendar/policy';
import { invitationPolicy, type InvitationRef } from '#app/working-groups/invitations/policy';
import { roomPolicy, type SeatedRef } from '#app/working-groups/live/policy';
import { groupStatuses } from '#app/working-groups/model';
import { lifePolicy, type LifeRef } from '#app/working-groups/life/policy';
import { dimensionPolicy } from '#app/working-groups/dimensions/policy';
import { termsPolicy } from '#app/working-groups/terms/policy';
import { other, own } from './cast';
import { inEach, states } from './states';

const session = (status: string, working_group_id: string = own.group, coalition_id: string = own.coalition): SessionRef => ({ id: 'session', working_group_id, coalition_id, status });
const living = (status: string, of: Partial<LifeRef> = {}): LifeRef => ({ id: own.group, coalition_id: own.coalition, status, proposed_by: 'lead', reported_by: 'chair', ...of });
const lifetimes = { ...inEach(groupStatuses, (status) => living(status)), 'proposed, of other group': living('proposed', { id: other.group, coalition_id: other.coalition }), 'reporting, of other group': living('reporting', { id: other.group, coalition_id: other.coalition }) };
const groups = { own: { id: own.group, coalition_id: own.coalition }, 'own, proposed': { id: own.group, coalition_id: own.coalition, status: 'proposed' }, 'own, ended': { id: own.group, coalition_id: own.coalition, status: 'concluded' }, other: { id: other.group, coalition_id: other.coalition } };
const stages = ['draft', 'convened', 'in_progress', 'adjourned', 'minutes_draft', 'in_correction', 'approved', 'published', 'cancelled'] as const;
const meeting = (status: string): MeetingRef => ({ id: 'meeting', working_group_id: own.group, coalition_id: own.coalition, status });
const meetings = { ...inEach(meetingStatuses, meeting), 'announced, of other group': { ...meeting('announced'), working_group_id: other.group, coalition_id: other.coalition } };
const takeaway = (): TakeawayRef => ({ id: 'takeaway', working_group_id: own.group, coalition_id: own.coalition, taken_up: false });
const lives = { ...inEach(stages, (stage) => session(stage)), 'convened, of other group': session('convened', other.group, other.coalition) };
const action = (status: string, working_group_id: string = own.group, coalition_id: string = own.coalition): ActionRef => ({ id: 'action', owner_id: 'member', status, working_group_id, coalition_id });
const actionsOfMember = { ...inEach(actionStatuses, (status) => action(status)), 'open, of other group': action('open', other.group, other.coalition) };

const ballot = (running: boolean): BallotRef => ({ id: 'ballot', session_id: 'session', running, speakers: ['member'] });
const procedure = (running: boolean, working_group_id: string = own.group, coalition_id: string = own.coalition): ProcedureRef => ({ id: 'procedure', working_group_id, coalition_id, running, voters: ['member'] });
const recommendation = (status: string, working_group_id: string = own.group, coalition_id: string = own.coalition): RecommendationRef => ({ id: 'recommendation', status, working_group_id, coalition_id });
const recommendations = { ...inEach(recommendationStatuses, (status) => recommendation(status)), 'final, of other group': recommendation('final', other.group, other.coalition) };
const addressed = (of: Partial<AddressedParty>): AddressedParty => ({ id: 'recommendation', status: 'final', coalition_id: own.coalition, addressee_organisation_id: null, addressee_country_iso2: null, ...of });

const proposal = (status: string): ProposalRef => ({ id: 'proposal', working_group_id: own.group, coalition_id: own.coalition, proposed_by: 'member', status });
const recorded = (status: string, authors: readonly string[] = ['wg_secretary'], seconded_by: string | null = null): MinutesRef => ({ ...session(status), attended: ['member'], authors, seconded_by });
const minutes = {
  ...inEach(stages, (stage) => recorded(stage)), 'in_correction, written by the chair alone': recorded('in_correction', ['chair']), 'in_correction, written by the chair and seconded': recorded('in_correction', ['chair'], 'member'),
  'in_correction, of other group': { ...recorded('in_correction'), ...session('in_correction', other.group, other.coalition) },
};

export default [
  ...Object.values(lifePolicy).map((rule) => states<string, LifeRef>(rule, lifetimes)),
  states(groupPolicy.propose, { 'in own coalition': { coalition_id: own.coalition }, 'in other coalition': { coalition_id: other.coalition } }),
  states(groupPolicy.charter, { 'in own coalition': { coalition_id: own.coalition }, 'in other coalition': { coalition_id: other.coalition } }),
  states(groupPolicy.seat, groups),
  states(termsPolicy.write, groups),
  states(dimensionPolicy.keep, groups),
  states(groupPolicy.handOver, { 'own, of the chair': { ...groups.own, chair_id: 'chair' }, 'own, of another chair': { ...groups.own, chair_id: 'somebody' }, other: { ...groups.other, chair_id: 'chair_elsewhere' } }),
  states(groupPolicy.plan, groups),
  states(groupPolicy.recommend, groups),
  states(pastPolicy.record, groups),
  ...Object.values(minutesPolicy).map((rule) => states<string, MinutesRef>(rule, minutes)),
  states(meetingPolicy.plan, { 'own plenary': { ...groups.own, kind: 'plenary' }, 'own working group': { ...groups.own, kind: 'working_group' }, 'other plenary': { ...groups.other, kind: 'plenary' } }),
  ...[meetingPolicy.edit, meetingPolicy.announce, meetingPolicy.cancel, meetingPolicy.participants, meetingPolicy.checkIn].map((rule) => states<string, MeetingRef>(rule, meetings)),
  states(meetingPolicy.register, inEach(registrationStates, (state) => ({ ...meeting('announced'), state, person_id: 'member' }))),
  states(meetingPolicy.withdraw, inEach(meetingStatuses, (status) => ({ ...meeting(status), person_id: 'member' }))),
  states(takeawayPolicy.record, lives),
  ...[takeawayPolicy.withdraw, takeawayPolicy.recommend].map((rule) => states<string, TakeawayRef>(rule, { 'of own group': takeaway(), 'of own group, taken up': { ...takeaway(), taken_up: true }, 'of other group': { ...takeaway(), working_group_id: other.group, coalition_id: other.coalition } })),
  ...Object.values(roomPolicy).map((rule) => states<string, SeatedRef>(rule, inEach(stages, (stage) => ({ ...session(stage), people: ['member'] })))),
  states(programmePolicy.take, { 'of own group': { working_group_id: own.group } }),
  states(groupPolicy.history, { own: { ...groups.own, working_group_id: own.group }, other: { ...groups.other, working_group_id: other.group } }),
  ...Object.values(sessionPolicy).map((rule) => states<string, SessionRef>(rule, lives)),
  states(ballotPolicy.vote, { 'open, the member speaks': ballot(true), 'over, the member speaks': ballot(false) }),
  states(procedurePolicy.open, groups),
  states(procedurePolicy.vote, { 'open, the member on a seat': procedure(true), 'over, the member on a seat': procedure(false) }),
  states(procedurePolicy.withdraw, { open: procedure(true), over: procedure(false), 'open, of other group': procedure(true, other.group, other.coalition) }),
  states(procedurePolicy.settle, { own: { id: 'procedure' } }),
  ...Object.values(recommendationPolicy).map((rule) => states<string, RecommendationRef>(rule, recommendations)),
  states(responsePolicy.give, {
    'to own organisation': addressed({ addressee_organisation_id: own.organisation }), 'to own country': addressed({ addressee_country_iso2: own.country }), 'to the secretariat': addressed({}),
    'to own organisation, closed': addressed({ addressee_organisation_id: own.organisation, status: 'closed' }), 'to other organisation': addressed({ addressee_organisation_id: other.organisation }),
  }),
  ...Object.values(actionPolicy).map((rule) => states<string, ActionRef>(rule, actionsOfMember)),
  ...Object.values(invitationPolicy).map((rule) => states<string, InvitationRef>(rule, {
    'convened, of the member': { session_id: 'session', person_id: 'member', status: 'convened' }, 'called off, of the member': { session_id: 'session', person_id: 'member', status: 'cancelled' },
  })),
  states(proposalPolicy.make, { 'the member on a seat': { ...groups.own, seated: ['member'] }, 'nobody on a seat': { ...groups.own, seated: [] } }),
  ...[proposalPolicy.withdraw, proposalPolicy.answer].map((rule) => states<string, ProposalRef>(rule, {
    open: proposal('open'), declined: proposal('declined'), 'open, of other group': { ...proposal('open'), working_group_id: other.group, coalition_id: other.coalition },
  })),
  ...Object.values(paperPolicy).map((rule) => states<string, PaperPlace>(rule, inEach(['draft', 'convened', 'in_progress', 'published'], (stage) => ({ ...session(stage), presenter_id: 'member' })))),
  states(calendarPolicy.renew, { 'of the member': { person_id: 'member' }, 'of the lead': { person_id: 'lead' } }),
];
