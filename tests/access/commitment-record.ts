import type { CommitmentRef } from '#app/commitments/model';
import { type GapRef, gapStates } from '#app/commitments/gaps/model';
import { gapPolicy } from '#app/commitments/gaps/policy';
import { groupAddingPolicy } from '#app/commitments/groups/policy';
import { milestonePolicy } from '#app/commitments/milestones/policy';
import type { JoinRef, PartnerRef } from '#app/commitments/partners/model';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { commitmentPolicy } from '#app/commitments/policy';
import { teacherPolicy } from '#app/commitments/teachers/policy';
import { other, own } from './cast';
import { inEach, states } from './states';

/** What stands beside the promise: partners, milestones, teachers, data gaps. */
const led = (status: CommitmentRef['status'], more: Partial<CommitmentRef> = {}): CommitmentRef => ({ id: 'commitment', coalition_id: own.coalition, lead_organisation_id: own.organisation, lead_country_iso2: null, status, submitted_by: 'focal_point', ...more });
const elsewhere = { lead_organisation_id: other.organisation, coalition_id: other.coalition };
const inLife = {
  ...inEach(['draft', 'submitted', 'returned', 'verified', 'published', 'reached_on_time', 'withdrawn', 'superseded'] as const, (status) => led(status)),
  'draft, of own country': led('draft', { lead_organisation_id: null, lead_country_iso2: own.country }),
  'draft, of other organisation and coalition': led('draft', elsewhere),
};
const partner = (consent: PartnerRef['consent'], more: Partial<PartnerRef> = {}): PartnerRef => ({ ...led('published', elsewhere), partner_id: own.organisation, consent, side: 'lead', asked_by: 'somebody', ...more });
const inConsent = {
  ...inEach(['asked', 'confirmed', 'declined', 'withdrawn'] as const, (consent) => partner(consent)),
  'asked, of a draft': partner('asked', { status: 'draft' }),
  'asked, of what has ended': partner('asked', { status: 'not_reached' }),
  'confirmed, of what has ended': partner('confirmed', { status: 'not_reached' }),
  'asked by the organisation, led by own': partner('asked', { ...led('published'), partner_id: other.organisation, side: 'partner' }),
  'asked by the officer, led by own': partner('asked', { ...led('published'), partner_id: other.organisation, side: 'partner', asked_by: 'officer' }),
  'confirmed, led by own': partner('confirmed', { ...led('published'), partner_id: other.organisation }),
};
const joining = (more: Partial<JoinRef> = {}): JoinRef => ({ ...led('published', elsewhere), open_to_join: true, partner_id: own.organisation, ...more });

const marked = Object.fromEntries(Object.entries(inLife).map(([state, commitment]) => [state, { ...commitment, milestone_id: 'milestone' }]));

const missing = (gap: GapRef['gap'], more: Partial<GapRef> = {}): GapRef => ({ ...led('published'), gap_id: 'gap', gap, opened_by: 'focal_point', ...more });
const inFinding = {
  ...inEach(gapStates, (gap) => missing(gap)),
  'open, of what has ended': missing('open', { status: 'not_reached' }),
  'open, by the officer': missing('open', { opened_by: 'officer' }),
  'open, of other organisation and coalition': missing('open', elsewhere),
};

export default [
  states(teacherPolicy.say, inLife),
  states(groupAddingPolicy.add, inLife),
  states(commitmentPolicy.takeBackEvidence, inLife),
  states(gapPolicy.open, inLife),
  states(gapPolicy.plan, inFinding),
  states(gapPolicy.close, inFinding),
  states(gapPolicy.accept, inFinding),
  states(milestonePolicy.plan, inLife),
  states(milestonePolicy.remove, marked),
  states(milestonePolicy.report, marked),
  states(partnerPolicy.ask, inLife),
  states(partnerPolicy.open, inLife),
  states(partnerPolicy.join, { open: joining(), closed: joining({ open_to_join: false }), 'open, not public yet': joining({ status: 'verified' }), 'for another organisation': joining({ partner_id: other.organisation }) }),
  states(partnerPolicy.answer, inConsent),
  states(partnerPolicy.remove, inConsent),
];
