import { holds, holdsAnywhere, isSecretariat, secretariat, speakers, type Actor } from '#app/access/actor';
import { all, allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { takesPublicData, type PublishedSource } from '#app/financing/activities/policy';
import { isEditable, type PledgeStatus } from './model';

/** Whose money it is, and in which coalition it counts. */
export interface ProviderRef {
  readonly coalition_id: string;
  readonly provider_organisation_id: string | null;
  readonly provider_country_iso2: string | null;
}

/** Where a new pledge belongs; the commitment is one that its author may see. */
export interface PledgePlace extends ProviderRef {
  readonly commitment_id: string | null;
  /** The accepted offer that it was made of (RQ-7). */
  readonly offer_id?: string | null;
}

export interface PledgeRef extends ProviderRef {
  readonly id: string;
  readonly status: PledgeStatus;
  readonly recorded_by: string | null;
}

/** A transaction of a pledge: whoever speaks for the pledge decides about it. */
export interface PledgeTransactionRef extends PledgeRef {
  readonly transaction_id: string;
}

export const speaksFor = (actor: Actor, { provider_organisation_id, provider_country_iso2 }: ProviderRef): boolean =>
  holds(actor, speakers, { organisation_id: provider_organisation_id, country_iso2: provider_country_iso2 });

/** Whether there is anybody whose money a viewer may record. */
export const recordsSomewhere = (actor: Actor): boolean => holdsAnywhere(actor, [...speakers, ...secretariat]);

/** The provider's own people about their money; the secretariat about everybody's. */
export function recordsFor(actor: Actor, provider: ProviderRef): Decision {
  if (actor.kind === 'public') return deny('access:reasons.sign_in');
  return allowIf(isSecretariat(actor, provider.coalition_id) || speaksFor(actor, provider), 'financing:reasons.provider_or_secretariat');
}

/** Nobody approves what they recorded themselves. */
const isAnother = (actor: Actor, { recorded_by }: PledgeRef): Decision => allowIf(actor.kind !== 'person' || actor.id !== recorded_by, 'access:reasons.not_your_own');

export const pledgePolicy = {
  /** What a published file says was promised. */
  take: rule('pledge:take', (actor: Actor, _source: PublishedSource): Decision => takesPublicData(actor)),
  create: rule('pledge:create', (actor: Actor, place: PledgePlace): Decision => recordsFor(actor, place)),
  edit: rule('pledge:edit', (actor: Actor, pledge: PledgeRef): Decision =>
    all(() => recordsFor(actor, pledge), () => allowIf(isEditable(pledge.status), 'financing:reasons.confirmed_stays'))),
  confirm: rule('pledge:confirm', (actor: Actor, pledge: PledgeRef): Decision =>
    all(() => recordsFor(actor, pledge), () => isAnother(actor, pledge), () => allowIf(pledge.status === 'announced', 'access:reasons.not_now'))),
  /** What classifies the money and changes no amount; before it is confirmed that is part of its terms. */
  classify: rule('pledge:classify', (actor: Actor, pledge: PledgeRef): Decision =>
    all(() => recordsFor(actor, pledge), () => allowIf(!isEditable(pledge.status), 'access:reasons.not_now'))),
  reduce: rule('pledge:reduce', (actor: Actor, pledge: PledgeRef): Decision => all(() => recordsFor(actor, pledge), () => isOpen(pledge))),
  cancel: rule('pledge:cancel', (actor: Actor, pledge: PledgeRef): Decision => all(() => recordsFor(actor, pledge), () => isOpen(pledge))),
  recordTransaction: rule('pledge:record_transaction', (actor: Actor, pledge: PledgeRef): Decision => all(() => recordsFor(actor, pledge), () => isOpen(pledge))),
  reverseTransaction: rule('pledge:reverse_transaction', (actor: Actor, pledge: PledgeTransactionRef): Decision => recordsFor(actor, pledge)),
  history: rule('pledge:history', (actor: Actor, pledge: PledgeRef): Decision =>
    holds(actor, ['auditor', 'platform_admin'], { coalition_id: pledge.coalition_id }) ? allow : recordsFor(actor, pledge)),
};

export const isOpen = ({ status }: PledgeRef): Decision => (status === 'cancelled' ? deny('financing:reasons.cancelled') : allow);
