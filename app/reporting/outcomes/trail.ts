import { calendarDay, plain, worded, type TrailWords } from '#app/records/history/words';
import { audiences, outcomeStatuses, outputKinds } from './model';

/** How the history of an outcome report is said. */
export const outcomeTrail: TrailWords = {
  namespace: 'reporting', other: 'records:trail.changed',
  acts: {
    'outcome:compose': 'outcomes.act.compose', 'outcome:write': 'outcomes.act.text', 'outcome:attach': 'outcomes.act.outputs', 'outcome:detach': 'outcomes.act.removal', 'outcome:consult': 'outcomes.act.consultation',
    'outcome:comment': 'outcomes.act.comment', 'outcome:answer': 'outcomes.act.answer', 'outcome:review': 'outcomes.act.review', 'outcome:approve': 'outcomes.act.approval', 'outcome:launch': 'outcomes.act.launch', 'outcome:publish': 'outcomes.act.publication',
  },
  fields: {
    'outcome_reports.status': worded('outcomes.state', 'outcomes.status', outcomeStatuses), 'outcome_reports.audience': worded('outcomes.audience', 'outcomes.audiences', audiences), 'outcome_reports.consulted_until': calendarDay('outcomes.until'),
    'outcome_texts.text': plain('outcomes.text'), 'outcome_comments.text': plain('outcomes.comments.text'), 'outcome_comments.answer': plain('outcomes.comments.answer'),
    'outcome_outputs.kind': worded('outcomes.output_kind', 'outcomes.output', outputKinds), 'outcome_outputs.title': plain('outcomes.outputs'),
  },
};
