import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { addDays, dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { openCycles } from '#app/reporting/cycles/day.server';
import { extendCycle } from '#app/reporting/cycles/extensions/operations.server';
import { silentLeads } from '#app/reporting/cycles/nudges/leads.server';
import { nudgeSilent } from '#app/reporting/cycles/nudges/operations.server';
import { remindOfCycles } from '#app/reporting/cycles/nudges/reminders.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { boardOf, findCycle, totalOf, type CycleRecord } from '#app/reporting/cycles/queries.server';
import { endException, exceptFromCycle, settleCycle, type CycleSettings } from '#app/reporting/cycles/settings.server';
import { nextUpdateOn } from '#app/reporting/updates/next.server';
import { acceptPassed, passedOf } from '#app/reporting/updates/passed.server';
import { listReviews } from '#app/reporting/updates/queries.server';
import { give, person, valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { codesOf, cycleForm, openReporting, published, reported, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
beforeEach(async () => {
  await world?.close();
  world = await openReporting();
});
afterAll(() => world.close());

const cycle = async (): Promise<CycleRecord> => {
  const found = await findCycle(world.officer, world.cycle.ref, 'en');
  if (found === undefined) throw new Error('no cycle');
  return found;
};
const at = (day: string, hour = '09:00'): Date => new Date(`${day}T${hour}:00Z`);
const board = async () => totalOf(await boardOf(permit(cyclePolicy.board, world.officer, await cycle()), { language: 'en', now: world.later }));
const settled = (more: Partial<CycleSettings> = {}): CycleSettings => {
  const { year: _, ...days } = cycleForm;
  return { ...days, types: null, questions: ['narrative', 'barriers', 'enablers', 'equity', 'also_reported_to'], required: [], languages: ['en'], ...more };
};
const settle = async (more: Partial<CycleSettings>) => {
  const known = await cycle();
  return settleCycle(permit(cyclePolicy.settle, world.officer, known), { now: world.later }, known.version, settled(more));
};
const extend = async (ref: string, until_on: string, now = world.later, seen = 0) => extendCycle(permit(cyclePolicy.extend, world.officer, { ...(await cycle()), ...(await refOf(ref)), id: world.cycle.id }), { now }, seen, { until_on, reason: 'The ministry was closed.' });
const reminders = async () => (await database().selectFrom('cycle_nudges').select(['person_id', 'stage']).orderBy('nudged_at').orderBy('stage').execute()).map(({ stage }) => stage);
const byHand = (change: RawBuilder<unknown>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await change.execute(tx);
});
const letters = async () => (await database().selectFrom('outbox_mails').select('idempotency_key').where('idempotency_key', 'like', 'cycle-reminder:%').execute()).length;

describe('whom a cycle asks (CY-1)', () => {
  it('follows its rule and its exceptions, and the rule again once an exception is taken back', async () => {
    const [one, two] = [await published(world), await published(world)];
    await byHand(sql`update commitments set type = 'policy' where ref = ${two}`);
    const type = (await database().selectFrom('commitments').select('type').where('ref', '=', one).executeTakeFirstOrThrow()).type;
    expect((await board()).expected).toBe(2);
    expect((await settle({ types: [type as 'finance'] })).ok).toBe(true);
    expect((await board()).expected).toBe(1);
    const except = async (commitment: string, expected: boolean) => exceptFromCycle(permit(cyclePolicy.except, world.officer, await cycle()), { now: world.later }, { commitment, expected, reason: 'As agreed.' });
    valueOf(await except(two.toLowerCase(), true));
    expect((await board()).expected).toBe(2);
    valueOf(await except(one, false));
    expect((await board()).expected).toBe(1);
    expect(codesOf(await reported(world, one, '60'))).toEqual(['reporting:problems.takes_no_updates']);
    valueOf(await endException(permit(cyclePolicy.except, world.officer, await cycle()), { now: world.later }, (await refOf(one)).id));
    expect((await reported(world, one, '60')).ok).toBe(true);
    expect(codesOf(await except('CMT-1999-0001', true))).toEqual(['reporting:problems.no_commitment']);
  });

  it('is changed by one editor at a time', async () => {
    const known = await cycle();
    const change = () => settleCycle(permit(cyclePolicy.settle, world.officer, known), { now: world.later }, known.version, settled({ languages: ['fr'] }));
    valueOf(await change());
    expect(codesOf(await change())).toEqual(['form:problems.changed_meanwhile']);
    expect((await cycle()).languages).toEqual(['fr']);
  });

  it('wants what it wants to be told, but of "nothing changed" (CY-2)', async () => {
    const ref = await published(world);
    valueOf(await settle({ required: ['equity'] }));
    expect(codesOf(await reported(world, ref, '60'))).toEqual(['reporting:problems.question_needed']);
    expect((await reported(world, ref, '60', { answer: 'nothing_changed' })).ok).toBe(true);
  });
});

describe('more time (CY-3)', () => {
  it('lets a lead send to the last minute of its day, when the cycle has locked for others', async () => {
    const [one, two] = [await published(world), await published(world)];
    const after = (time: string) => new Date(`2027-02-10T${time}Z`);
    expect(codesOf(await reported(world, one, '60', {}, world.focal, after('23:59:59')))).toEqual(['reporting:problems.cycle_closed']);
    valueOf(await extend(one, '2027-02-10'));
    expect((await reported(world, one, '60', {}, world.focal, after('23:59:59'))).ok).toBe(true);
    expect(codesOf(await reported(world, two, '60', {}, world.focal, new Date('2027-02-11T00:00:00Z')))).toEqual(['reporting:problems.cycle_closed']);
    const mails = await database().selectFrom('outbox_mails').select('props').where('idempotency_key', 'like', 'cycle-extended:%').execute();
    expect(mails.map(({ props }) => (props as { subject: string }).subject)).toEqual(['More time until 10 February 2027: your annual update 2026']);
  });

  it('ends after the day of all, and not in the past; of two who give it the second sees the first', async () => {
    const one = await published(world);
    expect(codesOf(await extend(one, '2026-11-30'))).toEqual(['reporting:problems.extension_early']);
    expect(codesOf(await extend(one, '2026-12-24', at('2026-12-25')))).toEqual(['reporting:problems.extension_past']);
    valueOf(await extend(one, '2026-12-24'));
    expect(codesOf(await extend(one, '2026-12-28'))).toEqual(['form:problems.changed_meanwhile']);
    expect((await extend(one, '2026-12-28', world.later, 1)).ok).toBe(true);
  });
});

describe('reminders by the clock (CY-4)', () => {
  it('come once for each stage, also when nobody was awake on its day, and never twice', async () => {
    await published(world);
    await remindOfCycles(at('2026-10-30'));
    expect(await reminders()).toEqual([]);
    // 31 October is 30 days before; nobody ran until 3 November.
    await remindOfCycles(at('2026-11-03'));
    await remindOfCycles(at('2026-11-03', '23:00'));
    await Promise.all([remindOfCycles(at('2026-11-04')), remindOfCycles(at('2026-11-04'))]);
    expect(await reminders()).toEqual(['before_30']);
    expect(await letters()).toBe(1);
    for (const day of ['2026-11-23', '2026-12-02', '2026-12-03', '2026-12-13', '2026-12-14', '2026-12-15']) await remindOfCycles(at(day));
    expect(await reminders()).toEqual(['before_30', 'before_7', 'after_3', 'after_14']);
  });

  it('go to nobody who is done, nor after the cycle has locked', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '60'));
    await remindOfCycles(at('2026-11-23'));
    expect(await reminders()).toEqual([]);
    await published(world);
    await remindOfCycles(at('2027-01-16'));
    expect(await reminders()).toEqual([]);
  });

  it('rest for a week: who was reminded by hand is reminded by the clock when the week is over', async () => {
    const ref = await published(world);
    const { ref: party } = (await silentLeads(database(), await cycle(), at('2026-11-20')))[0] ?? { ref: '' };
    const outcome = valueOf(await nudgeSilent(permit(cyclePolicy.nudge, world.officer, await cycle()), { now: at('2026-11-20') }, [party], 'Please.'));
    expect(outcome).toEqual({ leads: 1, told: 1 });
    // A second press finds nobody who has rested.
    expect(valueOf(await nudgeSilent(permit(cyclePolicy.nudge, world.officer, await cycle()), { now: at('2026-11-21') }, [party], null))).toEqual({ leads: 0, told: 0 });
    await remindOfCycles(at('2026-11-24'));
    expect(await reminders()).toEqual(['asked']);
    await remindOfCycles(at('2026-11-27'));
    expect(await reminders()).toEqual(['asked', 'before_7']);
    expect(ref).toMatch(/^CMT-/);
  });

  it('follow the day of a lead that got more time', async () => {
    const ref = await published(world);
    valueOf(await extend(ref, '2027-01-10'));
    await remindOfCycles(at('2026-12-03'));
    expect(await reminders()).toEqual([]);
    await remindOfCycles(at('2026-12-11'));
    expect(await reminders()).toEqual(['before_30']);
  });

  it('go up the line: to those who administer the lead, then to the secretariat', async () => {
    await published(world);
    const admin = await person('Ada Admin', world.now, { mail: 'ada@harbour.example', organisation_id: world.organisation });
    await give(admin, 'org_admin', world.now, { organisation_id: world.organisation });
    await remindOfCycles(at('2026-12-21'));
    const rows = await database().selectFrom('cycle_nudges').select(['person_id', 'stage']).execute();
    expect(rows).toEqual([{ person_id: admin, stage: 'line_21' }]);
  });

  it('ask further up at once where nobody speaks for the lead', async () => {
    await published(world);
    const admin = await person('Ada Admin', world.now, { mail: 'ada@harbour.example', organisation_id: world.organisation });
    await give(admin, 'org_admin', world.now, { organisation_id: world.organisation });
    await byHand(sql`update roles set ends_at = ${at('2026-11-01')} where role in ('focal_point', 'deputy_focal_point')`);
    await remindOfCycles(at('2026-11-23'));
    expect(await database().selectFrom('cycle_nudges').select(['person_id', 'stage']).execute()).toEqual([{ person_id: admin, stage: 'before_7' }]);
  });
});

