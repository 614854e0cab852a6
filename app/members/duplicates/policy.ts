import { holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** Two records that may be the same organisation, as they stand after every merge. `id` is that of the first note about them. */
export interface DuplicateRef {
  readonly id: string;
  readonly organisation_id: string;
  readonly other_id: string;
}

/** Only a person decides, and the secretariat of any coalition may: organisations are everybody's. */
const decides = (actor: Actor) => allowIf(holdsAnywhere(actor, [...secretariat, 'platform_admin']), 'access:reasons.secretariat_only');

export const duplicatePolicy = {
  decide: rule<'duplicate:decide', DuplicateRef>('duplicate:decide', decides),
  decideMany: rule<'duplicate:decide_many', { readonly pairs: readonly DuplicateRef[] }>('duplicate:decide_many', decides),
};
