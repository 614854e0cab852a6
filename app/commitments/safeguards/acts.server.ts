import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import type { Safeguard } from './model';
import { safeguardPolicy } from './policy';
import { safeguardRef } from './queries.server';

export type SafeguardAct = 'approval' | 'review' | 'edit' | 'return';

/** What a viewer may do with the safeguard of a commitment now. */
export function safeguardActsOn(viewer: Actor, commitment: CommitmentRef, safeguard: Safeguard | undefined): readonly SafeguardAct[] {
  const on = (rule: typeof safeguardPolicy.review | typeof safeguardPolicy.approve | typeof safeguardPolicy.return) => safeguard !== undefined && may(rule, viewer, safeguardRef(commitment, safeguard)).allowed;
  const acts: readonly (readonly [SafeguardAct, boolean])[] = [
    ['approval', on(safeguardPolicy.approve)], ['review', on(safeguardPolicy.review)], ['edit', may(safeguardPolicy.write, viewer, commitment).allowed], ['return', on(safeguardPolicy.return)],
  ];
  return acts.flatMap(([act, allowed]) => (allowed ? [act] : []));
}
