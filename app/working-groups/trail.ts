import { formatLanguages, formatNumber } from '#app/languages/format';
import { calendarDay, number, plain, worded, type TrailWords } from '#app/records/history/words';
import { outcomes } from './agenda/model';
import { decisionStatuses, voteKinds } from './decisions/model';
import { cadences, decisionRules, groupKinds, groupStatuses, seatRoles } from './model';
import { modes, sessionStatuses, sessionVisibilities } from './sessions/model';

const common = { namespace: 'working-groups', other: 'records:trail.changed' } as const;

/** How the history of a group, its terms of reference and its seats is said. */
export const groupTrail: TrailWords = {
  ...common,
  acts: {
    'group:propose': 'life.step.proposed', 'group:charter': 'group_status.chartered', 'group:approve': 'life.step.chartered', 'group:commence': 'life.step.active', 'group:report': 'life.step.reporting', 'group:conclude': 'life.step.concluded', 'group:dissolve': 'life.step.dissolved',
    'group:seat': 'seat.of', 'group:terms': 'terms.write', 'group:dimension': 'dimensions.change',
  },
  fields: {
    'working_groups.status': worded('status', 'group_status', groupStatuses), 'working_groups.visibility': worded('charter.visibility', 'visibility', sessionVisibilities), 'working_groups.short_key': plain('charter.key'), 'working_groups.ended_on': calendarDay('seats.last_day'), 'working_group_steps.reason': plain('life.reason'),
    'working_groups.kind': worded('group.one', 'group_kind', groupKinds),
    'working_group_terms.from_on': calendarDay('terms.from'), 'working_group_terms.cadence': worded('group.meets', 'cadence', cadences), 'working_group_terms.decision_rule': worded('group.decides', 'rule', decisionRules),
    'working_group_terms.quorum_share': { label: 'quorum.title', say: (value, _, language) => `${formatNumber(language, value, 2)} %` }, 'working_group_terms.notice_days': plain('group.notice'),
    'working_group_terms.correction_days': number('terms.correction'), 'working_group_term_texts.text': plain('group.terms'), 'working_group_term_texts.note': plain('terms.note'), 'working_group_minimums.seats': number('terms.minimums'),
    'working_group_dimensions.ended_on': calendarDay('seats.last_day'),
    'working_groups.starts_on': plain('group.since'), 'working_groups.ends_on': plain('group.until'), 'working_group_texts.name': plain('plan.name'), 'working_group_texts.mandate': plain('group.terms'),
    'seats.role': worded('seat.role', 'seat_role', seatRoles), 'seats.voting': { label: 'seat.vote', say: (value, t) => t(value === 'true' ? 'seat.votes' : 'seat.no_vote') },
    'seats.from_on': plain('group.since'), 'seats.until_on': plain('group.until'),
  },
};

/** How the history of a session and its agenda is said: what was done is the state that it came to. */
export const sessionTrail: TrailWords = {
  ...common,
  acts: {
    'group:plan': 'session_status.draft', 'session:edit': 'agenda.title', 'session:prepare': 'agenda.title', 'session:convene': 'session_status.convened', 'session:start': 'session_status.in_progress', 'session:run': 'session_status.in_progress',
    'session:adjourn': 'session_status.adjourned', 'session:publish': 'session_status.published', 'session:cancel': 'session_status.cancelled', 'session:reschedule': 'plan.rescheduled', 'invitation:answer': 'invitation.answered', 'invitation:answer_by_link': 'invitation.answered',
    'minutes:compose': 'session_status.minutes_draft', 'minutes:write': 'minutes.text', 'minutes:note': 'minutes.guests', 'minutes:circulate': 'session_status.in_correction', 'minutes:amend': 'minutes.amendments',
    'minutes:settle': 'minutes.amendments', 'minutes:second': 'minutes.second', 'minutes:approve': 'session_status.approved', 'minutes:publish': 'session_status.published', 'minutes:err': 'erratum.title', 'group:record_past': 'minutes.typed_in',
  },
  fields: {
    'sessions.status': worded('status', 'session_status', sessionStatuses), 'sessions.title': plain('plan.name'), 'sessions.starts_at': plain('session.when'), 'sessions.mode': worded('session.mode', 'mode', modes),
    'sessions.place': plain('plan.place'), 'sessions.languages': { label: 'plan.languages', say: (value, _, language) => formatLanguages(language, value.match(/[a-z][a-z0-9-]*/gi) ?? []) }, 'sessions.visibility': worded('plan.visibility', 'visibility', sessionVisibilities), 'sessions.summary': plain('desk.summary'),
    'sessions.cancelled_reason': plain('desk.cancel_reason'), 'agenda_items.title': plain('agenda.item'), 'agenda_items.outcome': worded('agenda.outcome', 'outcome', outcomes),
    'action_items.text': plain('action.one'), 'agenda_notes.text': plain('desk.note'),
  },
};

/** How the history of a decision and its votes is said. */
export const decisionTrail: TrailWords = {
  ...common,
  acts: { 'session:run': 'decision.one', 'session:adjourn': 'decision_status.lapsed', 'procedure:settle': 'procedure.one' },
  fields: {
    'decisions.status': worded('status', 'decision_status', decisionStatuses), 'decisions.text': plain('decision.text'), 'decisions.rule': worded('decision.rule', 'rule', decisionRules), 'decisions.dissent': plain('decision.dissent'),
    'decisions.adopted_on': plain('decision.adopted_on'), 'decisions.review_on': plain('decision.review'), 'votes.vote': worded('seat.vote', 'vote', voteKinds),
  },
};
