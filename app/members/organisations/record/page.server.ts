import { may } from '#app/access/permit';
import type { Actor } from '#app/access/actor';
import { coalitionsServedBy } from '#app/coalitions/queries.server';
import type { View } from '#app/commitments/readable.server';
import { addSums, noMoney, type Money } from '#app/financing/ladder/model';
import { moneyOfMember } from '#app/financing/ladder/queries.server';
import { pledgeList } from '#app/financing/pledges/list';
import { listPledges, type PledgeRow } from '#app/financing/pledges/queries.server';
import { openDuplicatesOf, type OpenDuplicate } from '#app/members/duplicates/queries.server';
import { inForce } from '#app/members/memberships/model';
import type { Trail } from '#app/members/trail/model';
import { trailOf } from '#app/members/trail/queries.server';
import { organisationPolicy } from '../policy';
import type { OrganisationRecord } from './model';
import { findOrganisation } from './queries.server';

/** Everything that the page of an organisation shows, and what its viewer may do there. */
export interface OrganisationPage {
  readonly organisation: OrganisationRecord;
  readonly trail: Trail;
  /** What it pledged, and what is meant for it by name: never added. */
  readonly money: { readonly given: Money; readonly received: Money };
  readonly pledges: { readonly rows: readonly PledgeRow[]; readonly count: number };
  readonly duplicates: readonly OpenDuplicate[];
  readonly may: {
    readonly edit: boolean;
    readonly admit: boolean;
    /** Memberships in force that the viewer may end. */
    readonly end: readonly string[];
  };
}

const pledgesShown = 8;

export async function organisationPage(viewer: Actor, ref: string, view: View): Promise<OrganisationPage | undefined> {
  const organisation = await findOrganisation(viewer, ref, view);
  if (organisation === undefined) return undefined;
  const { ids } = organisation;
  const [trail, money, pledges, duplicates, served] = await Promise.all([
    trailOf(viewer, { kind: 'organisation', ids }, view), moneyOf(viewer, ids, view),
    listPledges(viewer, { filters: { provider: ids.map((id) => `organisation:${id}`) }, sort: pledgeList.sort, after: null }, view, pledgesShown),
    openDuplicatesOf(viewer, organisation.id, view.language), viewer.kind === 'public' ? [] : coalitionsServedBy(viewer, view),
  ]);
  const inTheirCare = new Set(served.map(({ id }) => id));
  const end = organisation.memberships.filter(({ status, coalition_id }) => inForce.some((one) => one === status) && inTheirCare.has(coalition_id)).map(({ id }) => id);
  const edit = organisation.status === 'active' && may(organisationPolicy.edit, viewer, organisation).allowed;
  return { organisation, trail, money, pledges: { rows: pledges.rows, count: pledges.total.count }, duplicates, may: { edit, admit: organisation.status === 'active' && served.length > 0, end } };
}

/** The money of an organisation with that of those merged into it (ME-2). */
async function moneyOf(viewer: Actor, ids: readonly string[], view: View): Promise<OrganisationPage['money']> {
  const all = await Promise.all(ids.map((id) => moneyOfMember(viewer, id, view)));
  const add = (one: Money, other: Money): Money => ({ total: addSums(one.total, other.total), inKind: addSums(one.inKind, other.inKind), guarantees: addSums(one.guarantees, other.guarantees) });
  return { given: all.map(({ given }) => given).reduce(add, noMoney), received: all.map(({ received }) => received).reduce(add, noMoney) };
}
