import { holds, type Actor } from '#app/access/actor';
import type { Decision } from '#app/access/decision';
import { may } from '#app/access/permit';
import { coalitionIdsAbove, coalitionsServedBy } from '#app/coalitions/queries.server';
import type { View } from '#app/commitments/readable.server';
import { addSums, noMoney, type Money } from '#app/financing/ladder/model';
import { moneyOfMember } from '#app/financing/ladder/queries.server';
import { pledgeList } from '#app/financing/pledges/list';
import { countPledges, listPledges, type PledgeRow } from '#app/financing/pledges/queries.server';
import { handedRoles } from '#app/handovers/model';
import { handoverPolicy } from '#app/handovers/policy';
import type { AdherenceRow } from '#app/members/adherences/list';
import { adherencePolicy } from '#app/members/adherences/policy';
import { adherencesOf } from '#app/members/adherences/queries.server';
import { openDuplicatesOf, type OpenDuplicate } from '#app/members/duplicates/queries.server';
import type { MembershipAct } from '#app/members/memberships/act';
import { inForce } from '#app/members/memberships/model';
import { membershipPolicy } from '#app/members/memberships/policy';
import type { Trail } from '#app/members/trail/model';
import { trailOf } from '#app/members/trail/queries.server';
import type { Act } from '#app/records/history/model';
import { historyFor } from '#app/records/history/queries.server';
import { organisationPolicy } from '../policy';
import { organisationTrail } from '../trail';
import type { MembershipRow, OrganisationRecord } from './model';
import { findOrganisation } from './queries.server';

/** Everything that the page of an organisation shows, and what its viewer may do there. */
export interface OrganisationPage {
  readonly organisation: OrganisationRecord;
  readonly trail: Trail;
  /** What was done to it, for who may read that. */
  readonly history: readonly Act[] | undefined;
  /** What it pledged, and what is meant for it by name: never added. */
  readonly money: { readonly given: Money; readonly received: Money };
  readonly pledges: { readonly rows: readonly PledgeRow[]; readonly count: number; readonly unconverted: number };
  readonly duplicates: readonly OpenDuplicate[];
  readonly adherences: readonly AdherenceRow[];
  readonly may: {
    readonly edit: boolean;
    readonly admit: boolean;
    /** What the viewer may do about memberships in force, by their ids. */
    readonly acts: Readonly<Record<string, readonly OfferedAct[]>>;
    readonly handOver: boolean;
    readonly revoke: readonly string[];
  };
}

export type OfferedAct = MembershipAct | 'end';

const pledgesShown = 8;

export async function organisationPage(viewer: Actor, ref: string, view: View): Promise<OrganisationPage | undefined> {
  const organisation = await findOrganisation(viewer, ref, view);
  if (organisation === undefined) return undefined;
  const { ids } = organisation;
  const [trail, money, pledges, duplicates, served, history, unconverted] = await Promise.all([
    trailOf(viewer, { kind: 'organisation', ids }, view), moneyOf(viewer, ids, view),
    listPledges(viewer, { filters: { provider: ids.map((id) => `organisation:${id}`) }, sort: pledgeList.sort, after: null }, view, pledgesShown),
    openDuplicatesOf(viewer, organisation.id, view.language), viewer.kind === 'public' ? [] : coalitionsServedBy(viewer, view),
    historyFor(organisationPolicy.history, viewer, organisation, 'organisations', organisationTrail), countPledges(viewer, { provider: ids.map((id) => `organisation:${id}`), converted: ['no'] }, view),
  ]);
  const current = organisation.memberships.filter(({ status }) => inForce.some((one) => one === status));
  const edit = organisation.status === 'active' && may(organisationPolicy.edit, viewer, organisation).allowed;
  const [acts, adherences] = await Promise.all([viewer.kind === 'public' ? [] : Promise.all(current.map(async (one) => [one.id, await actsOn(viewer, organisation.id, one)] as const)), adherencesOf(viewer, ids, view)]);
  const cared = new Set(served.map(({ slug }) => slug));
  const giver = viewer.kind === 'person' && holds(viewer, handedRoles, { organisation_id: organisation.id }) ? viewer.id : '';
  const handOver = organisation.speakers.length > 0 && may(handoverPolicy.offer, viewer, { organisation_id: organisation.id, giver_id: giver, coalition_ids: current.map(({ coalition_id }) => coalition_id) }).allowed;
  return {
    organisation, trail, history, money, pledges: { rows: pledges.rows, count: pledges.total.count, unconverted }, duplicates, adherences,
    may: {
      edit, admit: organisation.status === 'active' && served.length > 0, acts: Object.fromEntries(acts), handOver: handOver && viewer.kind === 'person',
      revoke: adherences.filter(({ state, coalition_slug }) => state !== 'revoked' && cared.has(coalition_slug)).map(({ id }) => id),
    },
  };
}

/** What the viewer may do about a membership, each as its policy says. */
async function actsOn(viewer: Actor, organisation_id: string, { coalition_id, status }: MembershipRow): Promise<readonly OfferedAct[]> {
  const membership = { organisation_id, coalition_id, status, above: await coalitionIdsAbove(coalition_id) };
  const asked: readonly (readonly [OfferedAct, Decision])[] = [
    ['suspension', may(membershipPolicy.suspend, viewer, membership)], ['reinstatement', may(membershipPolicy.reinstate, viewer, membership)], ['category', may(membershipPolicy.recategorise, viewer, membership)],
    ['withdrawal', may(membershipPolicy.withdraw, viewer, membership)], ['end', may(membershipPolicy.end, viewer, membership)], ['adherences', may(adherencePolicy.record, viewer, membership)],
  ];
  return asked.filter(([, decision]) => decision.allowed).map(([act]) => act);
}

/** The money of an organisation with that of those merged into it (ME-2). */
async function moneyOf(viewer: Actor, ids: readonly string[], view: View): Promise<OrganisationPage['money']> {
  const all = await Promise.all(ids.map((id) => moneyOfMember(viewer, id, view)));
  const add = (one: Money, other: Money): Money => ({ total: addSums(one.total, other.total), inKind: addSums(one.inKind, other.inKind), guarantees: addSums(one.guarantees, other.guarantees) });
  return { given: all.map(({ given }) => given).reduce(add, noMoney), received: all.map(({ received }) => received).reduce(add, noMoney) };
}
