import { holds, holdsAnywhere, isIndependentOf, isSecretariat, secretariat, speakers, type Actor } from '#app/access/actor';
import { all, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { runs, type CountryPlace } from '#app/countries/place';
import type { EditionState } from './model';

/** The edition that is being worked on. */
export interface OpenEdition {
  readonly number: number;
  readonly status: EditionState;
  readonly returned: boolean;
  readonly writers: readonly string[];
  readonly confirmed_by: string | null;
  readonly reviewed_by: string | null;
  readonly owner_organisation_id: string | null;
  readonly operator_organisation_id: string | null;
}

/** A platform as decisions about it need it. */
export interface PlatformRef extends CountryPlace {
  readonly id: string;
  readonly nominated_by: string | null;
  readonly published: boolean;
  readonly discontinued: boolean;
  /** Null where the latest edition is published. */
  readonly open: OpenEdition | null;
}

/** Names a platform in the registry: whoever speaks for a member or a country, and the secretariat. */
export const nominatesSomewhere = (actor: Actor): boolean => holdsAnywhere(actor, [...speakers, ...secretariat]);
export const isOfCountry = (actor: Actor, { country_iso2 }: CountryPlace): boolean => holds(actor, ['country_coordinator', 'focal_point', 'deputy_focal_point'], { country_iso2 });

const byWriter = (actor: Actor, p: PlatformRef) => (): Decision => allowIf(
  runs(actor, p) || isOfCountry(actor, p) || (actor.kind === 'person' && actor.id === p.nominated_by && nominatesSomewhere(actor)), 'registries:reasons.not_yours');
const byCoordinator = (actor: Actor, p: PlatformRef) => (): Decision => allowIf(holds(actor, ['country_coordinator'], { country_iso2: p.country_iso2 }), 'registries:reasons.coordinator_only');
const serves = (actor: Actor, p: PlatformRef): boolean => p.coalition_ids.some((id) => isSecretariat(actor, id));
const bySecretariat = (actor: Actor, p: PlatformRef) => (): Decision => allowIf(serves(actor, p), 'access:reasons.secretariat_only');
const isReviewer = (actor: Actor, p: PlatformRef): boolean => p.coalition_ids.some((coalition_id) => holds(actor, ['reviewer'], { coalition_id }));

const goesOn = (p: PlatformRef) => (): Decision => allowIf(!p.discontinued, 'access:reasons.not_now');
const isIn = (p: PlatformRef, ...states: readonly EditionState[]) => (): Decision =>
  allowIf(!p.discontinued && p.open !== null && states.includes(p.open.status) && (p.open.status !== 'described' || !p.open.returned), 'access:reasons.not_now');
/** RE-4: nobody approves what they submitted; each step is another person's. A nomination points at something and submits nothing. */
const byAnother = (actor: Actor, ...before: readonly (string | null)[]) => (): Decision => allowIf(actor.kind !== 'person' || !before.includes(actor.id), 'access:reasons.not_your_own');
/** RE-5: no tie with the country's government, the owner or the operator (PE-1), and no role for any of them. */
const byIndependent = (actor: Actor, { country_iso2, open }: PlatformRef) => (): Decision => allowIf(
  [open?.owner_organisation_id ?? null, open?.operator_organisation_id ?? null].every((organisation_id) =>
    isIndependentOf(actor, { lead_organisation_id: organisation_id, lead_country_iso2: country_iso2 }) && !holds(actor, speakers, { organisation_id, country_iso2 })), 'access:reasons.not_independent');

const confirms = (actor: Actor, p: PlatformRef): Decision => all(byCoordinator(actor, p), isIn(p, 'described'), byAnother(actor, ...(p.open?.writers ?? [])));
const reviews = (actor: Actor, p: PlatformRef): Decision => all(
  () => allowIf(isReviewer(actor, p), 'access:reasons.not_your_role'), isIn(p, 'country_confirmed'), byAnother(actor, ...(p.open?.writers ?? []), p.open?.confirmed_by ?? null), byIndependent(actor, p));
const publishes = (actor: Actor, p: PlatformRef): Decision => all(
  bySecretariat(actor, p), isIn(p, 'expert_reviewed'), byAnother(actor, ...(p.open?.writers ?? []), p.open?.confirmed_by ?? null, p.open?.reviewed_by ?? null));
/** The secretariat, and whoever could take the next step instead. */
const returns = (actor: Actor, p: PlatformRef): Decision => {
  if (serves(actor, p)) return all(isIn(p, 'described', 'country_confirmed', 'expert_reviewed'), byAnother(actor, ...(p.open?.writers ?? [])));
  // Strangers are told the same whatever stands there.
  if (!isReviewer(actor, p) && !byCoordinator(actor, p)().allowed) return deny('access:reasons.not_your_role');
  return p.open?.status === 'country_confirmed' ? reviews(actor, p) : confirms(actor, p);
};

/** Who may do what in the registry of platforms. Reading is decided by `platformsVisibleTo` in SQL: what may not be seen is absent. */
export const platformPolicy = {
  nominate: rule('platform:nominate', (actor: Actor, _place: CountryPlace) => allowIf(nominatesSomewhere(actor), 'access:reasons.not_your_role')),
  /** Also begins the next edition of what is published. */
  describe: rule('platform:describe', (actor: Actor, p: PlatformRef) => all(byWriter(actor, p), goesOn(p), () => allowIf(p.open === null ? p.published : p.open.status === 'nominated' || p.open.status === 'described', 'access:reasons.not_now'))),
  translate: rule('platform:translate', (actor: Actor, p: PlatformRef) => all(byWriter(actor, p), goesOn(p))),
  /** RE-2 */
  confirm: rule('platform:confirm', confirms),
  review: rule('platform:review', reviews),
  publish: rule('platform:publish', publishes),
  return: rule('platform:return', returns),
  discontinue: rule('platform:discontinue', (actor: Actor, p: PlatformRef) => all(() => allowIf(runs(actor, p), 'countries:reasons.coordinator_or_secretariat'), goesOn(p), () => allowIf(p.published, 'access:reasons.not_now'))),
  /** What is not out yet: a nomination, or the next edition of what is. */
  delete: rule('platform:delete', (actor: Actor, p: PlatformRef) => all(byWriter(actor, p), goesOn(p), () => allowIf(p.open !== null && (p.open.status === 'nominated' || p.open.status === 'described'), 'access:reasons.not_now'))),
};
