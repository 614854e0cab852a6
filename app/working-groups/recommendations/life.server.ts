import type { Updateable } from 'kysely';
import { personOf } from '#app/access/actor';
import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { DB } from '#db/schema';
import { canTake } from '#app/working-groups/dimensions/choice.server';
import { tellAddressees, tellChairs, tellGroup } from './notices.server';
import type { RecommendationRef, recommendationPolicy } from './policy';
import { writeRecommendation } from './writing.server';

type Done = Promise<Result<{ ref: string }>>;

export const lockRecommendation = (tx: Tx, id: string) => tx.selectFrom('recommendations as r').innerJoin('working_groups as g', 'g.id', 'r.working_group_id')
  .selectAll('r').select('g.coalition_id').where('r.id', '=', id).forUpdate('r').executeTakeFirstOrThrow();
export type Locked = Awaited<ReturnType<typeof lockRecommendation>>;

/** Under the lock and as its reader saw it: whatever is decided is written, with the next version. */
export function change(granted: Permit<string, RecommendationRef>, occasion: Occasion, version: number, decide: (tx: Tx, row: Locked) => Promise<Result<Updateable<DB['recommendations']>>>): Done {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockRecommendation(tx, granted.subject.id);
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const decided = await decide(tx, row);
    if (!decided.ok) return decided;
    await tx.updateTable('recommendations').set({ ...decided.value, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** RC-2: other words, while it is not final; the ones before are kept. */
export const reviseRecommendation = (granted: PermitFor<typeof recommendationPolicy.edit>, occasion: Occasion, version: number, { dimension_id, ...form }: { readonly title: string; readonly text: string; readonly dimension_id?: string | null }): Done =>
  change(granted, occasion, version, async (tx, row) => {
    const about = dimension_id === undefined ? row.dimension_id : dimension_id;
    if (!(await canTake(tx, row.working_group_id, { id: about, now: row.dimension_id }, dayOf(occasion.now)))) return refused(problem('form:errors.choose', 'dimension_id'));
    if (row.title === form.title && row.text === form.text) return done({ dimension_id: about });
    const { number } = await tx.selectFrom('recommendation_versions').select((eb) => eb.fn.countAll<number>().as('number')).where('recommendation_id', '=', row.id).executeTakeFirstOrThrow();
    await tx.insertInto('recommendation_versions').values({ recommendation_id: row.id, number: Number(number) + 1, title: row.title, text: row.text, replaced_at: occasion.now, replaced_by: personOf(granted.actor) }).execute();
    return done({ ...form, dimension_id: about });
  });

/** RC-3: its steps. The group is told of what it is asked to look at, the chair of what others decided, the addressees of what is asked of them. */
export const issueRecommendation = (granted: PermitFor<typeof recommendationPolicy.issue>, occasion: Occasion, version: number): Done =>
  change(granted, occasion, version, async (tx, row) => {
    await tellGroup(tx, granted.actor, row, occasion.now);
    return done({ status: 'preliminary' });
  });

export const finaliseRecommendation = (granted: PermitFor<typeof recommendationPolicy.finalise>, occasion: Occasion, version: number): Done =>
  change(granted, occasion, version, async (tx, row) => {
    await tellAddressees(tx, granted.actor, row, { what: 'final' }, occasion.now);
    return done({ status: 'final', final_on: dayOf(occasion.now) });
  });

export const endorseRecommendation = (granted: PermitFor<typeof recommendationPolicy.endorse>, occasion: Occasion, version: number): Done =>
  change(granted, occasion, version, async (tx, row) => {
    await tellChairs(tx, granted.actor, row, 'endorsed', occasion.now);
    await tellAddressees(tx, granted.actor, row, { what: 'endorsed' }, occasion.now);
    return done({ status: 'endorsed' });
  });

export const implementRecommendation = (granted: PermitFor<typeof recommendationPolicy.implement>, occasion: Occasion, version: number): Done =>
  change(granted, occasion, version, async (tx, row) => {
    await tellChairs(tx, granted.actor, row, 'implemented', occasion.now);
    return done({ status: 'in_implementation' });
  });

export const closeRecommendation = (granted: PermitFor<typeof recommendationPolicy.close>, occasion: Occasion, version: number, why: string): Done =>
  change(granted, occasion, version, async (tx, row) => {
    await tellAddressees(tx, granted.actor, row, { what: 'closed', reason: why }, occasion.now);
    return done({ status: 'closed', closed_why: why });
  });

/** RC-2: a draft that takes the place of one that is final, with the same grounds (decisions, takeaways), clauses and addressees. Each has one at most. */
export function succeedRecommendation(granted: PermitFor<typeof recommendationPolicy.succeed>, occasion: Occasion): Done {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockRecommendation(tx, granted.subject.id);
    granted.again(row);
    const [decisions, takeaways, nodes, addressees] = [
      await tx.selectFrom('recommendation_decisions').select('decision_id').where('recommendation_id', '=', row.id).execute(),
      await tx.selectFrom('recommendation_takeaways').select('takeaway_id').where('recommendation_id', '=', row.id).execute(),
      await tx.selectFrom('recommendation_nodes').select('node_id').where('recommendation_id', '=', row.id).execute(),
      await tx.selectFrom('recommendation_addressees').select(['organisation_id', 'country_iso2', 'constituency', 'secretariat']).where('recommendation_id', '=', row.id).execute(),
    ];
    const { id, ref } = await writeRecommendation(tx, occasion, { working_group_id: row.working_group_id, title: row.title, text: row.text, status: 'draft', succeeds_id: row.id, dimension_id: row.dimension_id, nodes: nodes.map(({ node_id }) => node_id) });
    if (decisions.length > 0) await tx.insertInto('recommendation_decisions').values(decisions.map((one) => ({ recommendation_id: id, ...one }))).execute();
    if (takeaways.length > 0) await tx.insertInto('recommendation_takeaways').values(takeaways.map((one) => ({ recommendation_id: id, ...one }))).execute();
    if (addressees.length > 0) await tx.insertInto('recommendation_addressees').values(addressees.map((one) => ({ id: newId(), recommendation_id: id, asked_on: dayOf(occasion.now), ...one }))).execute();
    return done({ ref });
  });
}
