import { sql } from 'kysely';
import { isScheme } from '#db/reference/organisation-schemes';
import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { noteDuplicatesIn } from '#app/members/duplicates/operations.server';
import { likelyDuplicates } from '#app/members/duplicates/queries.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import type { Constituency } from './model';
import type { organisationPolicy } from './policy';

export interface OrganisationForm {
  readonly name: string;
  readonly short_name: string | null;
  /** IATI OrganisationType; null only with a reason. */
  readonly type_code: string | null;
  readonly type_missing?: string | null;
  readonly constituency: Constituency | null;
  readonly country_iso2: string | null;
  readonly website: string | null;
  /** With their scheme in front: `XM-DAC-41114` (ME-1). */
  readonly identifiers: readonly string[];
}

export interface Registration extends OrganisationForm {
  /**
   * ME-3: likely duplicates, by id, that the person was shown and said are others. Absent where nobody could be asked (an import, the
   * console): likely duplicates are then noted for the secretariat to decide.
   */
  readonly seen?: readonly string[];
}

type Register = PermitFor<typeof organisationPolicy.register>;

/** Registers an organisation. ME-1 holds in the database: an identifier belongs to one. */
export function registerOrganisation(granted: Register, occasion: Occasion, form: Registration): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => registerOrganisationIn(tx, granted, occasion, form));
}

export async function registerOrganisationIn(tx: Tx, granted: Register, occasion: Occasion, form: Registration): Promise<Result<{ id: string; ref: string }>> {
  const wrong = problemsOf(form);
  if (wrong.length > 0) return refused(...wrong);
  const likely = await likelyDuplicates(tx, form);
  if (likely.some(({ because }) => because === 'same_identifier')) return refused(problem('members:problems.identifier_taken', 'identifier'));
  const unseen = likely.filter(({ id }) => !(form.seen ?? []).includes(id));
  if (form.seen !== undefined && unseen.length > 0) return refused(problem('members:problems.likely_duplicates', undefined, { count: unseen.length }));
  const id = newId();
  const ref = await nextRef(tx, 'ORG', 0);
  await tx.insertInto('organisations').values({ id, ref, ...columnsOf(form), created_at: occasion.now }).execute();
  await insertIdentifiers(tx, id, form.identifiers);
  await noteDuplicatesIn(tx, id, likely, form.seen === undefined ? 'open' : 'different', personOf(granted.actor));
  return done({ id, ref });
}

/** Changes what is said of an organisation. A name that it gives up is kept, so that it is still found by it. */
export function updateOrganisation(granted: PermitFor<typeof organisationPolicy.edit>, occasion: Occasion, version: number, form: OrganisationForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('organisations').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    if (row.status !== 'active') return refused(problem('members:problems.not_active'));
    const wrong = problemsOf(form);
    if (wrong.length > 0) return refused(...wrong);
    if (form.name !== row.name) {
      await tx.insertInto('organisation_names').values({ organisation_id: row.id, name: row.name }).onConflict((conflict) => conflict.columns(['organisation_id', 'name']).doNothing()).execute();
    }
    await tx.updateTable('organisations').set({ ...columnsOf(form), version: row.version + 1 }).where('id', '=', row.id).execute();
    const held = (await tx.selectFrom('organisation_identifiers').select('identifier').where('organisation_id', '=', row.id).execute()).map(({ identifier }) => identifier);
    const dropped = held.filter((identifier) => !form.identifiers.includes(identifier));
    await tx.deleteFrom('organisation_identifiers').where('organisation_id', '=', row.id).where('identifier', '=', sql<string>`any(${dropped}::text[])`).execute();
    await insertIdentifiers(tx, row.id, form.identifiers.filter((identifier) => !held.includes(identifier)));
    return done({ ref: row.ref });
  });
}

function problemsOf(form: OrganisationForm): Problem[] {
  const problems: Problem[] = [];
  if (form.type_code === null && (form.type_missing ?? null) === null) problems.push(problem('members:problems.type_or_reason', 'type_code'));
  if (!form.identifiers.every(isScheme)) problems.push(problem('members:problems.identifier', 'identifier'));
  return problems;
}

function columnsOf({ name, short_name, type_code, type_missing, constituency, country_iso2, website }: OrganisationForm) {
  return { name, short_name, type_code, type_missing: type_code === null ? (type_missing ?? null) : null, constituency, country_iso2, website };
}

async function insertIdentifiers(tx: Tx, organisation_id: string, identifiers: readonly string[]): Promise<void> {
  if (identifiers.length > 0) await tx.insertInto('organisation_identifiers').values(identifiers.map((identifier) => ({ identifier, organisation_id }))).execute();
}

