import { holds, holdsAnywhere, isPortal, speakers, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { keepsTexts } from '../policy';
import { mayCheck, mayPublish, mayWithdraw } from './model';

/** Whose endorsement it is: one of the two. */
export interface Party {
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
}
export interface EndorsementRef extends Party {
  readonly id: string;
  readonly status: string;
  readonly recorded_by: string | null;
}

/** Whether there may be a party that somebody can declare for: whether the button shows, never a decision about a party. */
export const maySomewhereDeclare = (actor: Actor): boolean => keepsTexts(actor) || holdsAnywhere(actor, speakers);

const keepersOnly = (actor: Actor): Decision => allowIf(keepsTexts(actor), 'access:reasons.secretariat_only');
const speaksFor = (actor: Actor, party: Party): Decision =>
  allowIf(keepsTexts(actor) || holds(actor, speakers, party), party.country_iso2 === null ? 'access:reasons.not_your_organisation' : 'access:reasons.not_your_country');
const inState = (fits: boolean): Decision => allowIf(fits, 'access:reasons.not_now');
const another = (actor: Actor, endorsement: EndorsementRef): Decision =>
  allowIf(actor.kind !== 'person' || actor.id !== endorsement.recorded_by, 'access:reasons.not_your_own');

export const endorsementPolicy = {
  declare: rule('endorsement:declare', (actor: Actor, party: Party & { readonly version_id: string }) => speaksFor(actor, party)),
  /** Takes a register of parties from a published file, as declarations. */
  import: rule('endorsement:import', (actor: Actor, _text: { readonly framework: string }) => allowIf(isPortal(actor, 'import') || keepsTexts(actor), 'access:reasons.secretariat_only')),
  /** Publishes what a register says, when its evidence is looked at as a whole: for declarations that somebody else took in. */
  accept: rule('endorsement:accept', (actor: Actor, _text: { readonly framework: string }) => keepersOnly(actor)),
  /** Writes to endorsers that have no commitment yet. */
  remind: rule('endorsement:remind', (actor: Actor, _text: { readonly framework: string }) => keepersOnly(actor)),
  /** Another person than who recorded it looks at the evidence. */
  check: rule('endorsement:check', (actor: Actor, endorsement: EndorsementRef) =>
    all(() => keepersOnly(actor), () => inState(mayCheck(endorsement.status)), () => another(actor, endorsement))),
  publish: rule('endorsement:publish', (actor: Actor, endorsement: EndorsementRef) =>
    all(() => keepersOnly(actor), () => inState(mayPublish(endorsement.status)), () => another(actor, endorsement))),
  /** What was done to it. */
  history: rule('endorsement:history', (actor: Actor, _endorsement: { readonly id: string }) =>
    allowIf(keepsTexts(actor) || holdsAnywhere(actor, ['auditor', 'platform_admin']), 'access:reasons.secretariat_only')),
  withdraw: rule('endorsement:withdraw', (actor: Actor, endorsement: EndorsementRef) =>
    all(() => speaksFor(actor, endorsement), () => inState(mayWithdraw(endorsement.status)))),
};
