import type { CommitmentRef } from '#app/commitments/model';
import { amendmentStates, type AmendmentRef } from '#app/commitments/amendments/model';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { safeguardStates, type SafeguardRef } from '#app/commitments/safeguards/model';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import type { TranslationRef } from '#app/commitments/translations/model';
import { translationPolicy } from '#app/commitments/translations/policy';
import { commitmentPolicy } from '#app/commitments/policy';
import { successionPolicy } from '#app/commitments/succession/policy';
import { other, own } from './cast';
import { inEach, states } from './states';

const commitment = (status: CommitmentRef['status'], lead: Partial<CommitmentRef> = {}): CommitmentRef => ({
  id: 'commitment', coalition_id: own.coalition, lead_organisation_id: own.organisation, lead_country_iso2: null, status, submitted_by: 'focal_point', ...lead,
});
const ofCountry = { lead_organisation_id: null, lead_country_iso2: own.country };
const ofOther = { lead_organisation_id: other.organisation, coalition_id: other.coalition };
const stages = ['draft', 'submitted', 'returned', 'verified', 'published', 'reached_on_time', 'not_reached', 'withdrawn', 'superseded'] as const;
const byStage = inEach(stages, (stage) => commitment(stage));
/** The stages of one's own, and one stage of a country's, of another's, and of one that the desk itself submitted. */
const inLife = (stage: CommitmentRef['status']) => ({
  ...byStage,
  [`${stage}, of own country`]: commitment(stage, ofCountry),
  [`${stage}, of other organisation and coalition`]: commitment(stage, ofOther),
  [`${stage}, submitted by the officer`]: commitment(stage, { submitted_by: 'officer' }),
});
const places = { 'own organisation': commitment('draft'), 'own country': commitment('draft', ofCountry), 'other organisation and coalition': commitment('draft', ofOther) };

const amendment = (state: AmendmentRef['amendment'], more: Partial<AmendmentRef> = {}): AmendmentRef => ({ ...commitment('published'), amendment_id: 'amendment', amendment: state, asked_by: 'focal_point', ...more });
const inDecision = {
  ...inEach(amendmentStates, (state) => amendment(state)),
  'asked, of a withdrawn commitment': amendment('asked', { status: 'withdrawn' }),
  'asked, of own country': amendment('asked', ofCountry),
  'asked, of other organisation and coalition': amendment('asked', ofOther),
  'asked, by the officer': amendment('asked', { asked_by: 'officer' }),
};
const safeguard = (state: SafeguardRef['safeguard'], more: Partial<SafeguardRef> = {}): SafeguardRef => ({ ...commitment('verified'), safeguard_id: 'safeguard', safeguard: state, written_by: 'focal_point', reviewed_by: state === 'draft' ? null : 'reviewer', ...more });
const inSafety = {
  ...inEach(safeguardStates, (state) => safeguard(state)),
  'draft, of own country': safeguard('draft', ofCountry),
  'draft, of other organisation and coalition': safeguard('draft', ofOther),
  'draft, by the officer': safeguard('draft', { written_by: 'officer' }),
  'reviewed, by the officer': safeguard('reviewed', { reviewed_by: 'officer' }),
};
const translation = (language: string, more: Partial<TranslationRef> = {}): TranslationRef => ({ ...commitment('published'), language, translated_by: 'focal_point', ...more });
const translated = {
  'in a language they read': translation('en'),
  'in a language they read, as it is written somewhere': translation('en-ZA'),
  'in a language they do not read': translation('sw'),
  'by the officer': translation('en', { translated_by: 'officer' }),
  'of own country': translation('en', ofCountry),
  'of other organisation and coalition': translation('en', ofOther),
  'of a withdrawn commitment': translation('en', { status: 'withdrawn' }),
};

export default [
  states(commitmentPolicy.create, places),
  states(commitmentPolicy.edit, inLife('draft')),
  states(commitmentPolicy.delete, inLife('draft')),
  states(commitmentPolicy.submit, inLife('draft')),
  states(commitmentPolicy.return, inLife('submitted')),
  states(commitmentPolicy.verify, inLife('submitted')),
  states(commitmentPolicy.publish, inLife('verified')),
  states(commitmentPolicy.withdraw, inLife('published')),
  states(commitmentPolicy.finish, inLife('published')),
  states(commitmentPolicy.recordProgress, inLife('published')),
  states(commitmentPolicy.translate, inLife('published')),
  states(translationPolicy.read, inLife('published')),
  states(translationPolicy.check, translated),
  states(commitmentPolicy.addEvidence, inLife('published')),
  states(commitmentPolicy.history, inLife('draft')),
  states(commitmentPolicy.review, { queue: { queue: true } }),
  states(successionPolicy.start, inLife('published')),
  states(amendmentPolicy.ask, inLife('published')),
  states(amendmentPolicy.read, inLife('published')),
  states(amendmentPolicy.approve, inDecision),
  states(amendmentPolicy.decline, inDecision),
  states(amendmentPolicy.withdraw, inDecision),
  states(safeguardPolicy.write, inLife('published')),
  states(safeguardPolicy.review, inSafety),
  states(safeguardPolicy.approve, inSafety),
  states(safeguardPolicy.return, inSafety),
  states(commitmentPolicy.import, { 'own coalition': { coalition_id: own.coalition }, 'other coalition': { coalition_id: other.coalition } }),
];
