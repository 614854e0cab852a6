import type { Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { byThoseWhoRun, type CountryPlace } from '../place';
import type { RequestState } from './model';

export interface RequestRef extends CountryPlace {
  readonly id: string;
  readonly state: RequestState;
  /** Offers without an answer. */
  readonly waiting: number;
}

const inState = (fits: boolean): Decision => allowIf(fits, 'access:reasons.not_now');

/** Who may do what with requests for support. Reading is decided by `requestsVisibleTo` in SQL: what may not be seen is absent. */
export const requestPolicy = {
  write: rule('request:write', (actor: Actor, place: CountryPlace & { readonly coalition_id: string }) => byThoseWhoRun(actor, place)),
  edit: rule('request:edit', (actor: Actor, request: RequestRef) => all(() => byThoseWhoRun(actor, request), () => inState(request.state === 'draft'))),
  delete: rule('request:delete', (actor: Actor, request: RequestRef) => all(() => byThoseWhoRun(actor, request), () => inState(request.state === 'draft'))),
  translate: rule('request:translate', (actor: Actor, request: RequestRef) => all(() => byThoseWhoRun(actor, request), () => inState(request.state !== 'closed'))),
  publish: rule('request:publish', (actor: Actor, request: RequestRef) => all(() => byThoseWhoRun(actor, request), () => inState(request.state === 'draft'))),
  /** RQ-2: not while an offer waits for its answer. */
  close: rule('request:close', (actor: Actor, request: RequestRef) =>
    all(() => byThoseWhoRun(actor, request), () => inState(request.state !== 'draft' && request.state !== 'closed'),
      () => allowIf(request.waiting === 0, 'countries:reasons.answer_first'))),
};
