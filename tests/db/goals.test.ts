import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { approveAmendment, askAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import type { GoalDetail } from '#app/commitments/drafting/model';
import { finishCommitment, saveMeasure, submitCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitment } from '#app/commitments/record/queries.server';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, measure, openCommitments, refOf } from './commitments-world';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await openCommitments();
});
afterAll(() => world.close());

const at = () => ({ now: world.now });
const view = () => ({ language: 'en' as const, now: world.now });
const detail: GoalDetail = { measure: 'number', indicator: '4.a.1-internet', cumulative: false, baseline_source: 'The census of schools', disaggregations: ['location'], scale: [], target_words: null };
const inWords: GoalDetail = { measure: 'ordinal', indicator: null, cumulative: true, baseline_source: null, disaggregations: [], scale: ['Bought', 'Used in class'], target_words: 'Used in class' };
const number = { ...measure().goals[0]!, detail };
const words = { ...number, detail: inWords, statement: 'What came of the devices', target_value: null, unit: null, baseline_value: null, baseline_year: null };
const save = async (ref: string, goals: readonly (typeof number | typeof words)[]) => saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), at(), undefined, { starts_on: null, goals });
const byHand = (statement: ReturnType<typeof sql>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await statement.execute(tx);
});

describe('goals', () => {
  it('keep their ids when they are saved again, and all that they say', async () => {
    const ref = await draft(world);
    const ids = async () => (await findCommitment(world.focal, ref, view()))?.goals.map((goal) => goal.id);
    const [first] = (await ids()) ?? [];
    valueOf(await save(ref, [number, words]));
    const before = await ids();
    expect(before?.[0]).toBe(first);
    valueOf(await save(ref, [{ ...number, target_value: '150' }, words]));
    expect(await ids()).toEqual(before);
    expect((await findCommitment(world.focal, ref, view()))?.goals).toMatchObject([
      { measure: 'unit', indicator: '4.a.1-internet', cumulative: false, baseline_source: 'The census of schools', disaggregations: ['location'], target_value: '150', target_words: null },
      { measure: 'ordinal', scale: ['Bought', 'Used in class'], target_words: 'Used in class', target_value: null, unit: null },
    ]);
  });

  it('may be in words beside one number, which alone health looks at', async () => {
    const ref = await draft(world);
    valueOf(await save(ref, [words]));
    const refusal = await submitCommitment(permit(commitmentPolicy.submit, world.focal, await refOf(ref)), at());
    expect(refusal.ok ? [] : refusal.problems.map((one) => one.code)).toEqual(['commitments:problems.target_needed']);
    valueOf(await save(ref, [number, { ...words, target_on: '2026-02-01' }]));
    await brought(world, ref, 'published');
    await byHand(sql`update goals set last_value = 140, last_value_on = '2026-03-01' where commitment_id = ${(await refOf(ref)).id} and measure = 'unit'`);
    valueOf(await finishCommitment(permit(commitmentPolicy.finish, world.officer, await refOf(ref)), at(), { reached_on: '2026-03-01' }));
    expect((await findCommitment(anyone, ref, view()))?.standing).toBe('reached_on_time');
  });

  it('in words change by an amendment alone, and keep their kind', async () => {
    const ref = await draft(world);
    valueOf(await save(ref, [number, words]));
    await brought(world, ref, 'published');
    const { id } = await refOf(ref);
    await expect(byHand(sql`update goals set target_words = 'Bought' where commitment_id = ${id} and measure = 'ordinal'`)).rejects.toMatchObject({ constraint_name: 'commitments_promise_stays' });
    const { lead, ...promised } = await promisedIn(database(), id);
    const asked = valueOf(await askAmendment(permit(amendmentPolicy.ask, world.focal, await refOf(ref)), at(), undefined, {
      ...promised, lead: lead.ref, reason: 'The schools only bought them so far.', goals: promised.goals.map(({ id: _, ...goal }) => (goal.target_words == null ? goal : { ...goal, target_words: 'Bought' })),
    }));
    valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.officer, { ...(await refOf(ref)), amendment_id: asked.id, amendment: 'asked', asked_by: world.focal.id }), at()));
    expect((await findCommitment(anyone, ref, view()))?.goals).toMatchObject([{ measure: 'unit', target_value: '140' }, { measure: 'ordinal', target_words: 'Bought', target_value: null }]);
  });

  it('are one thing or the other, whatever the code does', async () => {
    const ref = await draft(world);
    const { id } = await refOf(ref);
    await expect(byHand(sql`update goals set measure = 'ordinal' where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'goals_in_words' });
    await expect(byHand(sql`update goals set target_words = 'Much' where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'goals_target_words' });
    await expect(byHand(sql`update goals set disaggregations = '{shoe size}' where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'goals_disaggregations' });
  });
});
