import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { gapInput, gapPlanInput } from '#app/commitments/gaps/input.server';
import type { Gap } from '#app/commitments/gaps/model';
import { endGap, openGap, planGap } from '#app/commitments/gaps/operations.server';
import { gapPolicy } from '#app/commitments/gaps/policy';
import { dueGaps, findGap, gapRef, gapsOf, ownersOf } from '#app/commitments/gaps/queries.server';
import { groupsInput } from '#app/commitments/groups/input.server';
import { addGroups } from '#app/commitments/groups/operations.server';
import { groupAddingPolicy } from '#app/commitments/groups/policy';
import { allCommitments } from '#app/commitments/list/export.server';
import { addEvidence, returnCommitment, saveMeasure, submitCommitment, takeBackEvidence } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitment, findEvidenceFile } from '#app/commitments/record/queries.server';
import { involvementsOf, teachersInput } from '#app/commitments/teachers/input.server';
import { sayTeachers } from '#app/commitments/teachers/operations.server';
import { teacherPolicy } from '#app/commitments/teachers/policy';
import { involvementsIn } from '#app/commitments/teachers/queries.server';
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
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => ('problems' in result ? result.problems?.map((one) => one.code.replace('commitments:problems.', '')) : undefined);
const byHand = (statement: ReturnType<typeof sql>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await statement.execute(tx);
});
async function fileOf(ref: string) {
  for await (const row of allCommitments(anyone, {}, view())) if (row.ref === ref) return row;
  return undefined;
}

