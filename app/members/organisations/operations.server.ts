import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
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
  readonly identifiers: readonly string[];
}

type Register = PermitFor<typeof organisationPolicy.register>;

/** Registers an organisation. ME-1 holds in the database: an identifier belongs to one. */
export function registerOrganisation(granted: Register, occasion: Occasion, form: OrganisationForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => registerOrganisationIn(tx, granted, occasion, form));
}

export async function registerOrganisationIn(tx: Tx, _granted: Register, occasion: Occasion, form: OrganisationForm): Promise<Result<{ id: string; ref: string }>> {
  if (form.type_code === null && (form.type_missing ?? null) === null) return refused(problem('members:problems.type_or_reason', 'type_code'));
  const id = newId();
  const ref = await nextRef(tx, 'ORG', 0);
  await tx.insertInto('organisations').values({
    id, ref, name: form.name, short_name: form.short_name, type_code: form.type_code, type_missing: form.type_missing ?? null,
    constituency: form.constituency, country_iso2: form.country_iso2, website: form.website, created_at: occasion.now,
  }).execute();
  if (form.identifiers.length > 0) {
    await tx.insertInto('organisation_identifiers').values(form.identifiers.map((identifier) => ({ identifier, organisation_id: id }))).execute();
  }
  return done({ id, ref });
}

export function updateOrganisation(
  granted: PermitFor<typeof organisationPolicy.edit>, occasion: Occasion, version: number, form: Omit<OrganisationForm, 'identifiers'>,
): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('organisations').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('organisations').set({
      name: form.name, short_name: form.short_name, type_code: form.type_code, type_missing: form.type_code === null ? (form.type_missing ?? 'not-stated') : null,
      constituency: form.constituency, country_iso2: form.country_iso2, website: form.website, version: row.version + 1,
    }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}
