import type { Actor } from '#app/access/actor';
import { may, type Rule } from '#app/access/permit';
import { endorsementPolicy, type EndorsementRef } from './policy';
import type { EndorsementAct, EndorsementActs } from './record';

const rules: Readonly<Record<EndorsementAct, Rule<string, EndorsementRef>>> = {
  check: endorsementPolicy.check, publication: endorsementPolicy.publish, withdrawal: endorsementPolicy.withdraw,
};

/** What a viewer may do with an endorsement now. Only "somebody else has to do this" is told beside a button; other refusals hide it. */
export function actsOn(viewer: Actor, endorsement: EndorsementRef): EndorsementActs {
  const acts: Partial<Record<EndorsementAct, true | string>> = {};
  for (const act of Object.keys(rules) as EndorsementAct[]) {
    const decision = may(rules[act], viewer, endorsement);
    if (decision.allowed) acts[act] = true;
    else if (decision.reason === 'access:reasons.not_your_own') acts[act] = decision.reason;
  }
  return acts;
}
