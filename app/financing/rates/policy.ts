import { holdsAnywhere, isPortal, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** The one table of rates of this installation. */
export interface RateTable {
  readonly table: 'rates';
}
export const rateTable: RateTable = { table: 'rates' };

const desk = [...secretariat, 'platform_admin'] as const;

const among = (actor: Actor, roles: Parameters<typeof holdsAnywhere>[1]): Decision =>
  all(() => (actor.kind === 'public' ? deny('access:reasons.sign_in') : allow), () => allowIf(holdsAnywhere(actor, roles), 'access:reasons.secretariat_only'));

export const ratePolicy = {
  correct: rule('rates:correct', (actor: Actor, _table: RateTable): Decision => among(actor, desk)),
  import: rule('rates:import', (actor: Actor, _table: RateTable): Decision => (isPortal(actor, 'import') ? allow : among(actor, desk))),
};
