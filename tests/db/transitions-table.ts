import type { Status } from '#app/commitments/model';

/** Whoever may meet a commitment. `submitter` is the officer who submitted it, `tied` the reviewer who worked for the lead until lately, `coordinator` of the country that leads. */
export const roles = ['focal', 'deputy', 'org_admin', 'coordinator', 'officer', 'lead', 'submitter', 'reviewer', 'tied', 'stranger', 'auditor', 'admin', 'suspended', 'ended', 'signed_out'] as const;
export type Role = (typeof roles)[number];

export const actNames = [
  'edit', 'delete', 'submit', 'return', 'verify', 'publish', 'withdraw', 'finish_on_time', 'finish_late', 'finish_not_reached', 'ask_amendment', 'approve_amendment', 'decline_amendment', 'withdraw_amendment', 'write_safeguard', 'start_successor',
] as const;
export type ActName = (typeof actNames)[number];

/** In some states: who may, and of everybody else why not. `to` is the state that an allowed act leads to; nothing where the commitment is gone. */
interface Row {
  readonly states: readonly Status[];
  readonly may?: readonly Role[];
  readonly to?: Status | 'gone';
  readonly not_now?: readonly Role[];
  readonly not_your_own?: readonly Role[];
  readonly not_independent?: readonly Role[];
  readonly not_your_role?: readonly Role[];
  readonly not_theirs?: readonly Role[];
  readonly secretariat_only?: readonly Role[];
}

const ended = ['reached_on_time', 'reached_late', 'not_reached', 'withdrawn', 'superseded'] as const;
const leads = ['focal', 'deputy', 'org_admin', 'coordinator'] as const;
const desk = ['officer', 'lead', 'submitter'] as const;
const nobody = ['stranger', 'auditor', 'admin', 'suspended', 'ended', 'signed_out'] as const;
const readers = ['reviewer', 'tied'] as const;
const beside = [...readers, ...nobody] as const;

/**
 * The life of a commitment, act by act, as the house has agreed on it: written, not computed, so that a policy that changes has to be
 * agreed on again here. Each state stands in one row of each act, each role in one column of the row.
 */
export const table: Readonly<Record<ActName, readonly Row[]>> = {
  edit: [
    { states: ['draft'], may: [...leads, ...desk], to: 'draft', not_theirs: beside },
    { states: ['returned'], may: [...leads, ...desk], to: 'returned', not_theirs: beside },
    { states: ['submitted', 'verified', 'published', ...ended], not_now: [...leads, ...desk], not_theirs: beside },
  ],
  delete: [
    { states: ['draft'], may: [...leads, ...desk], to: 'gone', not_theirs: beside },
    { states: ['submitted', 'returned', 'verified', 'published', ...ended], not_now: [...leads, ...desk], not_theirs: beside },
  ],
  submit: [
    { states: ['draft', 'returned'], may: [...leads, ...desk], to: 'submitted', not_theirs: beside },
    { states: ['submitted', 'verified', 'published', ...ended], not_now: [...leads, ...desk], not_theirs: beside },
  ],
  return: [
    { states: ['submitted', 'verified'], may: ['officer', 'lead', 'reviewer'], to: 'returned', not_your_own: ['submitter'], not_independent: ['tied'], not_your_role: [...leads, ...nobody] },
    { states: ['draft', 'returned', 'published', ...ended], not_now: [...desk, ...readers], not_your_role: [...leads, ...nobody] },
  ],
  verify: [
    { states: ['submitted'], may: ['officer', 'lead', 'reviewer'], to: 'verified', not_your_own: ['submitter'], not_independent: ['tied'], not_your_role: [...leads, ...nobody] },
    { states: ['draft', 'returned', 'verified', 'published', ...ended], not_now: [...desk, ...readers], not_your_role: [...leads, ...nobody] },
  ],
  publish: [
    { states: ['verified'], may: ['officer', 'lead'], to: 'published', not_your_own: ['submitter'], secretariat_only: [...leads, ...beside] },
    { states: ['draft', 'submitted', 'returned', 'published', ...ended], not_now: desk, secretariat_only: [...leads, ...beside] },
  ],
  withdraw: [
    { states: ['submitted', 'returned', 'verified', 'published'], may: [...leads, ...desk], to: 'withdrawn', not_theirs: beside },
    { states: ['draft', ...ended], not_now: [...leads, ...desk], not_theirs: beside },
  ],
  finish_on_time: [
    { states: ['published'], may: desk, to: 'reached_on_time', secretariat_only: [...leads, ...beside] },
    { states: ['draft', 'submitted', 'returned', 'verified', ...ended], not_now: desk, secretariat_only: [...leads, ...beside] },
  ],
  finish_late: [
    { states: ['published'], may: desk, to: 'reached_late', secretariat_only: [...leads, ...beside] },
    { states: ['draft', 'submitted', 'returned', 'verified', ...ended], not_now: desk, secretariat_only: [...leads, ...beside] },
  ],
  finish_not_reached: [
    { states: ['published'], may: desk, to: 'not_reached', secretariat_only: [...leads, ...beside] },
    { states: ['draft', 'submitted', 'returned', 'verified', ...ended], not_now: desk, secretariat_only: [...leads, ...beside] },
  ],
  ask_amendment: [
    { states: ['published'], may: [...leads, ...desk], to: 'published', not_theirs: beside },
    { states: ['draft', 'submitted', 'returned', 'verified', ...ended], not_now: [...leads, ...desk], not_theirs: beside },
  ],
  // Asked for by the officer who submitted it; what has ended closed its amendment.
  approve_amendment: [
    { states: ['published'], may: ['officer', 'lead', 'reviewer'], to: 'published', not_your_own: ['submitter'], not_independent: ['tied'], not_your_role: [...leads, ...nobody] },
    { states: ended, not_now: [...desk, ...readers], not_your_role: [...leads, ...nobody] },
  ],
  decline_amendment: [
    { states: ['published'], may: ['officer', 'lead', 'reviewer'], to: 'published', not_your_own: ['submitter'], not_independent: ['tied'], not_your_role: [...leads, ...nobody] },
    { states: ended, not_now: [...desk, ...readers], not_your_role: [...leads, ...nobody] },
  ],
  withdraw_amendment: [
    { states: ['published'], may: [...leads, ...desk], to: 'published', not_theirs: beside },
    { states: ended, not_now: [...leads, ...desk], not_theirs: beside },
  ],
  // Reading and approving a safeguard do not depend on the state of its commitment.
  write_safeguard: [
    { states: ['draft'], may: [...leads, ...desk], to: 'draft', not_theirs: beside },
    { states: ['submitted'], may: [...leads, ...desk], to: 'submitted', not_theirs: beside },
    { states: ['returned'], may: [...leads, ...desk], to: 'returned', not_theirs: beside },
    { states: ['verified'], may: [...leads, ...desk], to: 'verified', not_theirs: beside },
    { states: ['published'], may: [...leads, ...desk], to: 'published', not_theirs: beside },
    { states: ended, not_now: [...leads, ...desk], not_theirs: beside },
  ],
  // What is to take its place is a draft of its own: this one stands until that is published.
  start_successor: [
    { states: ['published'], may: [...leads, ...desk], to: 'published', not_theirs: beside },
    { states: ['draft', 'submitted', 'returned', 'verified', ...ended], not_now: [...leads, ...desk], not_theirs: beside },
  ],
};
