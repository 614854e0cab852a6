import { plain, worded, type TrailWords } from '#app/records/history/words';
import { audiences, commentStatuses, dispositions } from './model';

/** How the history of a consultation and of its comments is said. */
export const consultationTrail: TrailWords = {
  namespace: 'frameworks',
  acts: {
    'consultation:open': 'consultations.act.open', 'consultation:move': 'consultations.act.days', 'consultation:close': 'consultations.act.closing', 'comment:send': 'comments.act.send', 'comment:release': 'comments.act.release',
    'comment:refuse': 'comments.act.refusal', 'comment:dispose': 'comments.act.disposition',
  },
  other: 'records:trail.changed',
  fields: {
    'consultations.audience': worded('consultations.asked', 'consultations.audience', audiences), 'consultations.opens_on': plain('consultations.first_day'), 'consultations.closes_on': plain('consultations.last_day'),
    'consultation_comments.ref': plain('comments.comment'), 'consultation_comments.status': worded('ledger.status', 'comments.status', commentStatuses), 'consultation_comments.refused_reason': plain('comments.reason'),
    'consultation_comments.disposition': worded('comments.answer', 'disposition', dispositions), 'consultation_comments.disposition_reason': plain('comments.reason'),
  },
};
