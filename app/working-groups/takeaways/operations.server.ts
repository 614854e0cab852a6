import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { writeRecommendation } from '#app/working-groups/recommendations/writing.server';
import type { takeawayPolicy, TakeawayRef } from './policy';

export interface TakeawayForm {
  readonly text: string;
  readonly language: Language;
  /** Clauses of texts that it is about. */
  readonly nodes: readonly string[];
}

/** TA-1: writes down what participants agreed to carry forward. */
export function recordTakeaway(granted: PermitFor<typeof takeawayPolicy.record>, occasion: Occasion, form: TakeawayForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').select(['s.id', 's.status', 's.starts_at', 's.time_zone', 's.working_group_id', 'g.coalition_id'])
      .where('s.id', '=', granted.subject.id).forUpdate('s').executeTakeFirstOrThrow();
    granted.again(row);
    const known = form.nodes.length === 0 ? [] : await tx.selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').select('n.id').where('n.id', 'in', [...form.nodes]).where('v.status', '=', 'published').execute();
    if (known.length < new Set(form.nodes).size) return refused(problem('form:errors.choose', 'nodes'));
    const id = newId();
    const ref = await nextRef(tx, 'TKA', Number(dayOf(row.starts_at, row.time_zone).slice(0, 4)), 3);
    await tx.insertInto('takeaways').values({ id, ref, session_id: row.id, text: form.text, language: form.language, recorded_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now }).execute();
    if (known.length > 0) await tx.insertInto('takeaway_nodes').values(known.map((node) => ({ takeaway_id: id, node_id: node.id }))).execute();
    return done({ id, ref });
  });
}

/** TA-2: takes it back while nothing rests on it. */
export function withdrawTakeaway(granted: PermitFor<typeof takeawayPolicy.withdraw>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockTakeaway(tx, granted);
    await tx.deleteFrom('takeaway_nodes').where('takeaway_id', '=', row.id).execute();
    await tx.deleteFrom('takeaways').where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** TA-3: a recommendation of the group in these words, for those who lead it to work on. */
export function recommendFrom(granted: PermitFor<typeof takeawayPolicy.recommend>, occasion: Occasion, title: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockTakeaway(tx, granted);
    const nodes = await tx.selectFrom('takeaway_nodes').select('node_id').where('takeaway_id', '=', row.id).execute();
    const { id, ref } = await writeRecommendation(tx, occasion, { working_group_id: row.working_group_id, title, text: row.text, status: 'draft', nodes: nodes.map(({ node_id }) => node_id) });
    await tx.insertInto('recommendation_takeaways').values({ recommendation_id: id, takeaway_id: row.id }).execute();
    return done({ ref });
  });
}

/** The takeaway, locked, with whether anything rests on it: the permission is decided again on that. */
async function lockTakeaway(tx: Tx, granted: Permit<string, TakeawayRef>) {
  const row = await tx.selectFrom('takeaways as k').innerJoin('sessions as s', 's.id', 'k.session_id').innerJoin('working_groups as g', 'g.id', 's.working_group_id')
    .select(['k.id', 'k.ref', 'k.text', 's.working_group_id', 'g.coalition_id']).where('k.id', '=', granted.subject.id).forUpdate('k').executeTakeFirstOrThrow();
  const led = await tx.selectFrom('recommendation_takeaways').select('recommendation_id').where('takeaway_id', '=', row.id).limit(1).executeTakeFirst();
  const promised = await tx.selectFrom('commitments').select('id').where('origin_takeaway_id', '=', row.id).limit(1).executeTakeFirst();
  granted.again({ ...row, taken_up: led !== undefined || promised !== undefined });
  return row;
}
