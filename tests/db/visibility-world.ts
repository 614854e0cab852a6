import { sql } from 'kysely';
import { roleNames, type Actor, type PersonActor, type RoleName } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { createDraft, publishCommitment, saveMeasure, submitCommitment, verifyCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { roleScopes, scopeOf, type ScopeKind } from '#app/members/people/roles/model';
import { database } from '#app/platform/database.server';
import { charterGroup, publishSession } from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy, type GroupRef } from '#app/working-groups/policy';
import { desk, holder, minutesAfter, story, valueOf } from './accounts-world';
import { measure, openCommitments, refOf, what, type CommitmentsWorld } from './commitments-world';
import { pledge } from './financing-world';
import { charter, heldSession, sessionRef } from './working-groups-world';

/** Two national coalitions with the same records each, of every visibility; the embargo of one ends ten days later. */
export const shades = ['private', 'coalition', 'members', 'public', 'embargoed'] as const;
export type Shade = (typeof shades)[number];
export const sides = ['own', 'other'] as const;
export type Side = (typeof sides)[number];
export const recordKinds = ['commitment', 'pledge', 'session', 'decision'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface Sample {
  readonly kind: RecordKind;
  readonly side: Side;
  readonly shade: Shade;
  readonly ref: string;
}
export interface Coalition {
  readonly id: string;
  readonly country: string;
  /** Leads the commitments and gives the pledges. */
  readonly organisation: string;
  readonly group: GroupRef & { readonly ref: string };
}
export interface VisibilityWorld {
  readonly now: Date;
  readonly coalitions: Readonly<Record<Side, Coalition>>;
  /** A member of the own coalition that leads nothing. */
  readonly fellow: string;
  /** An organisation that is a member of nothing. */
  readonly outsider: string;
  readonly records: readonly Sample[];
  readonly commitments: CommitmentsWorld;
  readonly officers: Officers;
  readonly close: () => Promise<void>;
}
type Officers = readonly [PersonActor, PersonActor];

export async function openVisibility(): Promise<VisibilityWorld> {
  const world = await openCommitments();
  const { now } = world;
  const register = async (name: string) => valueOf(await registerOrganisation(permit(organisationPolicy.register, story, { register: true }), { now }, {
    name, short_name: null, type_code: '70', constituency: 'private', country_iso2: null, website: null, identifiers: [],
  })).id;
  const coalitions = {
    own: await nationalCoalition(world, 'KE', await register('Kenya Links')),
    other: await nationalCoalition(world, 'GH', await register('Ghana Links')),
  };
  const fellow = await register('Fellow member');
  await admit(fellow, coalitions.own.id, now);
  const records: Sample[] = [];
  const officers = [await holder('secretariat_officer', now), await holder('secretariat_officer', now)] as const;
  for (const side of sides) {
    const chair = await holder('wg_chair', now, { working_group_id: coalitions[side].group.id });
    for (const shade of shades) records.push({ kind: 'commitment', side, shade, ref: await commitment(world, coalitions[side], officers, shade) });
    for (const shade of shades.filter((one) => one !== 'embargoed')) {
      records.push({ kind: 'pledge', side, shade, ref: await pledgeOf(coalitions[side], shade) });
      const held = await session(coalitions[side], chair, shade, now);
      records.push({ kind: 'session', side, shade, ref: held.session }, { kind: 'decision', side, shade, ref: held.decision });
    }
  }
  return { now: new Date('2026-03-25T09:00:00Z'), coalitions, fellow, outsider: await register('Outsider'), records, commitments: world, officers, close: world.close };
}

async function nationalCoalition(world: CommitmentsWorld, country: string, organisation: string): Promise<Coalition> {
  const { now } = world;
  const granted = permit(coalitionPolicy.form, story, { parent_id: world.coalition });
  const { id } = valueOf(await formCoalition(granted, { now }, { slug: country.toLowerCase(), kind: 'national', country_iso2: country, texts: { en: { name: `Coalition of ${country}`, mandate: null } } }));
  await admit(organisation, id, now);
  const group = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: id }), { now }, { ...charter, notice_days: 0, texts: { en: { name: `Group of ${country}`, mandate: 'Counts.' } } }));
  return { id, country, organisation, group: { ...group, coalition_id: id } };
}

