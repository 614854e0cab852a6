import { holdsAnywhere, type Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { keepsTexts } from '../policy';

export interface MappingRef {
  readonly id: string;
  readonly ended: boolean;
}

const keepersOnly = (actor: Actor) => allowIf(keepsTexts(actor), 'access:reasons.secretariat_only');
/** CW-2: what has ended stays as it ended. */
const live = (actor: Actor, mapping: MappingRef) => all(() => keepersOnly(actor), () => allowIf(!mapping.ended, 'access:reasons.not_now'));

/** What may be done with a mapping that was drawn; drawing one is `framework:map`. */
export const mappingPolicy = {
  change: rule('mapping:change', live),
  end: rule('mapping:end', live),
  /** Its page: what was done to it, and why. */
  history: rule('mapping:history', (actor: Actor, _mapping: { readonly id: string }) =>
    allowIf(keepsTexts(actor) || holdsAnywhere(actor, ['auditor', 'platform_admin']), 'access:reasons.secretariat_only')),
};
