import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { newId } from '#app/platform/identity';
import { mostViews, type SavedView } from './model';
import type { viewPolicy } from './policy';

/** Keeps a view. Its query is what the list itself spells: whoever calls has read it through the list. */
export const saveView = (granted: PermitFor<typeof viewPolicy.save>, occasion: Occasion, view: Omit<SavedView, 'id'>): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const { person_id } = granted.subject;
    const { kept } = await tx.selectFrom('saved_views').select((eb) => eb.fn.countAll<string>().as('kept')).where('person_id', '=', person_id).executeTakeFirstOrThrow();
    if (Number(kept) >= mostViews) return refused(problem('records:problems.views_full', undefined, { most: mostViews }));
    const id = newId();
    await tx.insertInto('saved_views').values({ id, person_id, ...view, created_at: occasion.now }).execute();
    return done({ id });
  });

export const removeView = (granted: PermitFor<typeof viewPolicy.remove>, occasion: Occasion): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    await tx.deleteFrom('saved_views').where('id', '=', granted.subject.id).where('person_id', '=', granted.subject.person_id).execute();
    return done(null);
  });