async function admit(organisation_id: string, coalition_id: string, now: Date): Promise<void> {
  const granted = permit(membershipPolicy.admit, story, { coalition_id, above: [], organisation_id });
  valueOf(await admitMember(granted, { now }, { category: 'full', joined_on: '2026-01-01' }));
}

const commitment = (world: CommitmentsWorld, coalition: Coalition, officers: Officers, shade: Shade): Promise<string> => promised(world, coalition, officers, {
  title: `Sample ${shade}`, visibility: shade === 'embargoed' ? 'public' : shade, embargo_until: shade === 'embargoed' ? '2026-04-04T00:00:00Z' : null,
});

/** A commitment that two officers bring to its publication. */
export async function promised(world: CommitmentsWorld, { id, organisation }: Coalition, [one, another]: Officers, more: Parameters<typeof what>[1]): Promise<string> {
  const { now } = world;
  const subject = { coalition_id: id, lead_organisation_id: organisation, lead_country_iso2: null };
  const form = what(world, more);
  const { ref } = valueOf(await createDraft(permit(commitmentPolicy.create, one, subject), { now }, form));
  valueOf(await saveMeasure(permit(commitmentPolicy.edit, one, await refOf(ref)), { now }, undefined, measure()));
  valueOf(await submitCommitment(permit(commitmentPolicy.submit, one, await refOf(ref)), { now }));
  valueOf(await verifyCommitment(permit(commitmentPolicy.verify, another, await refOf(ref)), { now }));
  valueOf(await publishCommitment(permit(commitmentPolicy.publish, another, await refOf(ref)), { now }));
  return ref;
}

async function pledgeOf({ id, organisation }: Coalition, visibility: Exclude<Shade, 'embargoed'>): Promise<string> {
  const made = await pledge({ coalition_id: id, provider_organisation_id: organisation, provider_country_iso2: null, commitment_id: null }, { title: `Sample ${visibility}`, visibility });
  return (await database().selectFrom('pledges').select('ref').where('id', '=', made).executeTakeFirstOrThrow()).ref;
}

/** A session that was held with one decision and published. The forms know no private session; the column does. */
async function session(coalition: Coalition, chair: PersonActor, shade: Exclude<Shade, 'embargoed'>, now: Date): Promise<{ session: string; decision: string }> {
  const held = await heldSession({ now, chair, group: coalition.group }, { title: `Sample ${shade}`, visibility: shade === 'private' ? 'coalition' : shade });
  valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 90) }));
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await tx.updateTable('sessions').set({ visibility: shade }).where('id', '=', held.id).execute();
  });
  return held;
}

/** A reader, said without SQL: what they serve, what they belong to, whose own records, whose room and whose country are theirs. */
export interface Reader {
  readonly role?: RoleName;
  readonly serves?: 'all' | 'own';
  readonly belongs?: 'all' | 'own';
  readonly leads?: true;
  readonly inRoom?: true;
  readonly inCountry?: true;
}
const desks: readonly RoleName[] = ['platform_admin', 'secretariat_lead', 'secretariat_officer', 'auditor'];

export function readerWith(role: RoleName, scope: ScopeKind): Reader {
  const reach = scope === 'platform' ? 'all' : 'own';
  return {
    role, belongs: reach, ...(desks.includes(role) ? { serves: reach } : {}), ...(scope === 'organisation' ? { leads: true } : {}),
    ...(scope === 'working_group' ? { inRoom: true } : {}), ...(scope === 'country' ? { inCountry: true } : {}),
  };
}

/** Every role with every scope that it can have, and somebody who holds it on the own side. */
export const held = roleNames.flatMap((role) => roleScopes[role].map((scope) => [role, scope] as const));
export async function holderOf({ coalitions: { own }, now }: VisibilityWorld, role: RoleName, kind: ScopeKind): Promise<Actor> {
  const id = { platform: '', coalition: own.id, organisation: own.organisation, working_group: own.group.id, country: own.country }[kind];
  return holder(role, now, scopeOf(kind, id));
}
