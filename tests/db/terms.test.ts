import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Forbidden, permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { charterGroup, circulateMinutes, composeMinutes, conveneSession, openProcedure, writeTerms } from '#app/working-groups/operations.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { minutesRefOf } from '#app/working-groups/minutes/lock.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { termsOfSession } from '#app/working-groups/sessions/quorum.server';
import { termsOn } from '#app/working-groups/terms/in-force.server';
import { versionOn } from '#app/working-groups/terms/model';
import type { TermsForm } from '#app/working-groups/terms/operations.server';
import { termsPolicy } from '#app/working-groups/terms/policy';
import { latestTerms, termsVersions } from '#app/working-groups/terms/queries.server';
import { charter, desk, heldSession, item, meeting, openGroup, planned, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

/** The clock of the world stands at 2 March 2026. */
let world: GroupWorld;
beforeAll(async () => { world = await openGroup(); });
afterAll(async () => { await world.close(); });

const at = () => ({ now: world.now });
const write = (group = world.group) => permit(termsPolicy.write, world.officer, group);
const form = (more: Partial<TermsForm> = {}): TermsForm => ({
  from_on: '2026-04-01', cadence: 'monthly', quorum_share: '60', decision_rule: 'majority', notice_days: 7, correction_days: 3, minimums: [{ constituency: 'private', seats: 4 }],
  texts: [{ language: 'en', text: 'Counts schools.', note: 'Fewer days of notice.' }, { language: 'fr', text: null, note: null }], ...more,
});
const codes = (result: Result<unknown>): unknown => (result.ok ? [] : result.problems.map(({ code, field }) => `${code.replace(/^.*:/, '')} ${field ?? ''}`));
const letters = async () => (await sql<{ person_id: string; subject: string; props: string }>`select person_id, props->>'subject' as subject, props::text as props from outbox_mails where thread like 'terms:%'`.execute(database())).rows;
/** A group of its own, with its first version since 1 January. */
async function another() {
  const made = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: world.group.coalition_id }), at(), { ...charter, texts: { en: { name: 'Another group', mandate: null } } }));
  return { ...made, coalition_id: world.group.coalition_id };
}

