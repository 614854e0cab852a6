import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { AmendmentRef } from './model';
import { amendmentPolicy } from './policy';

export const amendmentActs = ['approval', 'refusal', 'withdrawal'] as const;
export type AmendmentAct = (typeof amendmentActs)[number];

/** What a viewer may do with an amendment now. */
export function amendmentActsOn(viewer: Actor, amendment: AmendmentRef): readonly AmendmentAct[] {
  const rules = { approval: amendmentPolicy.approve, refusal: amendmentPolicy.decline, withdrawal: amendmentPolicy.withdraw };
  return amendmentActs.filter((act) => may(rules[act], viewer, amendment).allowed);
}
