import { calendarDay, plain, worded, type TrailWords } from '#app/records/history/words';
import { answers } from '#app/working-groups/responses/model';
import { recommendationStatuses } from './model';

/** How the history of a recommendation and of the responses to it is said. */
export const recommendationTrail: TrailWords = {
  namespace: 'working-groups', other: 'records:trail.changed',
  acts: {
    'group:recommend': 'recommendation.one', 'recommendation:edit': 'recommendations.act.edit', 'recommendation:address': 'recommendations.act.addressees', 'recommendation:issue': 'recommendation_status.preliminary',
    'recommendation:finalise': 'recommendation_status.final', 'recommendation:endorse': 'recommendation_status.endorsed', 'recommendation:implement': 'recommendation_status.in_implementation',
    'recommendation:close': 'recommendation_status.closed', 'recommendation:succeed': 'recommendations.act.successor', 'response:give': 'responses.one',
  },
  fields: {
    'recommendations.status': worded('status', 'recommendation_status', recommendationStatuses), 'recommendations.title': plain('recommend.name'), 'recommendations.text': plain('recommendation.text'),
    'recommendations.final_on': calendarDay('recommendations.final_on'), 'recommendations.closed_why': plain('recommendations.closed_why'), 'recommendation_addressees.country_iso2': plain('recommendations.addressees'),
    'recommendation_addressees.constituency': plain('recommendations.addressees'), 'recommendation_responses.answer': worded('responses.one', 'responses.answer', answers), 'recommendation_responses.words': plain('responses.words'),
  },
};