describe('terms of reference', () => {
  it('are written by the secretariat, not by the group, and refused at the field where they do not fit', async () => {
    expect(() => permit(termsPolicy.write, world.chair, world.group)).toThrow(Forbidden);
    expect(codes(await writeTerms(write(), at(), 1, form({ from_on: '2026-03-01' })))).toEqual(['terms.wrong.day from_on']);
    expect(codes(await writeTerms(write(), at(), 2, form()))).toEqual(['problems.changed_meanwhile ']);
    const { version: _, ...now } = await latestTerms(database(), world.group.id);
    expect(codes(await writeTerms(write(), at(), 1, { ...now, from_on: '2026-04-01', quorum_share: '50', texts: [{ language: 'en', text: null, note: 'Nothing at all.' }] }))).toEqual(['terms.wrong.same ']);
    expect(await termsVersions(world.officer, world.group.id, { language: 'en', now: world.now })).toHaveLength(1);
  });

  it('change from a day on, and everybody on a seat is told what changes, once', async () => {
    const submission = newId();
    for (const _ of [1, 2]) expect(await writeTerms(write(), { now: world.now, submission }, 1, form())).toEqual({ ok: true, value: { version: 2 } });
    expect(await termsOn(database(), world.group.id, '2026-03-31')).toMatchObject({ version: 1, quorum_share: '50.00', minimums: [] });
    expect(await termsOn(database(), world.group.id, '2026-04-01')).toEqual({ version: 2, from_on: '2026-04-01', cadence: 'monthly', quorum_share: '60.00', decision_rule: 'majority', notice_days: 7, correction_days: 3, minimums: [{ constituency: 'private', seats: 4 }] });
    const seated = [...world.seats, world.observer].flatMap(({ holder, alternate }) => [holder, alternate]);
    const told = await letters();
    expect(told.map(({ person_id }) => person_id).toSorted()).toEqual(seated.toSorted());
    expect(told[0]?.subject).toContain('1 April 2026');
    for (const said of ['Fewer days of notice.', '14 days before a session', '7 days before a session', 'at least 4 voting seats present']) expect(told[0]?.props).toContain(said);
    // The group’s own page tells the version of today, also when that day has come.
    expect(await findGroup(world.chair, world.group.ref, { language: 'en', now: world.now })).toMatchObject({ terms_version: 1, notice_days: 14 });
    expect(await findGroup(world.chair, world.group.ref, { language: 'en', now: new Date('2026-04-02T00:00:00Z') })).toMatchObject({ terms_version: 2, notice_days: 7, minimums: [{ constituency: 'private', seats: 4 }] });
  });

  it('are never rewritten; a version that has not begun is overtaken by a later one', async () => {
    const group = await another();
    valueOf(await writeTerms(write(group), at(), 1, form({ from_on: '2026-06-01' })));
    valueOf(await writeTerms(write(group), at(), 2, form({ from_on: '2026-05-01', quorum_share: '75' })));
    expect((await termsOn(database(), group.id, '2026-06-01')).version).toBe(3);
    for (const table of ['working_group_terms', 'working_group_term_texts', 'working_group_minimums']) {
      await expect(database().transaction().execute(async (tx) => {
        await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
        await sql`update ${sql.table(table)} set version = version where working_group_id = ${group.id}`.execute(tx);
      }), table).rejects.toThrow('append-only');
    }
    await expect(database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`insert into working_group_terms (working_group_id, version, from_on, cadence, quorum_share, decision_rule, notice_days, correction_days, written_at) values (${group.id}, 4, '2026-03-01', 'monthly', 1, 'majority', 0, 1, ${world.now})`.execute(tx);
    })).rejects.toThrow('working_group_terms_from');
  });

  it('of two who write at once one is kept and the other told to look again', async () => {
    const group = await another();
    const results = await Promise.all(['55', '65'].map((quorum_share) => writeTerms(write(group), at(), 1, form({ quorum_share }))));
    expect(results.map(codes).toSorted()).toEqual([[], ['problems.changed_meanwhile ']]);
    expect((await latestTerms(database(), group.id)).version).toBe(2);
  });

  it('the database and the pages find the same version on any day', async () => {
    const group = await another();
    for (const [seen, from_on] of [[1, '2026-06-01'], [2, '2026-05-01'], [3, '2026-05-01'], [4, '2026-03-02'], [5, '2026-08-01']] as const) valueOf(await writeTerms(write(group), at(), seen, form({ from_on, quorum_share: String(50 + seen) })));
    const versions = await termsVersions(world.officer, group.id, { language: 'en', now: world.now });
    for (let day = '2025-12-01'; day < '2026-10-01'; day = addDays(day, 1)) expect((await termsOn(database(), group.id, day)).version, day).toBe(versionOn(versions, day)?.version);
  });
});

