import { calendarDay, plain, worded, type TrailWords } from '#app/records/history/words';
import { actionStatuses } from './model';

/** How the history of an action is said. */
export const actionTrail: TrailWords = {
  namespace: 'working-groups', other: 'records:trail.changed',
  acts: {
    'session:run': 'actions.given', 'action:start': 'actions.act.start', 'action:complete': 'actions.act.completion', 'action:block': 'actions.act.blocking', 'action:reschedule': 'actions.act.rescheduling',
    'action:reassign': 'actions.act.reassignment', 'action:reopen': 'actions.act.reopening', 'action:cancel': 'actions.act.cancellation',
  },
  fields: {
    'action_items.text': plain('action.what'), 'action_items.status': worded('status', 'action_status', actionStatuses), 'action_items.due_on': calendarDay('action.due'),
    'action_items.done_on': calendarDay('action.done_on'), 'action_items.outcome': plain('actions.outcome'), 'action_items.reason': plain('actions.reason'),
  },
};
