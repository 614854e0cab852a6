import type { Actor } from '#app/access/actor';
import { nationalCoalition, type CoalitionRow } from '#app/coalitions/queries.server';
import type { View } from '#app/commitments/readable.server';
import { moneyOfCountry, type CountryMoney } from '#app/financing/ladder/queries.server';
import { pledgeList } from '#app/financing/pledges/list';
import { countPledges, listPledges, type PledgeRow } from '#app/financing/pledges/queries.server';
import type { Trail } from '#app/members/trail/model';
import { trailOf } from '#app/members/trail/queries.server';
import { platformList, type PlatformRow } from '#app/registries/platforms/list';
import { listPlatforms } from '#app/registries/platforms/queries.server';
import { listGroups, type GroupRow } from '#app/working-groups/queries.server';
import { budgetsBeside, type BudgetsBeside } from './budgets/beside.server';
import { standingsOf, type Standing } from './indicators/queries.server';
import type { Plan } from './plan/model';
import { planOf } from './plan/queries.server';
import { exchangeOf, type Exchange } from './requests/open.server';
import { findCountry, type CountryRecord } from './queries.server';

/** Everything that the page of a country shows. */
export interface CountryPage {
  readonly country: CountryRecord;
  readonly trail: Trail;
  readonly money: CountryMoney;
  /** The latest pledges with the country among their recipients, and how many there are. */
  readonly pledges: { readonly rows: readonly PledgeRow[]; readonly count: number; readonly unconverted: number };
  /** Its own budget by fiscal year, beside money from outside. */
  readonly budgets: BudgetsBeside;
  /** Its plan by pillar. */
  readonly plan: Plan;
  /** What it asks for and offers. */
  readonly exchange: Exchange;
  /** What is measured in it. */
  readonly standings: readonly Standing[];
  /** Its public platforms, the latest first, and how many there are. */
  readonly platforms: { readonly rows: readonly PlatformRow[]; readonly count: number };
  readonly coalition: CoalitionRow | undefined;
  /** Working groups of the national coalition. */
  readonly groups: readonly GroupRow[];
}

const pledgesShown = 8;
const platformsShown = 8;

/** The country with its chain in both directions, or undefined where no country has this code. */
export async function countryPage(viewer: Actor, iso2: string, view: View): Promise<CountryPage | undefined> {
  const country = await findCountry(viewer, iso2, view);
  if (country === undefined) return undefined;
  const [trail, money, pledges, coalition, exchange, standings, plan, platforms, budgets, unconverted] = await Promise.all([
    trailOf(viewer, { kind: 'country', iso2 }, view), moneyOfCountry(viewer, iso2, view),
    listPledges(viewer, { filters: { country: [iso2] }, sort: pledgeList.sort, after: null }, view, pledgesShown), nationalCoalition(viewer, iso2, view), exchangeOf(viewer, iso2, view), standingsOf(viewer, iso2, view), planOf(viewer, iso2, view),
    listPlatforms(viewer, { filters: { country: [iso2] }, sort: platformList.sort, after: null }, view, platformsShown), budgetsBeside(viewer, iso2, view), countPledges(viewer, { country: [iso2], converted: ['no'] }, view),
  ]);
  const groups = coalition === undefined ? [] : (await listGroups(viewer, view)).filter((group) => group.coalition_id === coalition.id);
  return { country, trail, money, pledges: { rows: pledges.rows, count: pledges.total.count, unconverted }, budgets, plan, exchange, standings, platforms: { rows: platforms.rows, count: platforms.total.count }, coalition, groups };
}
