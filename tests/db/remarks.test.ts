import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWithZod } from '@conform-to/zod/v4';
import { permit } from '#app/access/permit';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { finishCommitment, returnCommitment, saveMeasure, saveWhat, submitCommitment, verifyCommitment, withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { saidIn } from '#app/commitments/remarks/model';
import { returnInput } from '#app/commitments/review/input.server';
import { database } from '#app/platform/database.server';
import { give, person, valueOf } from './accounts-world';
import { brought, draft, measure, refOf, what } from './commitments-world';
import { returnUpdate, saveUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { entriesFor } from '#app/reporting/updates/queries.server';
import { asksOf, saidIn as updateSaid } from '#app/reporting/updates/remarks';
import { codesOf, openReporting, published, reported, said, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
beforeAll(async () => {
  world = await openReporting();
  await give(await person('Mateo Rivera', world.now, { mail: 'mateo@secretariat.example' }), 'secretariat_officer', world.now, { coalition_id: world.coalition });
});
afterAll(() => world.close());

const at = () => ({ now: world.now });
const draftOf = async (ref: string) => {
  const found = await findDraft(world.deputy, ref, { language: 'en', now: world.now });
  if (found === undefined) throw new Error(`no draft ${ref}`);
  return found;
};
const lettersOn = async (ref: string) => {
  const { id } = await refOf(ref);
  const rows = await database().selectFrom('outbox_mails').select(['recipient', 'props']).where('thread', '=', `commitment:${id}`).orderBy('created_at').orderBy('id').execute();
  return rows.map(({ recipient, props }) => ({ recipient, ...(props as { subject: string; paragraphs: string[] }) }));
};
async function returned(notes: readonly { readonly field: string; readonly ofGoal?: boolean; readonly note: string }[], reason = ''): Promise<string> {
  const ref = await brought(world, await draft(world), 'submitted');
  const before = await draftOf(ref);
  const remarks = notes.map(({ field, ofGoal = false, note }) => {
    const goal_id = ofGoal ? (before.goals[0]?.id ?? null) : null;
    return { field, goal_id, note, said: saidIn(before, field, goal_id) };
  });
  valueOf(await returnCommitment(permit(commitmentPolicy.return, world.reviewer, await refOf(ref)), at(), reason, { seen: before.version, remarks }));
  return ref;
}

describe('what is to mend, field by field', () => {
  it('stands at its field, is named in the letter, and is ticked off by another answer', async () => {
    const ref = await returned([{ field: 'action', note: 'Which counties?' }, { field: 'target_value', ofGoal: true, note: 'Is this all schools?' }]);
    expect((await draftOf(ref)).remarks).toMatchObject([
      { step: 'what', name: 'action', number: null, note: 'Which counties?', mended: false }, { step: 'measure', name: 'goals[0].target_value', number: 1, note: 'Is this all schools?', mended: false },
    ]);
    const letter = (await lettersOn(ref)).find(({ subject }) => subject.startsWith('Please mend'));
    expect(letter?.paragraphs).toEqual(expect.arrayContaining(['What happens: Which counties?', 'Goal 1, Target number: Is this all schools?']));
    valueOf(await saveMeasure(permit(commitmentPolicy.edit, world.deputy, await refOf(ref)), at(), undefined, measure({ target_value: '120' })));
    expect((await draftOf(ref)).remarks.map(({ name, mended }) => [name, mended])).toEqual([['action', false], ['goals[0].target_value', true]]);
    valueOf(await saveWhat(permit(commitmentPolicy.edit, world.deputy, await refOf(ref)), at(), undefined, what(world, { action: 'It connects 120 schools in Turkana.' })));
    expect((await draftOf(ref)).remarks.every(({ mended }) => mended)).toBe(true);
  });

  it('is settled when it is sent again, and what is asked next stands alone', async () => {
    const ref = await returned([{ field: 'action', note: 'Which counties?' }], 'One answer is missing something.');
    valueOf(await submitCommitment(permit(commitmentPolicy.submit, world.focal, await refOf(ref)), at()));
    expect((await draftOf(ref)).remarks).toEqual([]);
    valueOf(await returnCommitment(permit(commitmentPolicy.return, world.reviewer, await refOf(ref)), at(), '', { remarks: [{ field: 'title', goal_id: null, note: 'Shorter, please.', said: null }] }));
    expect((await draftOf(ref)).remarks.map(({ name }) => name)).toEqual(['title']);
    expect(await database().selectFrom('remarks').select('note').where('commitment_id', '=', (await refOf(ref)).id).execute()).toHaveLength(2);
  });

  it('needs a remark or a reason', async () => {
    const read = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const submission = parseWithZod(form, { schema: returnInput });
      return submission.status === 'success' ? submission.value : Object.keys(submission.reply().error ?? {});
    };
    const goal = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
    expect(read({ reason: '', 'remarks.title': ' ' })).toEqual(['reason']);
    expect(read({ reason: 'short' })).toEqual(['reason']);
    expect(read({ 'remarks.title': 'Shorter', 'remarks.nonsense': 'x', [`goals.${goal}.method`]: 'Who counts?' })).toEqual({ reason: '', notes: [{ field: 'title', goal_id: null, note: 'Shorter' }, { field: 'method', goal_id: goal, note: 'Who counts?' }] });
    const ref = await brought(world, await draft(world), 'submitted');
    expect(codesOf(await returnCommitment(permit(commitmentPolicy.return, world.reviewer, await refOf(ref)), at(), ' '))).toEqual(['commitments:problems.reason_needed']);
  });

  it('answers the text that was read: another version is not returned or withdrawn', async () => {
    const ref = await brought(world, await draft(world), 'submitted');
    const { version } = await refOf(ref);
    expect(codesOf(await returnCommitment(permit(commitmentPolicy.return, world.reviewer, await refOf(ref)), at(), 'Say which counties.', { seen: version - 1 }))).toEqual(['form:problems.changed_meanwhile']);
    expect(codesOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), at(), 'No money came.', version - 1))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), at(), 'No money came.', version));
  });
});

