import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { dayOf } from '#app/platform/clock';
import { mayBecome, type CoalitionKind, type CoalitionStatus } from './model';
import type { coalitionPolicy } from './policy';

export interface CoalitionForm {
  readonly slug: string;
  readonly kind: CoalitionKind;
  readonly country_iso2: string | null;
  readonly texts: Readonly<Partial<Record<Language, { readonly name: string; readonly mandate: string | null }>>>;
}

/** Forms a coalition under the parent that the permit names. CA-1 and CA-2 hold in the database. */
export function formCoalition(granted: PermitFor<typeof coalitionPolicy.form>, occasion: Occasion, form: CoalitionForm): Promise<Result<{ id: string; slug: string }>> {
  return inTransaction(granted, occasion, (tx) => formCoalitionIn(tx, granted, occasion, form));
}

export async function formCoalitionIn(tx: Tx, granted: PermitFor<typeof coalitionPolicy.form>, occasion: Occasion, form: CoalitionForm): Promise<Result<{ id: string; slug: string }>> {
  if ((form.kind === 'national') !== (form.country_iso2 !== null)) return refused(problem('coalitions:problems.country_of_national', 'country_iso2'));
  const id = newId();
  await tx.insertInto('coalitions').values({
    id, slug: form.slug, kind: form.kind, parent_id: granted.subject.parent_id, country_iso2: form.country_iso2,
    status: 'forming', formed_on: dayOf(occasion.now), created_at: occasion.now,
  }).execute();
  await tx.insertInto('coalition_texts').values(
    Object.entries(form.texts).map(([language, text]) => ({ coalition_id: id, language, name: text.name, mandate: text.mandate })),
  ).execute();
  return done({ id, slug: form.slug });
}

/** Takes a coalition to its next state. */
export function setCoalitionStatus(granted: PermitFor<typeof coalitionPolicy.edit>, occasion: Occasion, status: CoalitionStatus): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('coalitions').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
    granted.again(row);
    if (!mayBecome(row.status as CoalitionStatus, status)) return refused(problem('coalitions:problems.not_from_here', 'status'));
    await tx.updateTable('coalitions').set({ status, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}