describe('CO-13: a data gap', () => {
  const gaps = async (ref: string) => gapsOf((await refOf(ref)).id);
  const subject = async (ref: string, gap: Gap) => gapRef(await refOf(ref), gap);
  const unknown = { baseline_value: null, baseline_year: null };

  it('is opened by a goal without a baseline, once, and closed by its baseline', async () => {
    const ref = await draft(world, { goal: unknown });
    expect(await gaps(ref)).toEqual([]);
    const submit = async () => valueOf(await submitCommitment(permit(commitmentPolicy.submit, world.focal, await refOf(ref)), at()));
    await submit();
    expect(await gaps(ref)).toMatchObject([{ goal: 1, what: null, status: 'open', owner_id: world.focal.id }]);
    valueOf(await returnCommitment(permit(commitmentPolicy.return, world.officer, await refOf(ref)), at(), 'Say what is there already.'));
    await submit();
    expect(await gaps(ref)).toHaveLength(1);
    valueOf(await returnCommitment(permit(commitmentPolicy.return, world.officer, await refOf(ref)), at(), 'Say what is there already.'));
    valueOf(await saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), at(), undefined, measure()));
    await submit();
    expect(await gaps(ref)).toMatchObject([{ goal: 1, status: 'closed' }]);
  });

  it('is planned with who, how and by when; that person is told and finds it in their work', async () => {
    const ref = await brought(world, await draft(world, { goal: unknown }), 'published');
    const [gap] = await gaps(ref);
    const plan = async (more: { owner_id?: string; due_on?: string; seen?: number } = {}) => planGap(permit(gapPolicy.plan, world.deputy, await subject(ref, gap!)), at(), more.seen, { owner_id: more.owner_id ?? world.focal.id, plan: 'Ask the ministry for its census.', due_on: more.due_on ?? '2026-09-30' });
    expect(codesOf(await plan({ owner_id: world.officer.id }))).toEqual(['form:errors.choose']);
    expect(codesOf(await plan({ due_on: '2026-01-01' }))).toEqual(['milestone_past']);
    expect(codesOf(await plan({ seen: 9 }))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await plan());
    expect(await dueGaps(world.focal, view())).toContainEqual(expect.objectContaining({ ref, due_on: '2026-09-30' }));
    expect((await dueGaps(world.deputy, view())).filter((one) => one.ref === ref)).toEqual([]);
    expect((await ownersOf(await refOf(ref), world.now)).map(({ value }) => value).toSorted()).toEqual([world.focal.id, world.deputy.id].toSorted());
    expect((await fileOf(ref))?.gaps).toBe('planned 2026-09-30 baseline 1');
    valueOf(await endGap(permit(gapPolicy.close, world.focal, await subject(ref, (await gaps(ref))[0]!)), at(), 'closed', 'There were 12 in 2025.'));
    expect(may(gapPolicy.plan, world.focal, await subject(ref, (await gaps(ref))[0]!)).allowed).toBe(false);
    expect(await dueGaps(world.focal, view())).not.toContainEqual(expect.objectContaining({ ref }));
  });

  it('is named by the lead, and accepted by another with a reason', async () => {
    const ref = await brought(world, await draft(world), 'published');
    valueOf(await openGap(permit(gapPolicy.open, world.focal, await refOf(ref)), at(), 'How many of the learners are girls'));
    const [gap] = await gaps(ref);
    const asked = await subject(ref, gap!);
    expect([world.focal, world.stranger, world.auditor, world.officer, world.reviewer].map((who) => may(gapPolicy.accept, who, asked).allowed)).toEqual([false, false, false, true, true]);
    expect(may(gapPolicy.accept, world.officer, { ...asked, opened_by: world.officer.id }).allowed).toBe(false);
    valueOf(await endGap(permit(gapPolicy.accept, world.officer, asked), at(), 'accepted', 'The schools do not count them apart.'));
    expect(await findGap(anyone, ref, gap!.id, view())).toMatchObject({ gap: { status: 'accepted', answer: 'The schools do not count them apart.' } });
    const { id } = await refOf(ref);
    await expect(byHand(sql`insert into data_gaps (id, commitment_id, what, status, answer, opened_by, opened_at, ended_by, ended_at) values (gen_random_uuid(), ${id}, 'What', 'accepted', 'Why', ${world.focal.id}, now(), ${world.focal.id}, now())`)).rejects.toMatchObject({ constraint_name: 'data_gaps_another_accepts' });
    await expect(byHand(sql`update data_gaps set answer = null where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'data_gaps_accepted_why' });
    expect([gapInput.safeParse({}).success, gapPlanInput.safeParse({ owner_id: 'x', plan: '', due_on: '2026-02-30' }).success]).toEqual([false, false]);
  });
});

describe('CO-14: teachers', () => {
  const some = { answer: 'some', how_many: '12', how_chosen: 'By their schools', what_changed: 'Shorter lessons', evidence_url: 'https://teachers.example/report' };
  const wrong = (given: object) => {
    const reading = teachersInput.safeParse(given);
    return reading.success ? [] : [...new Set(reading.error.issues.map(({ path }) => path.join('.')))].toSorted();
  };

  it('took part or nobody did, and a stage of which nothing is said stays open', async () => {
    const ref = await brought(world, await draft(world), 'published');
    const said = involvementsOf(teachersInput.parse({ design: some, testing: { answer: 'nobody', how_many: '3' } }));
    const say = async (involvements = said, seen?: number) => sayTeachers(permit(teacherPolicy.say, world.focal, await refOf(ref)), at(), seen, involvements);
    const { id, version } = await refOf(ref);
    valueOf(await say(said, version));
    expect(codesOf(await say([], version))).toEqual(['form:problems.changed_meanwhile']);
    expect(await involvementsIn(id)).toEqual([
      { stage: 'design', nobody: false, how_many: 12, how_chosen: 'By their schools', what_changed: 'Shorter lessons', evidence_url: 'https://teachers.example/report' },
      { stage: 'testing', nobody: true, how_many: null, how_chosen: null, what_changed: null, evidence_url: null },
    ]);
    expect((await fileOf(ref))?.teachers).toBe('design:12|testing:0');
    valueOf(await say(said.slice(1)));
    expect((await involvementsIn(id)).map(({ stage }) => stage)).toEqual(['testing']);
    await expect(byHand(sql`update teacher_involvements set nobody = false, how_many = 4 where commitment_id = ${id}`)).rejects.toMatchObject({ constraint_name: 'teacher_involvements_said' });
  });

  it('are told of whole: how many, how chosen, what changed', () => {
    expect(wrong({ design: { answer: 'some' }, rollout: { answer: 'perhaps', evidence_url: 'javascript:alert(1)' } })).toEqual(['design.how_chosen', 'design.how_many', 'design.what_changed', 'rollout.answer', 'rollout.evidence_url']);
    expect(wrong({ design: { ...some, how_many: '0' } })).toEqual(['design.how_many']);
    expect(wrong({})).toEqual([]);
  });
});

describe('CO-12: what comes later is shown as that', () => {
  it('adds groups beside those of the start, with their day', async () => {
    const ref = await brought(world, await draft(world), 'published');
    valueOf(await addGroups(permit(groupAddingPolicy.add, world.focal, await refOf(ref)), at(), ['girls_women', 'rural_remote']));
    expect((await findCommitment(anyone, ref, view()))?.beneficiaries).toEqual([{ code: 'girls_women', designed_in: false, added_on: '2026-03-02' }, { code: 'rural_remote', designed_in: true, added_on: null }]);
    expect(await fileOf(ref)).toMatchObject({ beneficiaries: 'girls_women|rural_remote', beneficiaries_added: 'girls_women' });
    expect(groupsInput.safeParse({ groups: ['shoe size'] }).success).toBe(false);
  });

  it('keeps evidence that is taken back by name, with the reason, and no longer gives its file out', async () => {
    const ref = await brought(world, await draft(world), 'published');
    const { id } = valueOf(await addEvidence(permit(commitmentPolicy.addEvidence, world.focal, await refOf(ref)), at(), { title: 'Register', url: null, file: { name: 'register.csv', bytes: new TextEncoder().encode('school\nFirst\n') }, language: 'en' }));
    expect(await findEvidenceFile(anyone, id, view())).toBeDefined();
    const takeBack = async () => takeBackEvidence(permit(commitmentPolicy.takeBackEvidence, world.deputy, await refOf(ref)), at(), id, 'It was the register of another year.');
    valueOf(await takeBack());
    expect(await findEvidenceFile(anyone, id, view())).toBeUndefined();
    expect((await findCommitment(anyone, ref, view()))?.evidence).toMatchObject([{ title: 'Register', taken_back_on: '2026-03-02', taken_back_why: 'It was the register of another year.' }]);
    expect(codesOf(await takeBack())).toEqual(['form:problems.changed_meanwhile']);
  });
});
