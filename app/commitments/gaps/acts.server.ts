import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import type { Gap } from './model';
import { gapPolicy } from './policy';
import { gapRef } from './queries.server';
import type { GapAct } from './table';

/** What a viewer may do with a gap now. */
export function gapActsOn(viewer: Actor, commitment: CommitmentRef, gap: Gap): readonly GapAct[] {
  const rules = { plan: gapPolicy.plan, closure: gapPolicy.close, acceptance: gapPolicy.accept };
  return (['plan', 'closure', 'acceptance'] as const).filter((act) => may(rules[act], viewer, gapRef(commitment, gap)).allowed);
}
