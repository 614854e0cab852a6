import { holds, isSecretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { runs, type CountryPlace } from '../place';

export const roomPolicy = {
  /** Those who run the country's work, its focal points, the secretariat of any coalition that serves it, and those who look at everything. */
  enter: rule('country:room', (actor: Actor, place: CountryPlace) => allowIf(
    runs(actor, place) || holds(actor, ['focal_point', 'deputy_focal_point'], { country_iso2: place.country_iso2 }) || holds(actor, ['auditor', 'platform_admin']) || isSecretariat(actor),
    'countries:reasons.coordinator_or_secretariat',
  )),
};
