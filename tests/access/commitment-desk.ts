import { deskPolicy } from '#app/commitments/desk/policy';
import type { CommitmentRef } from '#app/commitments/model';
import { other, own } from './cast';
import { inEach, states } from './states';

/** What the secretariat does with many commitments: the desk, and each of what was chosen. */
const led = (status: CommitmentRef['status'], more: Partial<CommitmentRef> = {}): CommitmentRef => ({ id: 'commitment', coalition_id: own.coalition, lead_organisation_id: own.organisation, lead_country_iso2: null, status, submitted_by: 'focal_point', ...more });
const chosen = {
  desk: { desk: true as const },
  ...inEach(['draft', 'submitted', 'published', 'withdrawn'] as const, (status) => led(status)),
  'published, of other coalition': led('published', { coalition_id: other.coalition, lead_organisation_id: other.organisation }),
};

export default [
  states(deskPolicy.look, { desk: { desk: true } }),
  states(deskPolicy.assign, chosen),
  states(deskPolicy.nudge, chosen),
  states(deskPolicy.tag, chosen),
];