describe('the days of a cycle are those of its coalition (CY-7)', () => {
  const live = (zone: string) => byHand(sql`update coalitions set time_zone = ${zone} where id = ${world.coalition}::uuid`);

  // The cycle locks at the end of 15 January: in Auckland (UTC+13 then) at 11:00 UTC, in Honolulu (UTC-10) at 10:00 UTC on the 16th.
  it.each([
    ['Pacific/Auckland', '2027-01-15T10:59:59.999Z', '2027-01-15T11:00:00Z'],
    ['Pacific/Honolulu', '2027-01-16T09:59:59.999Z', '2027-01-16T10:00:00Z'],
    ['Asia/Kathmandu', '2027-01-15T18:14:59.999Z', '2027-01-15T18:15:00Z'],
  ])('updates are taken to the last moment of the last day in %s', async (zone, last, over) => {
    const [one, two] = [await published(world), await published(world)];
    await live(zone);
    const said = dayOf(new Date(last), zone);
    expect((await reported(world, one, '60', { as_of: said }, world.focal, new Date(last))).ok).toBe(true);
    expect(await openCycles(database(), new Date(last))).toHaveLength(1);
    expect(codesOf(await reported(world, two, '60', {}, world.focal, new Date(over)))).toEqual(['reporting:problems.cycle_closed']);
    expect(await openCycles(database(), new Date(over))).toEqual([]);
    expect(await nextUpdateOn((await refOf(two)).id, { language: 'en', now: new Date(last) })).toBe(cycleForm.due_on);
    expect(await nextUpdateOn((await refOf(two)).id, { language: 'en', now: new Date(over) })).toBe(null);
  });

  it('more time ends there, and is not given to a day that is over there', async () => {
    const [one, two] = [await published(world), await published(world)];
    await live('Pacific/Auckland');
    // 11:00 UTC is the next day there.
    expect(codesOf(await extend(one, '2026-12-24', new Date('2026-12-24T11:00:00Z')))).toEqual(['reporting:problems.extension_past']);
    valueOf(await extend(one, '2027-02-10', new Date('2026-12-24T10:59:00Z')));
    expect((await reported(world, one, '60', {}, world.focal, new Date('2027-02-10T10:59:59Z'))).ok).toBe(true);
    expect(codesOf(await reported(world, two, '60', {}, world.focal, new Date('2027-02-10T11:00:00Z')))).toEqual(['reporting:problems.cycle_closed']);
  });

  it('reminders come on the day there, over 29 February', async () => {
    await published(world);
    await live('Pacific/Auckland');
    // 30 days before 30 March 2028 is 29 February 2028, which begins in Auckland at 11:00 UTC on the 28th.
    valueOf(await settle({ opens_on: '2027-12-01', due_on: '2028-03-30', grace_on: '2028-04-10', lock_on: '2028-05-01' }));
    await remindOfCycles(new Date('2028-02-28T10:59:59Z'));
    expect(await reminders()).toEqual([]);
    await remindOfCycles(new Date('2028-02-28T11:00:00Z'));
    expect(await reminders()).toEqual(['before_30']);
    await remindOfCycles(new Date('2028-02-29T23:00:00Z'));
    expect(await reminders()).toEqual(['before_30']);
  });

  it('what was published on the day on which updates are due is asked for, what came after it is not', async () => {
    const ref = await published(world);
    const { published_at } = await database().selectFrom('commitments').select('published_at').where('ref', '=', ref).executeTakeFirstOrThrow();
    // Early in the day of UTC, and still the day before in Honolulu.
    const before = dayOf(published_at ?? world.now, 'Pacific/Honolulu');
    expect(before < dayOf(published_at ?? world.now)).toBe(true);
    valueOf(await settle({ opens_on: '2025-01-01', due_on: before }));
    expect((await board()).expected).toBe(0);
    await live('Pacific/Honolulu');
    expect((await board()).expected).toBe(1);
    valueOf(await settle({ opens_on: '2025-01-01', due_on: addDays(before, -1) }));
    expect((await board()).expected).toBe(0);
  });
});

it('accepts in one go what passed every check, and nothing that its reader wrote or that has ended', async () => {
  const refs = [await published(world), await published(world), await published(world)];
  const evidence = [{ title: 'Count of schools', url: 'https://harbour.example/count', file: null }];
  const [one = '', two = '', three = ''] = refs;
  valueOf(await reported(world, one, '60', { evidence }));
  valueOf(await reported(world, two, '70', { evidence, answer: 'finished', completion: 'complete' }));
  valueOf(await reported(world, three, '2000', { evidence }));
  const reviews = async () => (await listReviews(permit(cyclePolicy.board, world.officer, await cycle()), { language: 'en', now: world.later })).reviews;
  const passed = passedOf(world.officer, await reviews());
  expect(passed.map(({ ref, why }) => [ref, why])).toEqual([[one, null]]);
  expect(await acceptPassed(world.officer, { now: world.later }, await reviews(), [`${one}:99`, `${three}:1`])).toBe(0);
  expect(await acceptPassed(world.officer, { now: world.later }, await reviews(), passed.map(({ seen }) => seen))).toBe(1);
  expect((await reviews()).map(({ ref }) => ref).toSorted()).toEqual([two, three].toSorted());
  expect(dayOf(world.later)).toBe('2026-10-05');
});
