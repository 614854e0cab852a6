import { holds, holdsAnywhere, isSecretariat, secretariat, type Actor } from '#app/access/actor';
import { allowIf, type Decision } from '#app/access/decision';

/** A country in the coalition that works in it: its national one, else the one at the top. */
export interface CountryPlace {
  readonly country_iso2: string;
  /** That coalition and those above it, whose secretariats act for it too. */
  readonly coalition_ids: readonly string[];
}

/** Whether somebody runs the work of a country: its coordinator, or the secretariat of its coalition. */
export const runs = (actor: Actor, { country_iso2, coalition_ids }: CountryPlace): boolean =>
  holds(actor, ['country_coordinator'], { country_iso2 }) || coalition_ids.some((id) => isSecretariat(actor, id));

export const byThoseWhoRun = (actor: Actor, place: CountryPlace): Decision => allowIf(runs(actor, place), 'countries:reasons.coordinator_or_secretariat');

/** Whether there is a country whose work a viewer runs: whether a button shows, never a decision about a country. */
export const runsSomewhere = (actor: Actor): boolean => holdsAnywhere(actor, ['country_coordinator', ...secretariat]);
