import { holdsAnywhere, isIndependentOf, isPortal, isSecretariat, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { takesPublicData, type PublishedSource } from '#app/financing/activities/policy';
import { recordsSomewhere, speaksFor, type ProviderRef } from '#app/financing/pledges/policy';
import type { LinkState } from './model';

/** Two pledges: the one that is counted less, and the one where its money is counted. */
export interface LinkPair {
  readonly pledge: ProviderRef & { readonly id: string };
  readonly counted_in: ProviderRef & { readonly id: string };
}

export interface LinkRef extends LinkPair {
  readonly id: string;
  readonly state: LinkState;
  readonly proposed_by: string | null;
}

export const linkDesk = { desk: 'links' } as const;
type LinkDesk = typeof linkDesk;

const signedIn = (actor: Actor): Decision => (actor.kind === 'public' ? deny('access:reasons.sign_in') : allow);
const speaksForOne = (actor: Actor, { pledge, counted_in }: LinkPair): boolean => speaksFor(actor, pledge) || speaksFor(actor, counted_in);
const ofDesk = (actor: Actor, { pledge, counted_in }: LinkPair): boolean => isSecretariat(actor, pledge.coalition_id) || isSecretariat(actor, counted_in.coalition_id);
const isTied = (actor: Actor, { provider_organisation_id, provider_country_iso2 }: ProviderRef): boolean =>
  !isIndependentOf(actor, { lead_organisation_id: provider_organisation_id, lead_country_iso2: provider_country_iso2 });

/** FL-7: the secretariat decides, and of it nobody who is tied to one of the two providers (PE-1). */
const decides = (actor: Actor, link: LinkPair): Decision =>
  all(() => signedIn(actor), () => allowIf(ofDesk(actor, link), 'access:reasons.secretariat_only'), () => allowIf(!isTied(actor, link.pledge) && !isTied(actor, link.counted_in), 'financing:reasons.link_tied'));
const isAnother = (actor: Actor, { proposed_by }: LinkRef): Decision => allowIf(actor.kind !== 'person' || actor.id !== proposed_by, 'access:reasons.not_your_own');
const isIn = ({ state }: LinkRef, ...states: readonly LinkState[]): Decision => allowIf(states.includes(state), 'access:reasons.not_now');

export const linkPolicy = {
  /** The desk: the secretariat, and who speaks for a provider, each of what they may read. */
  list: rule('funding_link:list', (actor: Actor, _desk: LinkDesk): Decision => all(() => signedIn(actor), () => allowIf(recordsSomewhere(actor), 'financing:reasons.provider_or_secretariat'))),
  search: rule('funding_link:search', (actor: Actor, _desk: LinkDesk): Decision => all(() => signedIn(actor), () => allowIf(isPortal(actor, 'clock') || holdsAnywhere(actor, secretariat), 'access:reasons.secretariat_only'))),
  propose: rule('funding_link:propose', (actor: Actor, pair: LinkPair): Decision => all(() => signedIn(actor), () => allowIf(ofDesk(actor, pair) || speaksForOne(actor, pair), 'financing:reasons.provider_or_secretariat'))),
  decide: rule('funding_link:decide', (actor: Actor, link: LinkRef): Decision => all(() => decides(actor, link), () => isAnother(actor, link), () => isIn(link, 'proposed'))),
  decline: rule('funding_link:decline', (actor: Actor, link: LinkRef): Decision => all(() => decides(actor, link), () => isAnother(actor, link), () => isIn(link, 'proposed'))),
  change: rule('funding_link:change', (actor: Actor, link: LinkRef): Decision => all(() => decides(actor, link), () => isAnother(actor, link), () => isIn(link, 'decided'))),
  end: rule('funding_link:end', (actor: Actor, link: LinkRef): Decision => all(() => decides(actor, link), () => isIn(link, 'decided'))),
  /** The right of reply of both providers, once it counts. */
  object: rule('funding_link:object', (actor: Actor, link: LinkRef): Decision =>
    all(() => signedIn(actor), () => allowIf(speaksForOne(actor, link), 'financing:reasons.link_provider_only'), () => isIn(link, 'decided'))),
  /** What a published file says itself. */
  take: rule('funding_link:take', (actor: Actor, _source: PublishedSource): Decision => takesPublicData(actor)),
};