describe('what is asked of an update, field by field', () => {
  const updateOf = async (ref: string) => {
    const [entry] = await entriesFor(world.focal, { ...world.cycle, coalition_id: world.coalition, year: 2026, due_on: '2026-11-30' }, [ref], { language: 'en', now: world.later });
    if (entry?.now == null) throw new Error(`no update of ${ref}`);
    return { ...entry, now: entry.now };
  };
  it('stands at its field in the letter and the form, and is settled when it is sent again', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20'));
    const before = await updateOf(ref);
    const goal = before.goals[0]?.id ?? '';
    const remarks = [{ field: 'value', goal_id: goal, note: 'Schools or classrooms?' }, { field: 'narrative', goal_id: null, note: 'Which counties?' }].map((one) => ({ ...one, said: updateSaid(before, one.field, one.goal_id) }));
    valueOf(await returnUpdate(permit(updatePolicy.return, world.officer, await subjectOf(world, ref)), { now: world.later }, '', undefined, remarks));
    const letter = await database().selectFrom('outbox_mails').select('props').where('thread', '=', `update:${before.now.id}`).orderBy('created_at', 'desc').executeTakeFirstOrThrow();
    expect((letter.props as { paragraphs: string[] }).paragraphs).toEqual(expect.arrayContaining(['Value: Schools or classrooms?', 'What happened, in your words: Which counties?']));
    valueOf(await saveUpdate(permit(updatePolicy.write, world.focal, await subjectOf(world, ref)), { now: world.later }, said([{ goal_id: goal, value: '21', missing: null }])));
    const mended = await updateOf(ref);
    expect(asksOf(mended, mended.now.remarks, (field) => field)).toEqual({ [`values.${goal}`]: { note: 'Schools or classrooms?', mended: true }, narrative: { note: 'Which counties?', mended: false } });
    valueOf(await reported(world, ref, '21'));
    expect((await updateOf(ref)).now.remarks).toEqual([]);
  });
  it('takes a file as evidence, and where else it is told', async () => {
    const ref = await published(world);
    const file = { name: 'register.csv', bytes: new TextEncoder().encode('school,connected\nA,yes\n') };
    valueOf(await reported(world, ref, '20', { evidence: [{ title: 'Register', url: null, file }], also_reported_to: ['Register of the union'] }));
    expect((await updateOf(ref)).now).toMatchObject({ documents: 1, evidence: [{ title: 'Register', url: null }], also_reported_to: ['Register of the union'] });
  });
});

describe('who is told', () => {
  const told = async (ref: string) => (await lettersOn(ref)).map(({ recipient, subject }) => `${recipient}: ${subject.split(':')[0] ?? ''}`);
  it('of a verification: the lead, and the secretariat that publishes next', async () => {
    const ref = await brought(world, await draft(world), 'submitted');
    valueOf(await verifyCommitment(permit(commitmentPolicy.verify, world.reviewer, await refOf(ref)), at()));
    expect((await told(ref)).slice(-2).toSorted()).toEqual(['amina@harbour.example: Verified', 'mateo@secretariat.example: To publish']);
  });
  it('of a withdrawal and of an end: the other side, never who acted', async () => {
    const [gone, ended] = [await published(world), await published(world)];
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(gone)), at(), 'No money came.'));
    expect((await told(gone)).filter((one) => one.includes('Withdrawn'))).toEqual(['mateo@secretariat.example: Withdrawn']);
    valueOf(await finishCommitment(permit(commitmentPolicy.finish, world.officer, await refOf(ended)), at(), { reached_on: null }));
    expect((await told(ended)).filter((one) => one.includes('Closed')).toSorted()).toEqual(['amina@harbour.example: Closed', 'mateo@secretariat.example: Closed']);
  });
});
