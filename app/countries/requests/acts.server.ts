import type { Actor } from '#app/access/actor';
import { may, type Rule } from '#app/access/permit';
import { requestPolicy, type RequestRef } from './policy';
import type { RequestAct } from './desk';

const rules: Readonly<Record<RequestAct, Rule<string, RequestRef>>> = { edit: requestPolicy.edit, publication: requestPolicy.publish, closing: requestPolicy.close, deletion: requestPolicy.delete };

/** What a viewer may do with a request now. Only "answer first" is told beside a button; other refusals hide it. */
export function actsOnRequest(viewer: Actor, request: RequestRef): Readonly<Partial<Record<RequestAct, true | string>>> {
  const acts: Partial<Record<RequestAct, true | string>> = {};
  for (const act of Object.keys(rules) as RequestAct[]) {
    const decision = may(rules[act], viewer, request);
    if (decision.allowed) acts[act] = true;
    else if (decision.reason === 'countries:reasons.answer_first') acts[act] = decision.reason;
  }
  return acts;
}
