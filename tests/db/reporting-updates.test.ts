import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { commitmentPolicy } from '#app/commitments/policy';
import { finishCommitment, saveMeasure, withdrawCommitment } from '#app/commitments/operations.server';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { acceptUpdate, returnUpdate, saveUpdate, submitUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { database } from '#app/platform/database.server';
import { countStandings } from '#app/site/home/queries.server';
import { valueOf } from './accounts-world';
import { brought, draft, refOf } from './commitments-world';
import { codesOf, cycleForm, goalsOf, openReporting, published, reported, said, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
beforeAll(async () => { world = await openReporting(); });
afterAll(() => world.close());

const at = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) });
const updatesOf = async (ref: string) => database().selectFrom('progress_updates as u').innerJoin('commitments as c', 'c.id', 'u.commitment_id').selectAll('u').where('c.ref', '=', ref).execute();
const healthOf = async (ref: string) => database().selectFrom('commitments').select(['status', 'last_update_on', 'stale_on', 'at_risk_on', 'off_track_on']).where('ref', '=', ref).executeTakeFirstOrThrow();
const accept = async (ref: string, who = world.officer, when = world.later) => acceptUpdate(permit(updatePolicy.accept, who, await subjectOf(world, ref)), { now: when });

describe('a cycle', () => {
  it('is planned once for each year and coalition', async () => {
    const again = await planCycle(permit(cyclePolicy.plan, world.officer, { coalition_id: world.coalition }), { now: world.now }, cycleForm);
    expect(codesOf(again)).toEqual(['reporting:problems.cycle_exists']);
  });
});

