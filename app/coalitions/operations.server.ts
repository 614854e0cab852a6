import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { languages, type Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { Licence } from './licences';
import { mayBecome, type CoalitionKind, type CoalitionStatus } from './model';
import { coalitionPolicy } from './policy';

interface CoalitionText {
  readonly name: string;
  readonly mandate: string | null;
}

export interface CoalitionForm {
  /** Its word in addresses. */
  readonly slug: string;
  readonly kind: CoalitionKind;
  readonly country_iso2: string | null;
  readonly texts: Readonly<Partial<Record<Language, CoalitionText>>>;
  /** Of its reports. */
  readonly licence?: Licence | undefined;
}

type Form = PermitFor<typeof coalitionPolicy.form>;
type Edit = PermitFor<typeof coalitionPolicy.edit>;

/** Forms a coalition under the parent that the permit names. CA-1 holds in the database, also between two at once. */
export function formCoalition(granted: Form, occasion: Occasion, form: CoalitionForm): Promise<Result<{ id: string; slug: string }>> {
  return inTransaction(granted, occasion, (tx) => formCoalitionIn(tx, granted, occasion, form));
}

export async function formCoalitionIn(tx: Tx, granted: Form, occasion: Occasion, form: CoalitionForm): Promise<Result<{ id: string; slug: string }>> {
  const { parent_id } = granted.subject;
  if ((form.kind === 'national') !== (form.country_iso2 !== null)) return refused(problem('coalitions:problems.country_of_national', 'country_iso2'));
  if (form.kind === 'national' && parent_id === null) return refused(problem('coalitions:problems.parent_of_national', 'parent_id'));
  const texts = languages.flatMap((language) => ((text) => (text === undefined ? [] : [{ language, ...text }]))(form.texts[language]));
  if (texts.length === 0) return refused(problem('coalitions:problems.name', 'name'));
  const taken = await tx.selectFrom('coalitions').select('id').where('slug', '=', form.slug).executeTakeFirst();
  if (taken !== undefined) return refused(problem('coalitions:problems.slug_taken', 'name'));
  const id = newId();
  await tx.insertInto('coalitions').values({
    id, slug: form.slug, kind: form.kind, parent_id, country_iso2: form.country_iso2, status: 'forming', formed_on: dayOf(occasion.now), licence: form.licence ?? null, created_at: occasion.now,
  }).execute();
  await tx.insertInto('coalition_texts').values(texts.map((text) => ({ coalition_id: id, ...text }))).execute();
  return done({ id, slug: form.slug });
}

/** Says by which versions of texts a coalition works; those that are no longer named are taken away. */
export async function useVersionsIn(tx: Tx, granted: Form, coalition_id: string, versions: readonly string[]): Promise<Result<null>> {
  granted.again({ parent_id: granted.subject.parent_id });
  const known = versions.length === 0 ? [] : await tx.selectFrom('framework_versions').select('id').where('id', 'in', [...versions]).where('status', '=', 'published').execute();
  if (known.length !== new Set(versions).size) return refused(problem('coalitions:problems.version_not_published', 'versions'));
  await tx.deleteFrom('coalition_versions').where('coalition_id', '=', coalition_id).execute();
  if (known.length > 0) await tx.insertInto('coalition_versions').values(known.map(({ id }) => ({ coalition_id, version_id: id }))).execute();
  return done(null);
}

/** Takes a coalition to its next state. */
export function setCoalitionStatus(granted: Edit, occasion: Occasion, status: CoalitionStatus): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('coalitions').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
    granted.again(row);
    if (!mayBecome(row.status as CoalitionStatus, status)) return refused(problem('coalitions:problems.not_from_here', 'status'));
    await tx.updateTable('coalitions').set({ status, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}

export interface CoalitionEdit extends CoalitionText {
  readonly language: Language;
  readonly parent_id: string | null;
  /** In which it counts days and names instants; left as it is unless said. */
  readonly time_zone?: string | undefined;
  /** Of its reports; null takes it back, and so it is left unless said. */
  readonly licence?: Licence | null | undefined;
}

/**
 * Says in one language what a coalition is called and for, and under which other one it stands. CA-2: all coalitions are locked before
 * one moves, so that two that are moved under each other at once follow each other and the second is refused.
 */
export function updateCoalition(granted: Edit, occasion: Occasion, version: number, form: CoalitionEdit): Promise<Result<{ slug: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await tx.selectFrom('coalitions').select('id').orderBy('id').forUpdate().execute();
    const row = await tx.selectFrom('coalitions').selectAll().where('id', '=', granted.subject.id).executeTakeFirstOrThrow();
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    if (form.parent_id !== row.parent_id) {
      if (row.kind === 'national' && form.parent_id === null) return refused(problem('coalitions:problems.parent_of_national', 'parent_id'));
      permit(coalitionPolicy.form, granted.actor, { parent_id: form.parent_id });
      if (form.parent_id === row.id) return refused(problem('coalitions:problems.no_cycle', 'parent_id'));
    }
    await tx.updateTable('coalitions').set({ parent_id: form.parent_id, time_zone: form.time_zone ?? row.time_zone, licence: form.licence === undefined ? row.licence : form.licence, version: row.version + 1 }).where('id', '=', row.id).execute();
    const text = { name: form.name, mandate: form.mandate };
    await tx.insertInto('coalition_texts').values({ coalition_id: row.id, language: form.language, ...text })
      .onConflict((conflict) => conflict.columns(['coalition_id', 'language']).doUpdateSet(text)).execute();
    return done({ slug: row.slug });
  });
}
