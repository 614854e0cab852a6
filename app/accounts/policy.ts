import type { Actor } from '#app/access/actor';
import { allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { LinkPurpose } from './model';

/** A link as its holder presents it. */
export interface LinkRef {
  readonly secret_hash: string;
  readonly purpose: LinkPurpose;
  readonly person_id: string;
}

/** Whose link it is, that acts: who holds the secret is taken for that person, and for nothing else than this one step. */
const holder = (actor: Actor, link: LinkRef): Decision => allowIf(actor.kind === 'person' && actor.id === link.person_id, 'access:reasons.only_yourself');

const self = (actor: Actor, account: { readonly person_id: string }): Decision =>
  allowIf(actor.kind === 'person' && actor.id === account.person_id, actor.kind === 'public' ? 'access:reasons.sign_in' : 'access:reasons.only_yourself');

export const accountPolicy = {
  /** Anybody can ask for a mail to an address; what happens is seen by its owner alone. */
  forgotten: rule('password:forgotten', (): Decision => allow),
  accept: rule('invitation:accept', holder),
  reset: rule('password:reset', holder),
  /** A new address: asked for by the person, confirmed by whoever reads it, called off by the person or whoever reads the old one. */
  changeAddress: rule('address:change', self),
  confirmAddress: rule('address:confirm', holder),
  withdrawAddress: rule('address:withdraw', self),
  changePassword: rule('password:change', self),
  /** The first administrator is named where the machine is, before anybody can sign in. */
  initialise: rule('installation:initialise', (actor: Actor): Decision => allowIf(actor.kind === 'system' && actor.name === 'console', 'access:reasons.not_your_role')),
};
