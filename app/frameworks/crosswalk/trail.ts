import { plain, worded, type TrailWords } from '#app/records/history/words';
import { relations } from '../model';

/** How the history of a mapping is said. */
export const mappingTrail: TrailWords = {
  namespace: 'frameworks',
  acts: { 'framework:map': 'crosswalk.act.drawn', 'framework:publish': 'crosswalk.act.taken_over', 'mapping:change': 'crosswalk.act.changed', 'mapping:end': 'crosswalk.act.ended' },
  other: 'records:trail.changed',
  fields: { 'node_mappings.relation': worded('crosswalk.relation', 'crosswalk.kind', relations), 'node_mappings.reason': plain('crosswalk.form.reason'), 'node_mappings.end_reason': plain('crosswalk.form.end_reason') },
};
