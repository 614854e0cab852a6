import { plain, worded, type TrailWords } from '#app/records/history/words';
import { endorsementStatuses } from './model';

/** How the history of an endorsement is said: what was done is the state that it came to. */
export const endorsementTrail: TrailWords = {
  namespace: 'frameworks',
  acts: {
    'endorsement:declare': 'status.declared', 'endorsement:check': 'status.evidence_checked', 'endorsement:publish': 'status.published', 'endorsement:withdraw': 'status.withdrawn',
  },
  other: 'records:trail.changed',
  fields: {
    'endorsements.status': worded('ledger.status', 'status', endorsementStatuses), 'endorsements.endorsed_on': plain('form.endorsed_on'), 'endorsements.capacity': plain('form.capacity'),
    'endorsements.signatory': plain('form.signatory'), 'endorsements.statement': plain('form.statement'), 'endorsement_reservations.statement': plain('form.reservation'),
  },
};
