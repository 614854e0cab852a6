import { commentPolicy, consultationPolicy, type CommentRef } from '#app/frameworks/consultations/policy';
import { endorsementPolicy, type EndorsementRef } from '#app/frameworks/endorsements/policy';
import { mappingPolicy } from '#app/frameworks/crosswalk/policy';
import { frameworkPolicy } from '#app/frameworks/policy';
import { other, own } from './cast';
import { inEach, states } from './states';

const endorsement = (status: string, party: Partial<EndorsementRef> = {}): EndorsementRef => ({ id: 'endorsement', organisation_id: own.organisation, country_iso2: null, status, recorded_by: 'officer', ...party });
const parties = {
  'own organisation': { organisation_id: own.organisation, country_iso2: null },
  'other organisation': { organisation_id: other.organisation, country_iso2: null },
  'own country': { organisation_id: null, country_iso2: own.country },
  'other country': { organisation_id: null, country_iso2: other.country },
};
const stages = ['declared', 'evidence_checked', 'published', 'withdrawn'] as const;
const lives = { ...inEach(stages, (stage) => endorsement(stage)), 'published, of own country': endorsement('published', parties['own country']) };
const comment = (more: Partial<CommentRef>): CommentRef => ({ id: 'comment', status: 'published', version_status: 'draft', ...more });
const comments = { 'waiting': comment({ status: 'waiting' }), 'published': comment({}), 'refused': comment({ status: 'refused' }), 'published, of a published version': comment({ version_status: 'published' }) };
const nobody = { organisation_id: null, country_iso2: null };
const versions = inEach(['draft', 'published', 'superseded'], (status) => ({ id: 'version', status, edited_by: null }));

export default [
  states(frameworkPolicy.draft, { text: { code: 'DECL' } }),
  states(frameworkPolicy.edit, versions),
  states(frameworkPolicy.publish, { ...versions, 'draft, written by the officer': { id: 'version', status: 'draft', edited_by: 'officer' } }),
  states(frameworkPolicy.import, { text: { code: 'DECL' } }),
  states(frameworkPolicy.map, { node: { from_node_id: 'node' } }),
  ...[mappingPolicy.change, mappingPolicy.end].map((rule) => states(rule, { live: { id: 'mapping', ended: false }, ended: { id: 'mapping', ended: true } })),
  states(mappingPolicy.history, { any: { id: 'mapping' } }),
  states(endorsementPolicy.declare, Object.fromEntries(Object.entries(parties).map(([name, party]) => [name, { ...party, version_id: 'version' }]))),
  states(endorsementPolicy.import, { text: { framework: 'DECL' } }),
  states(endorsementPolicy.accept, { text: { framework: 'DECL' } }),
  states(endorsementPolicy.remind, { text: { framework: 'DECL' } }),
  states(endorsementPolicy.check, lives),
  states(endorsementPolicy.publish, lives),
  states(endorsementPolicy.withdraw, lives),
  states(endorsementPolicy.history, { any: { id: 'endorsement' } }),
  states(consultationPolicy.open, versions),
  states(consultationPolicy.move, { any: { id: 'consultation' } }),
  states(consultationPolicy.close, { any: { id: 'consultation' } }),
  states(consultationPolicy.withdraw, { any: { id: 'consultation' } }),
  states(consultationPolicy.history, { any: { id: 'consultation' } }),
  states(commentPolicy.send, {
    'for nobody, everybody is asked': { ...nobody, audience: 'public' }, 'for nobody, members are asked': { ...nobody, audience: 'members' },
    ...Object.fromEntries(Object.entries(parties).map(([name, party]) => [name, { ...party, audience: 'members' as const }])),
  }),
  states(commentPolicy.release, comments),
  states(commentPolicy.refuse, comments),
  states(commentPolicy.dispose, comments),
];
