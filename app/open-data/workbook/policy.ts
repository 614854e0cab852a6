import type { Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { mayPromise } from '#app/commitments/policy';

/** Somebody's own workbook: whoever promises for somebody may take one along. */
export interface OwnWorkbook {
  readonly workbook: 'own';
}
export const ownWorkbook: OwnWorkbook = { workbook: 'own' };

/** A workbook that came back. */
export interface WorkbookRef {
  readonly id: string;
  readonly status: string;
  readonly started_by: string | null;
}

const promises = (actor: Actor): Decision => allowIf(actor.kind === 'person' && mayPromise(actor), 'access:reasons.not_your_role');

/** Each row of a workbook is decided again by the rule of its act: these say who may bring one at all, and nobody writes another's. */
export const workbookPolicy = {
  take: rule('workbook:take', (actor: Actor, _: OwnWorkbook) => promises(actor)),
  check: rule('workbook:check', (actor: Actor, _: OwnWorkbook) => promises(actor)),
  apply: rule('workbook:apply', (actor: Actor, one: WorkbookRef) =>
    all(() => allowIf(actor.kind === 'person' && actor.id === one.started_by, 'access:reasons.only_yourself'), () => promises(actor), () => allowIf(one.status === 'checked', 'access:reasons.not_now'))),
};