describe('what reads the terms', () => {
  it('a session takes those of its own day at its start, with minimums; later versions change nothing about it', async () => {
    const before = await started(world, meeting({ wall_clock_start: '2026-03-31T16:00' }), new Date('2026-03-31T13:00:00Z'));
    const after = await started(world, meeting({ wall_clock_start: '2026-04-01T16:00' }), new Date('2026-04-01T13:00:00Z'));
    const kept = (id: string) => database().selectFrom('sessions').select(['terms_version', 'quorum_share', 'decision_rule']).where('id', '=', id).executeTakeFirst();
    expect(await kept(before.id)).toEqual({ terms_version: 1, quorum_share: '50.00', decision_rule: 'consensus' });
    expect(await kept(after.id)).toEqual({ terms_version: 2, quorum_share: '60.00', decision_rule: 'majority' });
    expect(await termsOfSession(database(), before.id)).toEqual({ share: 50, minimums: [] });
    expect(await termsOfSession(database(), after.id)).toEqual({ share: 60, minimums: [{ constituency: 'private', seats: 4 }] });
    valueOf(await writeTerms(write(), { now: new Date('2026-04-01T15:00:00Z') }, 2, form({ from_on: '2026-04-01', quorum_share: '80', minimums: [] })));
    expect(await termsOfSession(database(), after.id)).toEqual({ share: 60, minimums: [{ constituency: 'private', seats: 4 }] });
    expect((await findSession(world.chair, after.ref, { language: 'en', now: world.now }))?.correction_days).toBe(3);
  });

  it('a session that crosses midnight elsewhere goes by the calendar of its zone', async () => {
    const group = await another();
    valueOf(await writeTerms(write(group), at(), 1, form({ minimums: [] })));
    const auckland = { now: world.now, group: { ...group }, chair: world.officer };
    // 1 April in Auckland, still 31 March in UTC.
    const { id } = await started(auckland, meeting({ time_zone: 'Pacific/Auckland', wall_clock_start: '2026-04-01T09:00' }), new Date('2026-03-31T20:00:00Z'));
    expect((await database().selectFrom('sessions').select('terms_version').where('id', '=', id).executeTakeFirst())?.terms_version).toBe(2);
  });

  it('convening asks for the notice of the day of the meeting', async () => {
    const group = await another();
    valueOf(await writeTerms(write(group), at(), 1, form({ from_on: '2026-03-10', notice_days: 5, minimums: [] })));
    const short = async (wall_clock_start: string, now: Date) => {
      const { id } = await planned({ now: world.now, group, chair: world.officer }, meeting({ wall_clock_start, agenda: [item('One')] }));
      valueOf(await conveneSession(permit(sessionPolicy.convene, world.officer, await sessionRef(id)), { now }));
      return (await database().selectFrom('sessions').select('short_notice').where('id', '=', id).executeTakeFirst())?.short_notice;
    };
    expect(await short('2026-03-09T16:00', world.now)).toBe(true);
    expect(await short('2026-03-10T16:00', world.now)).toBe(false);
    expect(await short('2026-03-10T17:00', new Date('2026-03-06T09:00:00Z'))).toBe(true);
  });

  it('a written procedure keeps share and minimums of the day on which it is opened', async () => {
    const open = (now: Date) => openProcedure(permit(procedurePolicy.open, world.officer, world.group), { now }, {
      title: 'In writing', text: 'Agreed.', reasons: 'Asked.', rule: 'majority', supersedes: null, wall_clock_close: '2026-05-01T18:00', time_zone: 'Africa/Nairobi', visibility: 'public',
    });
    const kept = (id: string) => database().selectFrom('ballots').select(['quorum_share', 'quorum_minimums']).where('id', '=', id).executeTakeFirst();
    expect(await kept(valueOf(await open(world.now)).id)).toEqual({ quorum_share: '50.00', quorum_minimums: [] });
    expect(await kept(valueOf(await open(new Date('2026-04-02T09:00:00Z'))).id)).toEqual({ quorum_share: '80.00', quorum_minimums: [] });
    valueOf(await writeTerms(write(), { now: new Date('2026-04-02T10:00:00Z') }, 3, form({ from_on: '2026-04-03' })));
    expect(await kept(valueOf(await open(new Date('2026-04-03T09:00:00Z'))).id)).toEqual({ quorum_share: '60.00', quorum_minimums: [{ constituency: 'private', seats: 4 }] });
  });

  it('minutes are open to correction for as long as the terms ask for, or longer', async () => {
    const group = await another();
    const held = await heldSession({ now: world.now, group, chair: world.officer });
    const ref = async () => minutesRefOf(database(), await sessionRef(held.id));
    valueOf(await composeMinutes(permit(minutesPolicy.compose, world.officer, await ref()), { now: held.now }, 'en'));
    const circulate = async (days: number) => circulateMinutes(permit(minutesPolicy.circulate, world.officer, await ref()), { now: held.now }, days);
    expect(codes(await circulate(4))).toEqual(['terms.wrong.window days']);
    expect((await circulate(6)).ok).toBe(true);
  });
});
