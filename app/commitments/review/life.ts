import type { Day } from '#app/platform/clock';
import { answerWithinWorkingDays, isFinal, mendWithinWorkingDays, publishWithinWorkingDays, type Status } from '../model';
import { addWorkingDays } from './model';

/** What the way of a commitment is told from. */
export interface LifeFacts {
  readonly status: Status;
  readonly submitted_on: Day | null;
  readonly verified_on: Day | null;
  readonly published_on: Day | null;
  readonly returned_on: Day | null;
}
/** What is under way beside the state: an amendment that waits since a day, the day by which the next update is due. */
export interface LifeBeside {
  readonly amendment_asked_on?: Day | undefined;
  readonly next_update_on?: Day | null | undefined;
}

/** One moment: done on a day; or who has it, and by which day, or within how many working days after the one before it. */
export interface LifeMoment {
  readonly what: 'drafted' | 'submitted' | 'returned' | 'mended' | 'read' | 'verified' | 'published' | 'update' | 'amendment_asked' | 'amendment_decided';
  readonly owner: 'lead' | 'secretariat';
  readonly on?: Day | undefined;
  readonly by?: Day | undefined;
  readonly within?: number | undefined;
}

const read: LifeMoment = { what: 'read', owner: 'secretariat', within: answerWithinWorkingDays };
const publish: LifeMoment = { what: 'published', owner: 'secretariat', within: publishWithinWorkingDays };
const done = (what: LifeMoment['what'], owner: LifeMoment['owner'], on: Day | null): LifeMoment[] => (on === null ? [] : [{ what, owner, on }]);
const after = (day: Day | null, days: number): Day | undefined => (day === null ? undefined : addWorkingDays(day, days));

/** Where a commitment has been and what comes next, in every state: no limbo. What has ended waits for nobody. */
export function lifeOf(facts: LifeFacts, beside: LifeBeside = {}): LifeMoment[] {
  const { status, submitted_on, verified_on, published_on, returned_on } = facts;
  const sent = done('submitted', 'lead', submitted_on);
  switch (status) {
    case 'draft': return [{ what: 'drafted', owner: 'lead' }, read, publish];
    case 'returned': return [...sent, ...done('returned', 'secretariat', returned_on), { what: 'mended', owner: 'lead', by: after(returned_on, mendWithinWorkingDays) }, read, publish];
    case 'submitted': return [...sent, { what: 'read', owner: 'secretariat', by: after(submitted_on, answerWithinWorkingDays) }, publish];
    case 'verified': return [...sent, ...done('verified', 'secretariat', verified_on), { what: 'published', owner: 'secretariat', by: after(verified_on, publishWithinWorkingDays) }];
    case 'published': return [...done('published', 'secretariat', published_on), ...amended(beside.amendment_asked_on), { what: 'update', owner: 'lead', by: beside.next_update_on ?? undefined }];
    default: return isFinal(status) ? done('published', 'secretariat', published_on) : [];
  }
}

const amended = (asked_on: Day | undefined): LifeMoment[] =>
  asked_on === undefined ? [] : [...done('amendment_asked', 'lead', asked_on), { what: 'amendment_decided', owner: 'secretariat', by: addWorkingDays(asked_on, answerWithinWorkingDays) }];
