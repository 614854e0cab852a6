import { holdsAnywhere, isPortal, secretariat, type Actor } from '#app/access/actor';
import { all, allowIf, deny } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface VersionRef {
  readonly id: string;
  readonly status: string;
  /** Who wrote in it last; null where nobody did yet, or an import. */
  readonly edited_by: string | null;
}

/** Who keeps the texts: the secretariat of a coalition. Texts belong to none. */
export const keepsTexts = (actor: Actor): boolean => holdsAnywhere(actor, secretariat);

const keepersOnly = (actor: Actor) => allowIf(keepsTexts(actor), 'access:reasons.secretariat_only');
/** FR-1: what is published stays as it is. */
const draftOnly = (actor: Actor, version: VersionRef) => (version.status === 'draft' ? keepersOnly(actor) : deny('frameworks:reasons.published_stays'));

export const frameworkPolicy = {
  /** Starts a draft of the next version, and looks at the desk of a text. */
  draft: rule('framework:draft', (actor: Actor, _framework: { readonly code: string }) => keepersOnly(actor)),
  edit: rule('framework:edit', (actor: Actor, version: VersionRef) => draftOnly(actor, version)),
  /** Nobody approves what they submitted: another person than who wrote in the draft last. */
  publish: rule('framework:publish', (actor: Actor, version: VersionRef) =>
    all(() => draftOnly(actor, version), () => allowIf(actor.kind === 'person' && actor.id !== version.edited_by, 'frameworks:reasons.another_publishes'))),
  /** Takes a text from a published file into its draft. */
  import: rule('framework:import', (actor: Actor, _framework: { readonly code: string }) => allowIf(isPortal(actor, 'import') || keepsTexts(actor), 'access:reasons.secretariat_only')),
  map: rule('framework:map', (actor: Actor, _clause: { readonly from_node_id: string }) => keepersOnly(actor)),
};