describe('an update', () => {
  it('is one per commitment and cycle, and counts when somebody else accepts it', async () => {
    const ref = await published(world);
    expect(await healthOf(ref)).toMatchObject({ last_update_on: null, at_risk_on: null });
    valueOf(await reported(world, ref, '20'));
    expect(await goalsOf(ref)).toMatchObject([{ last_value: null }]);
    expect(codesOf(await accept(ref))).toBeUndefined();
    expect(await goalsOf(ref)).toMatchObject([{ last_value: '20.000000', last_value_on: '2026-09-30' }]);
    const health = await healthOf(ref);
    expect(health).toMatchObject({ last_update_on: '2026-10-05', stale_on: '2028-01-05' });
    expect(health.at_risk_on).not.toBeNull();
    expect(may(updatePolicy.write, world.focal, await subjectOf(world, ref))).toEqual({ allowed: false, reason: 'access:reasons.not_now' });
    expect(await updatesOf(ref)).toMatchObject([{ status: 'accepted', verification: 'self_reported', accepted_by: world.officer.id }]);
  });

  it('is one also when two send it at once', async () => {
    const ref = await published(world);
    // Both have opened the form before either sends it.
    const [goal, subject] = [(await goalsOf(ref))[0], await subjectOf(world, ref)];
    const send = (who: typeof world.focal, value: string) => submitUpdate(permit(updatePolicy.write, who, subject), { now: world.later }, said([{ goal_id: goal?.id ?? '', value, missing: null }]));
    const both = await Promise.all([send(world.focal, '20'), send(world.deputy, '30')]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.flatMap((one) => codesOf(one) ?? [])).toEqual(['reporting:problems.update_exists']);
    expect(await updatesOf(ref)).toHaveLength(1);
  });

  it('leaves a receipt, and comes back with what to mend', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20'));
    const mails = () => database().selectFrom('outbox_mails').select('props').where('thread', 'like', 'update:%').where('person_id', '=', world.focal.id).orderBy('created_at', 'desc').execute();
    expect(JSON.stringify((await mails())[0]?.props)).toContain(ref);
    const subject = await subjectOf(world, ref);
    expect(codesOf(await returnUpdate(permit(updatePolicy.return, world.officer, subject), { now: world.later }, '  '))).toEqual(['reporting:problems.reason_needed']);
    valueOf(await returnUpdate(permit(updatePolicy.return, world.officer, subject), { now: world.later }, 'Are these schools or classrooms?'));
    expect(JSON.stringify((await mails())[0]?.props)).toContain('Are these schools or classrooms?');
    valueOf(await reported(world, ref, '21'));
    expect(await updatesOf(ref)).toMatchObject([{ status: 'submitted', returned_reason: null, version: 3 }]);
  });

  it('can be kept unfinished, and is not lost to another hand', async () => {
    const ref = await published(world);
    valueOf(await saveUpdate(permit(updatePolicy.write, world.focal, await subjectOf(world, ref)), { now: world.later }, said([], { seen: 0 })));
    expect(await updatesOf(ref)).toMatchObject([{ status: 'draft', submitted_at: null }]);
    expect(codesOf(await reported(world, ref, '20', { seen: 0 }, world.deputy))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await reported(world, ref, '20', { seen: 1 }, world.deputy));
  });

  it('keeps a goal that was not assessed as missing with its reason, and no other commitment’s goal', async () => {
    const ref = await published(world);
    const [foreign] = await goalsOf(await published(world));
    valueOf(await reported(world, ref, null));
    const subject = await subjectOf(world, ref);
    const values = await database().selectFrom('goal_values').selectAll().where('progress_update_id', '=', subject.id).execute();
    expect(values).toMatchObject([{ value: null, missing: 'not_counted' }]);
    valueOf(await returnUpdate(permit(updatePolicy.return, world.officer, subject), { now: world.later }, 'Once more'));
    const form = said([{ goal_id: foreign?.id ?? '', value: '5', missing: null }]);
    valueOf(await saveUpdate(permit(updatePolicy.write, world.focal, await subjectOf(world, ref)), { now: world.later }, form));
    expect(await database().selectFrom('goal_values').selectAll().where('progress_update_id', '=', subject.id).execute()).toEqual([]);
  });

  it('takes evidence by its address, and then is checked when it is accepted', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20', { evidence: [{ title: 'Register 2026', url: 'https://example.org/register', file: null }] }));
    valueOf(await accept(ref));
    expect(await updatesOf(ref)).toMatchObject([{ verification: 'secretariat_checked' }]);
  });

  it('is counted on the home page as checked from the moment at which it is', async () => {
    const told = async () => countStandings(anyone, { language: 'en', now: world.later });
    const before = await told();
    const ref = await published(world);
    valueOf(await reported(world, ref, '120'));
    valueOf(await accept(ref));
    const reportedOn = await told();
    expect([reportedOn.total - before.total, reportedOn.updated - before.updated, reportedOn.checked - before.checked]).toEqual([1, 1, 0]);
    const verify = (verification: string) => database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update progress_updates u set verification = ${verification} from commitments c where c.id = u.commitment_id and c.ref = ${ref}`.execute(tx);
    });
    await verify('independently_verified');
    expect((await told()).checked - before.checked).toBe(1);
    await verify('self_reported');
    expect(await told()).toEqual(reportedOn);
  });
});

describe('a cycle that is closed', () => {
  it.each(['2026-02-28', '2027-01-16'])('takes nothing on %s', async (day) => {
    const ref = await published(world);
    expect(codesOf(await reported(world, ref, '20', { as_of: '2026-02-01' }, world.focal, at(day).now))).toEqual(['reporting:problems.cycle_closed']);
  });
  it('still takes what is late in its grace', async () => {
    const ref = await published(world);
    expect((await reported(world, ref, '20', {}, world.focal, at('2027-01-15').now)).ok).toBe(true);
  });
  it('takes no value of a day that is still to come', async () => {
    const ref = await published(world);
    expect(codesOf(await reported(world, ref, '20', { as_of: '2026-10-06' }))).toEqual(['reporting:problems.as_of_in_future']);
  });
  it('takes no value of a day before it was promised or began', async () => {
    const ref = await published(world);
    expect(codesOf(await reported(world, ref, '20', { as_of: '2016-09-30' }))).toEqual(['reporting:problems.as_of_before_start']);
  });
});

describe('CO-6 final states', () => {
  it('take no updates', async () => {
    const ref = await published(world);
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), { now: world.later }, 'The money was not granted.'));
    expect(codesOf(await reported(world, ref, '20'))).toEqual(['reporting:problems.takes_no_updates']);
  });
  it('take none either where one was sent back before the end', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20'));
    valueOf(await returnUpdate(permit(updatePolicy.return, world.officer, await subjectOf(world, ref)), { now: world.later }, 'Which schools?'));
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), { now: world.later }, 'The money was not granted.'));
    expect(codesOf(await reported(world, ref, '21'))).toEqual(['reporting:problems.takes_no_updates']);
  });
  it('are as little due as what was published after the updates were', async () => {
    const ref = await published(world, { now: at('2026-12-05').now });
    expect(codesOf(await reported(world, ref, '20', {}, world.focal, at('2026-12-10').now))).toEqual(['reporting:problems.takes_no_updates']);
  });
});

describe('nobody accepts their own', () => {
  it('by the policy', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20', {}, world.officer));
    const subject = await subjectOf(world, ref);
    expect(may(updatePolicy.accept, world.officer, subject)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(updatePolicy.return, world.officer, subject)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(updatePolicy.accept, world.focal, subject)).toEqual({ allowed: false, reason: 'access:reasons.not_your_role' });
    const tied = { ...world.reviewer, affiliations: [{ organisation_id: world.organisation, current: false }] };
    expect(may(updatePolicy.accept, tied, subject)).toEqual({ allowed: false, reason: 'access:reasons.not_independent' });
    valueOf(await accept(ref, world.reviewer));
  });
  it('by the database, whatever the code does', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20'));
    const { id } = await subjectOf(world, ref);
    const write = database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"job"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('progress_updates').set({ status: 'accepted', accepted_by: world.focal.id }).where('id', '=', id).execute();
    });
    await expect(write).rejects.toMatchObject({ constraint_name: 'progress_updates_another_accepts' });
  });
  it('is decided again on the locked row: of two who accept at once, one is refused', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '20'));
    const both = await Promise.allSettled([accept(ref, world.officer), accept(ref, world.second)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('what has finished or stopped', () => {
  it('is closed by acceptance where its goals agree', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '141', { answer: 'finished', completion: 'complete' }));
    expect(valueOf(await accept(ref))).toMatchObject({ closed: true });
    expect((await healthOf(ref)).status).toBe('reached_on_time');
  });
  it('stays open where they do not, or where the one who accepts may not close it', async () => {
    const short = await published(world);
    valueOf(await reported(world, short, '90', { answer: 'finished' }));
    expect(valueOf(await accept(short))).toMatchObject({ closed: false });
    expect((await healthOf(short)).status).toBe('published');
    const reviewed = await published(world);
    valueOf(await reported(world, reviewed, '141', { answer: 'finished' }));
    expect(valueOf(await accept(reviewed, world.reviewer))).toMatchObject({ closed: false });
    expect((await healthOf(reviewed)).status).toBe('published');
    valueOf(await finishCommitment(permit(commitmentPolicy.finish, world.officer, await refOf(reviewed)), { now: world.later }, { reached_on: '2026-09-30' }));
  });
  it('is late when one of its goals was, though it ends later; a value in time counts', async () => {
    const goal = (target_on: string) => ({ statement: null, target_value: '140', unit: 'schools', target_on, baseline_value: '12', baseline_year: 2025, method: null, ascending: true });
    const finished = async (day: string) => {
      const ref = await draft(world, {});
      valueOf(await saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), { now: world.now }, undefined, { starts_on: null, goals: [goal('2026-08-31'), goal('2030-12-31')] }));
      await brought(world, ref, 'published');
      const values = (await goalsOf(ref)).map(({ id }) => ({ goal_id: id, value: '141', missing: null }));
      valueOf(await submitUpdate(permit(updatePolicy.write, world.focal, await subjectOf(world, ref)), { now: world.later }, said(values, { as_of: day })));
      valueOf(await accept(ref));
      valueOf(await finishCommitment(permit(commitmentPolicy.finish, world.officer, await refOf(ref)), { now: world.later }, { reached_on: '2026-09-30' }));
      return (await healthOf(ref)).status;
    };
    expect([await finished('2026-09-30'), await finished('2026-08-30')]).toEqual(['reached_late', 'reached_on_time']);
  });
  it('is not reached when it stopped before its target', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '40', { answer: 'stopped' }));
    expect(valueOf(await accept(ref))).toMatchObject({ closed: true });
    expect((await healthOf(ref)).status).toBe('not_reached');
  });
});
