import type { Actor } from '#app/access/actor';
import { allowIf, deny } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface VersionRef {
  readonly id: string;
  readonly status: string;
}

/** Who keeps the texts: the secretariat of a coalition, and the portal itself when it is set up. Texts belong to no coalition. */
export const keepsTexts = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && actor.roles.some((held) => held.role === 'secretariat_lead' || held.role === 'secretariat_officer'));

const keepersOnly = (actor: Actor) => allowIf(keepsTexts(actor), 'access:reasons.secretariat_only');

export const frameworkPolicy = {
  draft: rule('framework:draft', (actor: Actor, _framework: { readonly code: string }) => keepersOnly(actor)),
  /** FR-1: what is published stays as it is. */
  publish: rule('framework:publish', (actor: Actor, version: VersionRef) => (version.status === 'draft' ? keepersOnly(actor) : deny('frameworks:reasons.published_stays'))),
  map: rule('framework:map', (actor: Actor, _clause: { readonly from_node_id: string }) => keepersOnly(actor)),
};
