import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { abandonImport, applyImport, checkFile, importFile, type Imported } from '#app/open-data/imports/operations.server';
import { importDesk, importPolicy } from '#app/open-data/imports/policy';
import { findImport, type ImportRecord } from '#app/open-data/imports/queries.server';
import { database } from '#app/platform/database.server';
import { openFiles } from '#app/platform/files.server';
import { holder, openWorld, place, valueOf } from './accounts-world';

/** An installation with a coalition and its secretariat, and nothing else: what imports start from. */
export const now = new Date('2025-11-20T10:00:00Z');

export interface ImportsWorld {
  readonly coalition_id: string;
  readonly officer: PersonActor;
  readonly stranger: PersonActor;
  readonly auditor: PersonActor;
  readonly appUrl: string;
  readonly close: () => Promise<void>;
}

export async function openImports(): Promise<ImportsWorld> {
  const db = await openWorld();
  await db.truncate();
  await openFiles(await mkdtemp(join(tmpdir(), 'concord-files-')));
  const coalition_id = await place('coalition', 'global');
  const organisation_id = await place('organisation', 'Harbour Telecom Group');
  return {
    coalition_id, officer: await holder('secretariat_officer', now, { coalition_id }), stranger: await holder('focal_point', now, { organisation_id }), auditor: await holder('auditor', now, { coalition_id }),
    appUrl: db.appUrl, close: db.close,
  };
}

/** A file of a name and its text, or the rows of a table as CSV. */
export const given = (content: string | Uint8Array, name = 'file.csv') => ({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content, kind: null });
export const table = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

export const run = (actor: PersonActor) => permit(importPolicy.run, actor, importDesk);
export const check = (actor: PersonActor, content: string | Uint8Array): Promise<Result<Imported>> => checkFile(run(actor), { now }, given(content));
export const take = (actor: PersonActor, content: string | Uint8Array, at = now): Promise<Result<Imported>> => importFile(run(actor), { now: at }, given(content));
export const apply = async (actor: PersonActor, id: string): Promise<Result<Imported>> => applyImport(permit(importPolicy.apply, actor, await recordOf(actor, id)), { now });
export const abandon = async (actor: PersonActor, id: string): Promise<Result<{ id: string }>> => abandonImport(permit(importPolicy.abandon, actor, await recordOf(actor, id)), { now });

export async function recordOf(actor: PersonActor, id: string): Promise<ImportRecord> {
  const record = await findImport(actor, id);
  if (record === undefined) throw new Error(`there is no import ${id}`);
  return record;
}

/** `[new, changed, unchanged, in error]` of what was done. */
export function outcomeOf(result: Result<Imported>): readonly number[] {
  const { counts } = valueOf(result);
  return [counts.new, counts.changed, counts.unchanged, counts.inError];
}

const domainTables = [
  'organisations', 'organisation_identifiers', 'organisation_duplicates', 'commitments', 'commitment_texts', 'commitment_nodes', 'commitment_countries', 'activities', 'activity_texts',
  'activity_countries', 'activity_participants', 'activity_budgets', 'pledges', 'pledge_recipients', 'funding_links', 'transactions', 'exchange_rates', 'frameworks', 'framework_versions', 'framework_nodes', 'framework_node_texts', 'endorsements', 'sessions', 'session_links', 'import_sources', 'import_questions', 'ref_counters',
] as const;

/** How much stands in every table that imports write, and how much the audit trail has of them. */
export async function standing(): Promise<Record<string, string>> {
  const counts = domainTables.map((name) => sql`select ${sql.lit(name)} as name, count(*)::text as count, coalesce(max(${sql.ref(`${name}`)}::text), '') as last from ${sql.table(name)}`);
  const audited = sql`select 'audit' as name, count(*)::text as count, '' as last from audit_log where table_name not in ('imports', 'people', 'roles', 'affiliations', 'coalitions')`;
  const found = await sql<{ name: string; count: string; last: string }>`${sql.join([...counts, audited], sql` union all `)}`.execute(database());
  return Object.fromEntries(found.rows.map(({ name, count, last }) => [name, `${count} ${last}`]));
}
