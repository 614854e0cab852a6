import { isPortal, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { byThoseWhoRun, type CountryPlace } from '../place';

/** What is measured in a country. Reading is open: every value says where it comes from. */
export const indicatorPolicy = {
  record: rule('indicator:record', (actor: Actor, place: CountryPlace) => byThoseWhoRun(actor, place)),
  aim: rule('indicator:aim', (actor: Actor, place: CountryPlace) => byThoseWhoRun(actor, place)),
  history: rule('indicator:history', (actor: Actor, place: CountryPlace) => byThoseWhoRun(actor, place)),
  /** The portal for whoever runs an import. */
  import: rule('indicator:import', (actor: Actor, _file: { readonly source: string }) => allowIf(isPortal(actor, 'import'), 'access:reasons.not_your_role')),
};
