import { holds, holdsAnywhere, isIndependentOf, isPortal, isSecretariat, secretariat, speakers, type Actor, type Lead } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { type Act, allows, type CommitmentRef, type NewCommitment } from './model';

/** Speaks for the organisation or country that leads. */
export function speaksForLead(actor: Actor, { lead_organisation_id, lead_country_iso2 }: Lead): boolean {
  return holds(actor, speakers, { organisation_id: lead_organisation_id, country_iso2: lead_country_iso2 });
}

/** Promises for somebody, somewhere: whether the way to a new commitment is shown at all. */
export const mayPromise = (actor: Actor): boolean => holdsAnywhere(actor, [...speakers, ...secretariat]);

export const isDesk = (actor: Actor, c: NewCommitment): boolean => isSecretariat(actor, c.coalition_id);
export const inState = (act: Act, c: CommitmentRef) => (): Decision => allowIf(allows(act, c.status), 'access:reasons.not_now');
export const byLead = (actor: Actor, c: NewCommitment) => (): Decision =>
  allowIf(speaksForLead(actor, c) || isDesk(actor, c), c.lead_country_iso2 === null ? 'access:reasons.not_your_organisation' : 'access:reasons.not_your_country');
export const byDesk = (actor: Actor, c: NewCommitment) => (): Decision => allowIf(isDesk(actor, c), 'access:reasons.secretariat_only');
export const byReader = (actor: Actor, c: NewCommitment) => (): Decision =>
  allowIf(isDesk(actor, c) || holds(actor, ['reviewer'], { coalition_id: c.coalition_id }), 'access:reasons.not_your_role');
/** Nobody approves what they submitted. */
const byAnother = (actor: Actor, c: CommitmentRef) => (): Decision => allowIf(actor.kind !== 'person' || actor.id !== c.submitted_by, 'access:reasons.not_your_own');
/** PE-1: no tie with the lead now or within 24 months, and no role for it of any other kind. */
export const byIndependent = (actor: Actor, c: NewCommitment) => (): Decision =>
  allowIf(isIndependentOf(actor, c) && !speaksForLead(actor, c), 'access:reasons.not_independent');

/** Who reads what others submitted for a coalition, whatever state it is in. */
export const commitmentReading = (actor: Actor, c: CommitmentRef): Decision => all(byReader(actor, c), byAnother(actor, c), byIndependent(actor, c));

/** Who may do what with commitments. Reading is decided by `readable` in SQL: what may not be seen is absent. */
export const commitmentPolicy = {
  create: rule('commitment:create', (actor: Actor, c: NewCommitment) => byLead(actor, c)()),
  edit: rule('commitment:edit', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('edit', c))),
  delete: rule('commitment:delete', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('delete', c))),
  submit: rule('commitment:submit', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('submit', c))),
  return: rule('commitment:return', (actor: Actor, c: CommitmentRef) => all(byReader(actor, c), inState('return', c), byAnother(actor, c), byIndependent(actor, c))),
  verify: rule('commitment:verify', (actor: Actor, c: CommitmentRef) => all(byReader(actor, c), inState('verify', c), byAnother(actor, c), byIndependent(actor, c))),
  publish: rule('commitment:publish', (actor: Actor, c: CommitmentRef) => all(byDesk(actor, c), inState('publish', c), byAnother(actor, c))),
  withdraw: rule('commitment:withdraw', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('withdraw', c))),
  finish: rule('commitment:finish', (actor: Actor, c: CommitmentRef) => all(byDesk(actor, c), inState('finish', c), byIndependent(actor, c))),
  /** After an update was accepted; whoever may accept it may let its values count. */
  recordProgress: rule('commitment:record_progress', (actor: Actor, c: CommitmentRef) =>
    all(byReader(actor, c), inState('record_progress', c), byIndependent(actor, c))),
  translate: rule('commitment:translate', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), () => allowIf(c.status !== 'withdrawn', 'access:reasons.not_now'))),
  addEvidence: rule('commitment:add_evidence', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), () => allowIf(c.status !== 'withdrawn', 'access:reasons.not_now'))),
  takeBackEvidence: rule('commitment:take_back_evidence', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), () => allowIf(c.status !== 'withdrawn', 'access:reasons.not_now'))),
  history: rule('commitment:history', (actor: Actor, c: CommitmentRef) =>
    holds(actor, ['auditor', 'platform_admin'], { coalition_id: c.coalition_id }) ? allow : byLead(actor, c)()),
  review: rule('commitment:review', (actor: Actor, _queue: { readonly queue: true }) => allowIf(holdsAnywhere(actor, [...secretariat, 'reviewer']), 'access:reasons.not_your_role')),
  import: rule('commitment:import', (actor: Actor, under: { readonly coalition_id: string }) =>
    allowIf(isPortal(actor, 'import') || isSecretariat(actor, under.coalition_id), 'access:reasons.secretariat_only')),
};
