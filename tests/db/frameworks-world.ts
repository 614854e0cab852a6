import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { declareEndorsement, type EndorsementForm } from '#app/frameworks/endorsements/operations.server';
import { endorsementPolicy, type EndorsementRef, type Party } from '#app/frameworks/endorsements/policy';
import { draftVersion, type NodeForm } from '#app/frameworks/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { languages } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { openFiles } from '#app/platform/files.server';
import { personActor } from '#app/accounts/viewer.server';
import { desk, give, holder, openWorld, otherDesk, person, place, valueOf } from './accounts-world';

/** The Declaration with one principle and two lines, an organisation, and the people who sign, check and publish. */
export interface FrameworksWorld {
  readonly now: Date;
  readonly ownerUrl: string;
  readonly organisation: string;
  readonly version: string;
  readonly focal: PersonActor;
  readonly coordinator: PersonActor;
  readonly stranger: PersonActor;
  readonly officer: PersonActor;
  readonly lead: PersonActor;
  readonly close: () => Promise<void>;
}

export const inAll = (text: string) => Object.fromEntries(languages.map((language) => [language, `${text} (${language})`])) as NodeForm['title'];
export const clause = (code: string, children: readonly NodeForm[] = []): NodeForm =>
  ({ code, kind: children.length === 0 ? 'action_line' : 'principle', title: inAll(`Clause ${code}`), text: inAll(`Text of ${code}`), children });

export async function openFrameworksWorld(now: Date): Promise<FrameworksWorld> {
  const db = await openWorld();
  await openFiles(await mkdtemp(join(tmpdir(), 'concord-files-')));
  const coalition = await place('coalition', 'global');
  const organisation = await place('organisation', 'Harbour Telecom Group');
  const other = await place('organisation', 'Open Shelf Alliance');
  return {
    now, ownerUrl: db.ownerUrl, organisation, version: await published(now, 'CONNDECL', [clause('P1', [clause('P1.1'), clause('P1.2')])]),
    focal: await holder('focal_point', now, { organisation_id: organisation }),
    coordinator: await written('country_coordinator', now, { country_iso2: 'KE' }),
    stranger: await holder('focal_point', now, { organisation_id: other }),
    officer: await written('secretariat_officer', now, { coalition_id: coalition }),
    lead: await written('secretariat_lead', now, { coalition_id: coalition }),
    close: db.close,
  };
}

/** Somebody with a role and an address that letters can go to. */
async function written(role: 'country_coordinator' | 'secretariat_officer' | 'secretariat_lead', now: Date, scope: { coalition_id?: string; country_iso2?: string }): Promise<PersonActor> {
  const id = await person(`Holder of ${role}`, now, { mail: `${role}@example.org` });
  await give(id, role, now, scope);
  return personActor(id, now);
}

export async function drafted(now: Date, code: string, nodes: readonly NodeForm[]): Promise<string> {
  const form = { name: inAll(code), short_name: inAll(code), standing: 'working_paraphrase' as const, source: 'a paraphrase', nodes };
  return valueOf(await draftVersion(permit(frameworkPolicy.draft, await desk(), { code }), { now }, form)).id;
}

export async function published(now: Date, code: string, nodes: readonly NodeForm[]): Promise<string> {
  const id = await drafted(now, code, nodes);
  valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id, status: 'draft', edited_by: null }), { now }));
  return id;
}

export async function nodeOf(version_id: string, code: string): Promise<string> {
  return (await database().selectFrom('framework_nodes').select('id').where('version_id', '=', version_id).where('code', '=', code).executeTakeFirstOrThrow()).id;
}

export const signed = (more: Partial<EndorsementForm> = {}): EndorsementForm => ({ endorsed_on: '2026-03-31', capacity: 'Government', signatory: null, statement: null, reservations: [], ...more });

/** A declaration by whoever speaks for the party. */
export function declare(actor: PersonActor, party: Partial<Party>, version_id: string, now: Date, form = signed()) {
  const whole = { organisation_id: null, country_iso2: null, ...party };
  return declareEndorsement(permit(endorsementPolicy.declare, actor, { ...whole, version_id }), { now }, form);
}

export async function endorsement(ref: string): Promise<EndorsementRef> {
  return database().selectFrom('endorsements').selectAll().where('ref', '=', ref).executeTakeFirstOrThrow();
}

/** What the database says to a statement that no operation stands before, as the owner of the tables; the name of the constraint. */
export async function refusalOf(ownerUrl: string, statement: string): Promise<string | undefined> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`;
      await tx.unsafe(statement);
    });
    return undefined;
  } catch (error) {
    return error instanceof postgres.PostgresError ? error.constraint_name : String(error);
  } finally {
    await sql.end();
  }
}
