import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, may, permit } from '#app/access/permit';
import { findCommitment } from '#app/commitments/record/queries.server';
import { deleteDraft, finishCommitment, publishCommitment, returnCommitment, saveMeasure, saveWhat, submitCommitment, verifyCommitment, withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, measure, openCommitments, refOf, what } from './commitments-world';

describe('the life of a commitment', () => {
  let world: CommitmentsWorld;
  const at = () => ({ now: world.now });
  const view = () => ({ language: 'en' as const, now: world.now });
  const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => ('problems' in result ? result.problems?.map((one) => one.code) : undefined);
  beforeAll(async () => { world = await openCommitments(); });
  afterAll(() => world.close());

  it('goes from a draft to the public, each step by another person, with its score and its days', async () => {
    const ref = await draft(world);
    expect((await refOf(ref)).status).toBe('draft');
    await brought(world, ref, 'published');
    const found = await findCommitment(anyone, ref, view());
    expect(found).toMatchObject({ status: 'published', standing: 'on_track', starts_on: '2026-03-02', ends_on: '2030-12-31', published_on: '2026-03-02', freshness: { kind: 'first_due', by: '2027-06-02' } });
    expect(found?.smart_score).toMatchObject({ rules: '2026-11-26', ingredients: { specific: { verdict: 'met' }, time_bound: { verdict: 'met' } } });
    expect(found?.nodes.map((node) => node.code)).toEqual(['P1.1']);
    expect(found?.countries).toEqual([{ iso2: 'KE', name: 'Kenya', share: '100' }]);
  });

  it('nobody approves what they submitted, and nobody with a tie to the lead', async () => {
    const ref = await draft(world);
    valueOf(await submitCommitment(permit(commitmentPolicy.submit, world.officer, await refOf(ref)), at()));
    const submitted = await refOf(ref);
    expect(may(commitmentPolicy.verify, world.officer, submitted)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(commitmentPolicy.return, world.officer, submitted)).toMatchObject({ allowed: false });
    expect(may(commitmentPolicy.verify, world.focal, submitted)).toEqual({ allowed: false, reason: 'access:reasons.not_your_role' });
    const tied = { ...world.reviewer, affiliations: [{ organisation_id: world.organisation, current: false }] };
    expect(may(commitmentPolicy.verify, tied, submitted)).toEqual({ allowed: false, reason: 'access:reasons.not_independent' });
    valueOf(await verifyCommitment(permit(commitmentPolicy.verify, world.reviewer, submitted), at()));
    expect(may(commitmentPolicy.publish, world.officer, await refOf(ref))).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(commitmentPolicy.publish, world.reviewer, await refOf(ref))).toEqual({ allowed: false, reason: 'access:reasons.secretariat_only' });
    valueOf(await publishCommitment(permit(commitmentPolicy.publish, world.lead, await refOf(ref)), at()));
  });

  it('the database refuses a verification by who submitted it, whatever the code does', async () => {
    const ref = await brought(world, await draft(world), 'submitted');
    const write = database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"job"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('commitments').set({ status: 'verified', verified_by: world.focal.id }).where('ref', '=', ref).execute();
    });
    await expect(write).rejects.toMatchObject({ constraint_name: 'commitments_another_verifies' });
  });

  it('decides again on the locked row: of two who verify at once, one is refused', async () => {
    const ref = await brought(world, await draft(world), 'submitted');
    const seen = await refOf(ref);
    const both = await Promise.allSettled([world.reviewer, world.lead].map((who) => verifyCommitment(permit(commitmentPolicy.verify, who, seen), at())));
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(both.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Forbidden);
  });

  it('CO-1, CO-2, CO-3 and CO-8: says everything that blocks a submission at once, and submits nothing', async () => {
    const ref = await draft(world, { form: { nodes: [], action: null, type: null, learner_data: null, countries: [{ country_iso2: 'KE', share: '60' }, { country_iso2: 'UG', share: '30' }] }, goal: { unit: null, target_on: null } });
    const result = await submitCommitment(permit(commitmentPolicy.submit, world.focal, await refOf(ref)), at());
    expect(codesOf(result)).toEqual(['action_needed', 'type_needed', 'clause_needed', 'learner_data_needed', 'shares_not_100', 'unit_needed', 'year_needed'].map((code) => `commitments:problems.${code}`));
    expect((await refOf(ref)).status).toBe('draft');
    const early = await saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), at(), undefined, measure({ target_on: '2026-12-31' }, '2027-01-01'));
    expect(codesOf(early)).toEqual(['commitments:problems.end_before_start']);
  });

  it('CO-7: what touches learner data is not published without a safeguard', async () => {
    const ref = await brought(world, await draft(world, { form: { learner_data: true } }), 'verified');
    expect(codesOf(await publishCommitment(permit(commitmentPolicy.publish, world.officer, await refOf(ref)), at()))).toEqual(['commitments:problems.safeguard_needed']);
    expect((await refOf(ref)).status).toBe('verified');
  });

  it('comes back with what is to mend, and goes again', async () => {
    const ref = await brought(world, await draft(world), 'submitted');
    const granted = permit(commitmentPolicy.return, world.reviewer, await refOf(ref));
    expect(codesOf(await returnCommitment(granted, at(), '  '))).toEqual(['commitments:problems.reason_needed']);
    valueOf(await returnCommitment(granted, at(), 'Say which counties.'));
    expect(await findCommitment(world.deputy, ref, view())).toMatchObject({ status: 'returned', returned_reason: 'Say which counties.' });
    valueOf(await saveWhat(permit(commitmentPolicy.edit, world.deputy, await refOf(ref)), at(), undefined, what(world, { title: 'Connect 140 schools in Turkana' })));
    valueOf(await submitCommitment(permit(commitmentPolicy.submit, world.deputy, await refOf(ref)), at()));
    expect(await findCommitment(world.focal, ref, view())).toMatchObject({ status: 'submitted', submitted_by: world.deputy.id, returned_reason: null, text: { title: 'Connect 140 schools in Turkana' } });
  });

  it('two editors: the second is told, and nothing of the first is lost', async () => {
    const ref = await draft(world);
    const seen = await refOf(ref);
    valueOf(await saveWhat(permit(commitmentPolicy.edit, world.focal, seen), at(), seen.version, what(world, { title: 'First title' })));
    const second = await saveWhat(permit(commitmentPolicy.edit, world.deputy, seen), at(), seen.version, what(world, { title: 'Second title' }));
    expect(codesOf(second)).toEqual(['form:problems.changed_meanwhile']);
    expect((await findCommitment(world.focal, ref, view()))?.text.title).toBe('First title');
    valueOf(await saveWhat(permit(commitmentPolicy.edit, world.deputy, seen), at(), (await refOf(ref)).version, what(world, { title: 'Second title' })));
  });

  it('a form that is posted twice, even at the same time, acts once', async () => {
    const ref = await draft(world);
    const seen = await refOf(ref);
    const occasion = { now: world.now, submission: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => submitCommitment(permit(commitmentPolicy.submit, world.focal, seen), occasion)));
    expect(answers.map(valueOf)).toEqual([1, 2, 3].map(() => ({ id: seen.id, ref })));
    const acts = await database().selectFrom('audit_log').select('id').where('rule', '=', 'commitment:submit').where('record_id', '=', seen.id).execute();
    expect(acts).toHaveLength(1);
  });

  it('is deleted while nobody has seen it, and withdrawn afterwards', async () => {
    const ref = await draft(world);
    valueOf(await deleteDraft(permit(commitmentPolicy.delete, world.focal, await refOf(ref)), at()));
    expect(await findCommitment(world.focal, ref, view())).toBeUndefined();
    const second = await brought(world, await draft(world), 'published');
    expect(may(commitmentPolicy.delete, world.focal, await refOf(second))).toMatchObject({ allowed: false });
    const back = async (reason: string) => withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(second)), at(), reason);
    expect(await back(' ')).toMatchObject({ ok: false, problems: [{ code: 'commitments:problems.why_withdrawn', field: 'reason' }] });
    valueOf(await back('The money was not granted.'));
    expect(await findCommitment(anyone, second, view())).toMatchObject({ standing: 'withdrawn', freshness: { kind: 'closed' }, withdrawn_reason: 'The money was not granted.' });
    expect(may(commitmentPolicy.edit, world.focal, await refOf(second))).toEqual({ allowed: false, reason: 'access:reasons.not_now' });
  });

  it('ends as its goals say, and not reached is said when they are not', async () => {
    const ref = await brought(world, await draft(world), 'published');
    const granted = permit(commitmentPolicy.finish, world.officer, await refOf(ref));
    expect(codesOf(await finishCommitment(granted, at(), { reached_on: '2026-03-02' }))).toEqual(['commitments:problems.target_not_reached']);
    valueOf(await finishCommitment(granted, at(), { reached_on: null }));
    expect((await findCommitment(anyone, ref, view()))?.standing).toBe('not_reached');
  });

  it('leaves a trail that the database wrote: who, when, under which permission, what before and after', async () => {
    const ref = await brought(world, await draft(world), 'submitted');
    const { id } = await refOf(ref);
    const rows = await database().selectFrom('audit_log').selectAll().where('table_name', '=', 'commitments').where('record_id', '=', id).orderBy('id').execute();
    expect(rows.map((row) => [row.rule, row.action, row.actor_id])).toEqual([
      ['commitment:create', 'insert', world.focal.id], ['commitment:edit', 'update', world.focal.id], ['commitment:submit', 'update', world.focal.id],
    ]);
    expect(rows[2]).toMatchObject({ before: { status: 'draft' }, after: { status: 'submitted' }, told_at: world.now });
  });
});
