import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { keyOf } from './model';
import type { dimensionPolicy } from './policy';

type Keep = PermitFor<typeof dimensionPolicy.keep>;

export interface DimensionForm {
  readonly names: readonly { readonly language: Language; readonly name: string }[];
  /** Its place among the others; the last one where nothing is said. */
  readonly position: number | null;
  readonly ended_on: Day | null;
}

const unnamed = refused(problem('working-groups:dimensions.wrong.name', 'names'));

/** DI-1: a further dimension of the work of the group. */
export function addDimension(granted: Keep, occasion: Occasion, form: DimensionForm): Promise<Result<{ id: string; key: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const [first] = form.names;
    if (first === undefined) return unnamed;
    const others = await lockDimensions(tx, granted.subject.id);
    const id = newId();
    const key = keyOf((form.names.find((one) => one.language === 'en') ?? first).name, others.map((one) => one.key));
    const position = form.position ?? Math.max(0, ...others.map((one) => one.position)) + 1;
    await tx.insertInto('working_group_dimensions').values({ id, working_group_id: granted.subject.id, key, position, ended_on: form.ended_on }).execute();
    await tx.insertInto('working_group_dimension_texts').values(form.names.map((one) => ({ dimension_id: id, ...one }))).execute();
    return done({ id, key });
  });
}

/** DI-2: other names, another place, or a last day; what was given to it stays with it. */
export function changeDimension(granted: Keep, occasion: Occasion, id: string, { version, names, position, ended_on }: DimensionForm & { readonly version: number | undefined }): Promise<Result<{ key: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = (await lockDimensions(tx, granted.subject.id)).find((one) => one.id === id);
    if (row === undefined || row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    if (names.length === 0) return unnamed;
    await tx.updateTable('working_group_dimensions').set({ position: position ?? row.position, ended_on, version: row.version + 1 }).where('id', '=', id).execute();
    await tx.deleteFrom('working_group_dimension_texts').where('dimension_id', '=', id).where('language', 'not in', names.map((one) => one.language)).execute();
    await tx.insertInto('working_group_dimension_texts').values(names.map((one) => ({ dimension_id: id, ...one })))
      .onConflict((on) => on.columns(['dimension_id', 'language']).doUpdateSet((eb) => ({ name: eb.ref('excluded.name') }))).execute();
    return done({ key: row.key });
  });
}

/** The group is locked: its dimensions change one after another. */
async function lockDimensions(tx: Tx, groupId: string) {
  await tx.selectFrom('working_groups').select('id').where('id', '=', groupId).forNoKeyUpdate().executeTakeFirstOrThrow();
  return tx.selectFrom('working_group_dimensions').select(['id', 'key', 'position', 'version']).where('working_group_id', '=', groupId).execute();
}
