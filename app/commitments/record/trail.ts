import { verifications } from '#app/records/verification/model';
import { number, plain, worded, type TrailWords } from '#app/records/history/words';
import { groupName, unitName } from '../marks';
import { gapStates } from '../gaps/model';
import { stages } from '../teachers/model';
import { milestoneStates } from '../milestones/model';
import { consents, partnerRoles } from '../partners/model';
import { commitmentTypes, statuses, visibilities } from '../model';

/** How the history of a commitment is said. Another domain's act that touched it is an update that was accepted. */
export const commitmentTrail: TrailWords = {
  namespace: 'commitments',
  acts: {
    'commitment:create': 'trail.act.create', 'commitment:edit': 'trail.act.edit', 'commitment:delete': 'trail.act.delete', 'commitment:submit': 'trail.act.submit',
    'commitment:return': 'trail.act.return', 'commitment:verify': 'trail.act.verify', 'commitment:publish': 'trail.act.publish', 'commitment:withdraw': 'trail.act.withdraw',
    'commitment:finish': 'trail.act.finish', 'commitment:add_evidence': 'trail.act.add_evidence', 'commitment:translate': 'trail.act.translate', 'commitment_translation:check': 'trail.act.check_translation', 'commitment:import': 'trail.act.import',
    'commitment:assign': 'trail.act.assign', 'commitment:nudge': 'trail.act.nudge',
    'teacher:say': 'trail.act.say_teachers', 'beneficiary:add': 'trail.act.add_groups', 'commitment:take_back_evidence': 'trail.act.take_back_evidence',
    'gap:open': 'trail.act.open_gap', 'gap:plan': 'trail.act.plan_gap', 'gap:close': 'trail.act.close_gap', 'gap:accept': 'trail.act.accept_gap',
    'milestone:plan': 'trail.act.plan_milestone', 'milestone:remove': 'trail.act.remove_milestone', 'milestone:report': 'trail.act.report_milestone',
    'partner:ask': 'trail.act.ask_partner', 'partner:join': 'trail.act.join_partner', 'partner:answer': 'trail.act.answer_partner', 'partner:remove': 'trail.act.remove_partner', 'partner:open': 'trail.act.open_partner',
    'safeguard:write': 'trail.act.write_safeguard', 'safeguard:review': 'trail.act.review_safeguard', 'safeguard:approve': 'trail.act.approve_safeguard', 'safeguard:return': 'trail.act.return_safeguard',
    'succession:start': 'trail.act.start_successor',
    'amendment:ask': 'trail.act.ask_amendment', 'amendment:approve': 'trail.act.approve_amendment', 'amendment:decline': 'trail.act.decline_amendment', 'amendment:withdraw': 'trail.act.withdraw_amendment',
    'update:verify': 'trail.act.verify_update', 'update:contest': 'trail.act.contest_update', 'update:settle': 'trail.act.settle_update',
  },
  other: 'trail.act.progress',
  fields: {
    'commitments.status': worded('trail.field.status', 'standing', statuses), 'commitments.type': worded('trail.field.type', 'type', commitmentTypes),
    'commitments.last_verification': worded('updates.who', 'rung', verifications),
    'commitments.starts_on': plain('trail.field.starts_on'), 'commitments.ends_on': plain('trail.field.ends_on'),
    'commitments.learner_data': { label: 'trail.field.learner_data', say: (value, t) => t(value === 'true' ? 'yes' : 'no') },
    'commitments.visibility': worded('trail.field.visibility', 'visibility', visibilities),
    'commitments.returned_reason': plain('trail.field.returned_reason'), 'commitments.withdrawn_reason': plain('trail.field.withdrawn_reason'),
    'commitment_texts.title': plain('trail.field.title'), 'commitment_texts.action': plain('trail.field.action'), 'commitment_texts.problem': plain('trail.field.problem'),
    'goals.statement': plain('trail.field.statement'), 'goals.unit': { label: 'trail.field.unit', say: (value, t) => unitName(value, t) },
    'goals.target_words': plain('trail.field.target_words'), 'goals.target_value': number('trail.field.target_value'), 'goals.target_on': plain('trail.field.target_on'), 'goals.baseline_value': number('trail.field.baseline_value'),
    'goals.last_value': number('trail.field.last_value'), 'commitment_countries.country_iso2': plain('trail.field.country_iso2'), 'commitment_countries.share': number('trail.field.share'),
    'commitment_beneficiaries.group_code': { label: 'trail.field.group_code', say: (value, _, language) => groupName(value, language) }, 'evidence.title': plain('trail.field.title'),
    'commitment_partners.consent': worded('trail.field.consent', 'partners.consent', consents), 'commitment_partners.role': worded('trail.field.role', 'partners.role', partnerRoles),
    'commitments.open_to_join': { label: 'partners.openness', say: (value, t) => t(value === 'true' ? 'yes' : 'no') },
    'teacher_involvements.stage': worded('teachers.stage_label', 'teachers.stage', stages), 'teacher_involvements.how_many': number('teachers.how_many'), 'teacher_involvements.what_changed': plain('teachers.what_changed'),
    'data_gaps.what': plain('gaps.what'), 'data_gaps.status': worded('trail.field.status', 'gaps.state', gapStates), 'data_gaps.plan': plain('gaps.plan'), 'data_gaps.answer': plain('gaps.answer.closure'), 'evidence.taken_back_why': plain('trail.field.why'),
    'milestones.title': plain('milestones.what'), 'milestones.due_on': plain('milestones.due'), 'milestones.status': worded('trail.field.status', 'milestones.state', milestoneStates), 'milestones.value': number('milestones.value'),
    'milestones.achieved_on': plain('milestones.day'), 'milestones.note': plain('milestones.why'),
    'amendments.reason': plain('amendments.reason'), 'amendments.answer': plain('amendments.answer'),
    'safeguards.purpose': plain('safeguards.field.purpose'), 'safeguards.returned_reason': plain('trail.field.returned_reason'), 'safeguards.expires_on': plain('safeguards.expires_on'),
  },
};
