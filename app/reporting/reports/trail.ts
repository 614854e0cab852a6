import { formatDate } from '#app/languages/format';
import { plain, worded, type TrailWords } from '#app/records/history/words';
import { capacities, reportStatuses } from './model';
import { profileKind, sectionKinds, sectionStates } from '#app/reporting/sections/model';

/** How the history of a report, its sections and its snapshot is said. */
export const reportTrail: TrailWords = {
  namespace: 'reporting',
  acts: {
    'report:plan': 'report.states.planned', 'report:write': 'report.states.drafting', 'report:sign_off': 'sections.states.signed_off', 'report:freeze': 'report.states.review',
    'report:publish': 'report.states.published', 'report:name': 'replies.name', 'report:ask': 'replies.title', 'report:reply': 'replies.act', 'report:approve': 'approvals.given', 'report:correct': 'errata.act.correction',
    'report:add_erratum': 'errata.act.errata', 'report:send_section': 'sections.states.in_review', 'report:return_section': 'sections.returned', 'report:comment': 'comments.words', 'report:settle_comment': 'comments.settled', 'report:restore_text': 'report.states.drafting', 'report:add_profiles': 'profiles.add', 'report:draft_section': 'profiles.draft.act',
    'report:leave_out': 'leaving.tag', 'report:take_back': 'leaving.taken_back',
  },
  other: 'records:trail.changed',
  fields: {
    'reports.status': worded('sections.state', 'report.states', reportStatuses), 'report_texts.title': plain('writing.heading'), 'report_texts.summary': plain('outline.summary'),
    'report_sections.kind': worded('sections.section', 'outline', [...sectionKinds.filter((kind) => kind !== 'other'), profileKind]), 'report_sections.status': worded('sections.state', 'sections.states', sectionStates),
    'report_sections.word_limit': plain('steps.limit'), 'report_sections.return_words': plain('steps.return_words'),
    'report_sections.left_out_at': { label: 'leaving.tag', say: (value, _, language) => formatDate(language, value.slice(0, 10)) },
    'reports.licence': plain('files.licence'), 'snapshots.sha256': plain('report.snapshot'),
    'report_replies.about': plain('replies.about'), 'report_replies.reply': plain('replies.act'), 'report_errata.words': plain('errata.words'), 'report_approvals.capacity': worded('approvals.title', 'approvals.capacity', capacities),
  },
};
