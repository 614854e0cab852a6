import { holdsAnywhere, secretariat } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** Two records that may be the same organisation. */
export interface DuplicateRef {
  readonly id: string;
  readonly organisation_id: string;
  readonly other_id: string;
}

export const duplicatePolicy = {
  /** Only a person decides, and the secretariat of any coalition may: organisations are everybody's. */
  decide: rule<'duplicate:decide', DuplicateRef>('duplicate:decide', (actor) =>
    allowIf(holdsAnywhere(actor, [...secretariat, 'platform_admin']), 'access:reasons.secretariat_only')),
};
