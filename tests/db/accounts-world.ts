import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { PersonActor, RoleName, SystemActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { personActor } from '#app/accounts/viewer.server';
import type { Language } from '#app/languages/language';
import { addPerson } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { platform, type RoleScope } from '#app/members/people/roles/model';
import { grantRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { roleSubject } from '#app/members/people/roles/queries.server';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { openSecret } from '#app/platform/secret.server';
import { openTestDatabase, type TestDatabase } from '#tests/harness/database';

/** People and places for the tests of accounts, made by real operations where there are any. */
export const story: SystemActor = { kind: 'system', name: 'demo' };

export async function openWorld(): Promise<TestDatabase & { close: () => Promise<void> }> {
  const db = await openTestDatabase();
  openDatabase(db.appUrl);
  await openSecret(join(await mkdtemp(join(tmpdir(), 'concord-secret-')), 'secret'));
  return { ...db, close: closeDatabase };
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  return result.value;
}

/** A coalition or an organisation, as bare as the constraints allow. */
export async function place(kind: 'coalition' | 'organisation', name: string): Promise<string> {
  const id = newId();
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    if (kind === 'coalition') await tx.insertInto('coalitions').values({ id, slug: name, kind: 'global', status: 'active' }).execute();
    else await tx.insertInto('organisations').values({ id, ref: `ORG-${randomBytes(4).toString('hex')}`, name, type_missing: 'not asked' }).execute();
  });
  return id;
}

export async function person(name: string, now: Date, { mail = null, organisation_id = null, language = 'en' }: { mail?: string | null; organisation_id?: string | null; language?: Language } = {}): Promise<string> {
  const granted = permit(peoplePolicy.add, story, { organisation_id, coalition_ids: [] });
  const form = { name, mail, language, time_zone: 'UTC', publish_name: false, title: null };
  return valueOf(await addPerson(granted, { now }, form)).person_id;
}

export async function give(person_id: string, role: RoleName, now: Date, scope: Partial<RoleScope> = {}, ends_at: Date | null = null): Promise<string> {
  const granted = permit(rolePolicy.grant, story, await roleSubject(person_id, role, { ...platform, ...scope }));
  return valueOf(await grantRole(granted, { now }, { ends_at, reason: 'test' })).role_id;
}

/** Somebody with a role, as the actor they are. */
export async function holder(role: RoleName, now: Date, scope: Partial<RoleScope> = {}): Promise<PersonActor> {
  const id = await person(`Holder of ${role}`, now, { organisation_id: scope.organisation_id ?? null });
  await give(id, role, now, scope);
  return personActor(id, now);
}

/** A secretariat officer and administrator of the platform, for what the tests take for granted; the same person throughout a database. */
export async function desk(name = 'Desk of the tests'): Promise<PersonActor> {
  const since = new Date('2020-01-01T00:00:00Z');
  const known = await database().selectFrom('people').select('id').where('name', '=', name).executeTakeFirst();
  const id = known?.id ?? (await person(name, since));
  if (known === undefined) for (const role of ['secretariat_officer', 'platform_admin'] as const) await give(id, role, since);
  return personActor(id, since);
}

/** Another one, for what nobody does alone. */
export const otherDesk = (): Promise<PersonActor> => desk('Other desk of the tests');

export const minutesAfter = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
