import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { standingOf } from '#app/commitments/health/model';
import { allCommitments } from '#app/commitments/list/export.server';
import { milestoneInput, milestoneReportInput } from '#app/commitments/milestones/input.server';
import type { MilestoneForm, Report } from '#app/commitments/milestones/model';
import { planMilestone, removeMilestone, reportMilestone } from '#app/commitments/milestones/operations.server';
import { milestonePolicy } from '#app/commitments/milestones/policy';
import { findMilestone, goalChoices, milestonesOf } from '#app/commitments/milestones/queries.server';
import { standingSql } from '#app/commitments/readable.server';
import { findCommitment } from '#app/commitments/record/queries.server';
import { addDays, dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, openCommitments, refOf } from './commitments-world';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await openCommitments();
});
afterAll(() => world.close());

const at = (now = world.now) => ({ now });
const view = (now = world.now) => ({ language: 'en' as const, now });
const on = (day: string) => new Date(`${day}T09:00:00Z`);
const codesOf = (result: { ok: boolean; problems?: readonly { code: string; field?: string }[] }) => ('problems' in result ? result.problems?.map((one) => [one.code.replace('commitments:problems.', ''), one.field]) : undefined);
const plan = async (ref: string, more: Partial<MilestoneForm> = {}, now = world.now) =>
  planMilestone(permit(milestonePolicy.plan, world.focal, await refOf(ref)), at(now), { title: 'The first schools', due_on: '2026-12-31', goal_id: null, value: null, ...more });
const firstOf = async (ref: string) => (await milestonesOf((await refOf(ref)).id))[0]!;
const report = async (ref: string, said: Partial<Report>, now: Date, seen?: number) =>
  reportMilestone(permit(milestonePolicy.report, world.focal, { ...(await refOf(ref)), milestone_id: (await firstOf(ref)).id }), at(now), seen, { status: 'in_progress', achieved_on: null, note: null, ...said });
/** The standing on a day, as the page says it; the list says the same. */
async function standing(ref: string, day: string) {
  const row = await database().selectFrom('commitments').selectAll().where('ref', '=', ref).executeTakeFirstOrThrow();
  const { rows } = await sql<{ said: string }>`select ${standingSql(day)} as said from commitments c where c.ref = ${ref}`.execute(database());
  const said = standingOf({ ...row, status: row.status as 'published' }, day);
  expect(rows[0]?.said).toBe(said);
  return said;
}
const byHand = (statement: ReturnType<typeof sql>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await statement.execute(tx);
});

