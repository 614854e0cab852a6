import { plain, worded, type TrailWords } from '#app/records/history/words';
import { modes, sessionVisibilities } from '#app/working-groups/sessions/model';
import { meetingStatuses } from './model';

/** How the history of a meeting is said; who registered is nobody's history. */
export const meetingTrail: TrailWords = {
  namespace: 'working-groups', other: 'records:trail.changed',
  acts: { 'meeting:plan': 'annual.plan', 'meeting:edit': 'annual.edit', 'meeting:announce': 'annual.announce', 'meeting:cancel': 'annual.cancel' },
  fields: {
    'meetings.status': worded('status', 'annual.status', meetingStatuses), 'meetings.starts_on': plain('annual.field.starts_on'), 'meetings.ends_on': plain('annual.field.ends_on'), 'meetings.time_zone': plain('annual.field.time_zone'),
    'meetings.mode': worded('session.mode', 'mode', modes), 'meetings.place': plain('annual.field.place'), 'meetings.places': plain('annual.field.places'), 'meetings.visibility': worded('plan.visibility', 'visibility', sessionVisibilities),
    'meetings.registration_opens_on': plain('annual.field.registration_opens_on'), 'meetings.registration_closes_on': plain('annual.field.registration_closes_on'), 'meetings.cancelled_reason': plain('desk.cancel_reason'),
    'meeting_texts.title': plain('annual.field.title'), 'meeting_texts.introduction': plain('annual.field.introduction'),
  },
};
