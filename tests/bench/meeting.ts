import { join } from 'node:path';
import type { PersonActor, RoleName, SystemActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { beginLogin } from '#app/accounts/login/login.server';
import { personActor } from '#app/accounts/viewer.server';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { addPerson } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { platform, type RoleScope } from '#app/members/people/roles/model';
import { grantRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { roleSubject } from '#app/members/people/roles/queries.server';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';
import { openSecret } from '#app/platform/secret.server';
import { addSeat, charterGroup, conveneSession, planSession, startSession } from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';

const story: SystemActor = { kind: 'system', name: 'demo' };
const one = <Value>(result: { ok: true; value: Value } | { ok: false; problems: readonly unknown[] }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

async function person(name: string, now: Date, organisation_id: string | null = null): Promise<string> {
  const form = { name, mail: null, language: 'en', time_zone: 'UTC', publish_name: false, title: null } as const;
  return one(await addPerson(permit(peoplePolicy.add, story, { organisation_id, coalition_ids: [] }), { now }, form)).person_id;
}

async function give(id: string, role: RoleName, now: Date, scope: Partial<RoleScope> = {}): Promise<PersonActor> {
  one(await grantRole(permit(rolePolicy.grant, story, await roleSubject(id, role, { ...platform, ...scope })), { now }, { ends_at: null, reason: 'bench' }));
  return personActor(id, now);
}

const signedIn = async (id: string): Promise<string> => (await beginLogin(id, undefined, new Date())).split(';')[0] ?? '';

/** A session under way in which every seat has a holder and an alternate: all of them signed in, some of them secretaries. */
export async function openMeeting({ appUrl, dataDir }: { readonly appUrl: string; readonly dataDir: string }, { seats, writers }: { readonly seats: number; readonly writers: number }) {
  openDatabase(appUrl);
  await openSecret(join(dataDir, 'secret'));
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const { id: coalition_id } = one(await formCoalition(permit(coalitionPolicy.form, story, { parent_id: null }), { now }, { slug: 'bench', kind: 'global', country_iso2: null, texts: { en: { name: 'Bench', mandate: null } } }));
  const officer = await give(await person('Officer', now), 'secretariat_officer', now);
  const terms = { kind: 'working_group', cadence: 'monthly', quorum_share: '50', decision_rule: 'consensus', notice_days: 14, starts_on: today, ends_on: null } as const;
  const group = { ...one(await charterGroup(permit(groupPolicy.charter, officer, { coalition_id }), { now }, { ...terms, texts: { en: { name: 'Data for learning', mandate: 'Agrees on what is counted.' } } })), coalition_id };
  const people: string[] = [];
  for (let at = 0; at < seats; at += 1) {
    const organisation = { name: `Organisation ${at}`, short_name: null, type_code: '70', constituency: 'private', country_iso2: null, website: null, identifiers: [] } as const;
    const { id: organisation_id } = one(await registerOrganisation(permit(organisationPolicy.register, story, { register: true }), { now }, organisation));
    const [holder_id, alternate_id] = [await person(`Holder ${at}`, now, organisation_id), await person(`Alternate ${at}`, now, organisation_id)];
    people.push(holder_id, alternate_id);
    one(await addSeat(permit(groupPolicy.seat, officer, group), { now }, { organisation_id, constituency: null, role: 'member', voting: true, holder_id, alternate_id, from_on: today }));
  }
  const chair = await give(await person('Chair', now), 'wg_chair', now, { working_group_id: group.id });
  for (const id of people.slice(0, writers)) await give(id, 'wg_secretary', now, { working_group_id: group.id });
  const item = (title: string) => ({ title, kind: 'discussion', minutes: 20, presenter: null, commitment_id: null, node_id: null }) as const;
  const { id, ref } = one(await planSession(permit(groupPolicy.plan, chair, group), { now }, {
    title: 'Session on tariffs', purpose: 'working', wall_clock_start: new Date(now.getTime() + 600_000).toISOString().slice(0, 16), minutes: 90, time_zone: 'UTC', mode: 'remote', place: null, join_link: null, visibility: 'public', agenda: ['Opening', 'Tariffs', 'Connectivity'].map(item),
  }));
  const session = () => database().selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').select(['s.id', 's.ref', 's.working_group_id', 's.status', 'g.coalition_id']).where('s.id', '=', id).executeTakeFirstOrThrow();
  one(await conveneSession(permit(sessionPolicy.convene, chair, await session()), { now }));
  one(await startSession(permit(sessionPolicy.start, chair, await session()), { now }));
  const items = await database().selectFrom('agenda_items').select('id').where('session_id', '=', id).orderBy('position').execute();
  const seated = await database().selectFrom('session_seats').select('seat_id').where('session_id', '=', id).orderBy('seat_id').execute();
  const cookies: string[] = [];
  for (const one of people) cookies.push(await signedIn(one));
  return {
    ref, items: items.map((row) => row.id), seats: seated.map((row) => row.seat_id), cookies, chair: await signedIn(chair.id),
    notes: async () => (await database().selectFrom('agenda_notes').select('text').where('session_id', '=', id).execute()).map(({ text }) => text),
    close: closeDatabase,
  };
}