describe('CO-9: a milestone', () => {
  it('that is overdue takes one step of health away, until it is achieved or dropped with a reason', async () => {
    const ref = await draft(world);
    valueOf(await plan(ref));
    await brought(world, ref, 'published');
    expect([await standing(ref, '2026-12-31'), await standing(ref, '2027-01-01')]).toEqual(['on_track', 'at_risk']);
    valueOf(await report(ref, {}, on('2027-01-05')));
    expect(await standing(ref, '2027-01-05')).toBe('at_risk');
    valueOf(await report(ref, { status: 'missed', note: 'The masts came late.' }, on('2027-01-06')));
    expect(await standing(ref, '2027-01-06')).toBe('at_risk');
    valueOf(await report(ref, { status: 'achieved', achieved_on: '2027-01-10' }, on('2027-01-10')));
    expect(await standing(ref, '2027-01-10')).toBe('on_track');
    valueOf(await report(ref, { status: 'dropped', note: 'Another supplier does it.' }, on('2027-01-11')));
    expect(await standing(ref, '2027-02-01')).toBe('on_track');
    expect(await firstOf(ref)).toMatchObject({ status: 'dropped', note: 'Another supplier does it.', achieved_on: null, due_on: '2026-12-31' });
  });

  it('with a value bends what is expected', async () => {
    const ref = await draft(world, { starts_on: '2026-01-01' });
    const [goal] = await goalChoices((await refOf(ref)).id);
    // 12 to 140 by the end of 2030; the first year brings hardly anything.
    valueOf(await plan(ref, { due_on: '2028-12-31', goal_id: goal!.id, value: '20' }));
    await brought(world, ref, 'published');
    await byHand(sql`update goals set last_value = 16, last_value_on = '2027-06-30' where commitment_id = ${(await refOf(ref)).id}`);
    const record = await findCommitment(anyone, ref, view(on('2027-06-30')));
    expect(record?.goals[0]?.expected).toBe('16');
    valueOf(await plan(ref, { title: 'A word with the ministry', due_on: '2027-12-31' }, on('2026-05-01')));
    expect(await standing(ref, '2027-05-31')).toBe('on_track');
    await expect(byHand(sql`update milestones set value = 13 where commitment_id = ${(await refOf(ref)).id} and value is not null`)).rejects.toMatchObject({ constraint_name: 'commitments_promise_stays' });
  });

  it('stays as it was promised; after publication one comes in only without a value, ahead of its day', async () => {
    const ref = await draft(world);
    const [goal] = await goalChoices((await refOf(ref)).id);
    valueOf(await plan(ref));
    await brought(world, ref, 'published');
    const { id } = await refOf(ref);
    for (const statement of [sql`update milestones set due_on = '2029-01-01' where commitment_id = ${id}`, sql`delete from milestones where commitment_id = ${id}`,
      sql`insert into milestones (id, commitment_id, goal_id, title, due_on, value) values (gen_random_uuid(), ${id}, ${goal!.id}, 'Later', '2030-01-01', 13)`])
      await expect(byHand(statement)).rejects.toMatchObject({ constraint_name: 'commitments_promise_stays' });
    expect(codesOf(await plan(ref, { goal_id: goal!.id, value: '13' }))).toEqual([['milestone_value', 'value']]);
    expect(codesOf(await plan(ref, { due_on: addDays(dayOf(world.now), -1) }))).toEqual([['milestone_past', 'due_on']]);
    valueOf(await plan(ref, { title: 'Half of them', due_on: '2028-12-31' }));
    expect((await milestonesOf(id)).map((one) => one.title)).toEqual(['The first schools', 'Half of them']);
    let file: string | null = null;
    for await (const row of allCommitments(anyone, {}, view())) if (row.ref === ref) file = row.milestones;
    expect(file).toBe('2026-12-31 planned The first schools | 2028-12-31 planned Half of them');
  });

  it('is taken away from a draft alone, and keeps to goals of its own commitment', async () => {
    const [ref, other] = [await draft(world), await draft(world)];
    const [foreign] = await goalChoices((await refOf(other)).id);
    expect(codesOf(await plan(ref, { goal_id: foreign!.id, value: '13' }))).toEqual([[`form:errors.choose`, 'goal']]);
    valueOf(await plan(ref));
    const milestone_id = (await firstOf(ref)).id;
    expect(await findMilestone(world.stranger, ref, milestone_id, view())).toBeUndefined();
    expect(await findMilestone(world.focal, other, milestone_id, view())).toBeUndefined();
    valueOf(await removeMilestone(permit(milestonePolicy.remove, world.focal, { ...(await refOf(ref)), milestone_id }), at()));
    expect(await milestonesOf((await refOf(ref)).id)).toEqual([]);
  });

  it('is reported with a day or a reason, never ahead of time, and not over what another has said', async () => {
    const ref = await draft(world);
    valueOf(await plan(ref));
    await brought(world, ref, 'published');
    expect(codesOf(await report(ref, { status: 'achieved', achieved_on: '2026-03-03' }, world.now))).toEqual([['day_ahead', 'achieved_on']]);
    expect(codesOf(await report(ref, { status: 'missed', note: 'It will be late.' }, world.now))).toEqual([['milestone_not_due', 'status']]);
    valueOf(await report(ref, {}, world.now, 1));
    expect(codesOf(await report(ref, {}, world.now, 1))).toEqual([['form:problems.changed_meanwhile', undefined]]);
    await expect(byHand(sql`update milestones set status = 'missed' where commitment_id = ${(await refOf(ref)).id}`)).rejects.toMatchObject({ constraint_name: 'milestones_why' });
  });

  it('is asked for with all that is missing said at once', () => {
    const paths = (result: ReturnType<typeof milestoneInput.safeParse> | ReturnType<typeof milestoneReportInput.safeParse>) => (result.success ? [] : [...new Set(result.error.issues.map(({ path }) => path[0]))].toSorted());
    expect(paths(milestoneInput.safeParse({ due_on: '2026-02-30', value: '12' }))).toEqual(['due_on', 'goal', 'title']);
    expect(paths(milestoneReportInput.safeParse({ status: 'achieved' }))).toEqual(['achieved_on']);
    expect(paths(milestoneReportInput.safeParse({ status: 'dropped' }))).toEqual(['note']);
  });
});
