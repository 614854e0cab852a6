import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { suspendPerson } from '#app/accounts/suspension/operations.server';
import { personActor } from '#app/accounts/viewer.server';
import { approveAmendment, askAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import { findAmendment } from '#app/commitments/amendments/queries.server';
import { planMilestone, reportMilestone } from '#app/commitments/milestones/operations.server';
import { milestonePolicy } from '#app/commitments/milestones/policy';
import { withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { readersWithNews, takeDigest } from '#app/following/digest/queries.server';
import { sendDigests } from '#app/following/digest/sending.server';
import type { Rhythm, Subject } from '#app/following/model';
import { chooseRhythm, follow, stopDigests, unfollow } from '#app/following/operations.server';
import { followPolicy } from '#app/following/policy';
import { findStop, followedBy, followingOf } from '#app/following/queries.server';
import { stopSecret } from '#app/following/secret.server';
import { findSubject } from '#app/following/subjects.server';
import { personOver } from '#app/members/people/suspension/queries.server';
import { suspensionPolicy } from '#app/members/people/suspension/policy';
import { database, type Tx } from '#app/platform/database.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { contestUpdate, replyToContest, settleContest } from '#app/reporting/verification/operations.server';
import { claimPolicy } from '#app/reporting/verification/policy';
import { findClaim } from '#app/reporting/verification/queries.server';
import { desk, give, person, valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { openReporting, published, reported, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let owner: postgres.Sql;
let reader: PersonActor;
let readers = 0;
beforeAll(async () => {
  world = await openReporting();
  owner = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await owner.end();
  await world.close();
});
beforeEach(async () => {
  // Each test has the only one who follows anything.
  await owner`truncate follows, digests, follow_rhythms, outbox_mails`;
  reader = await somebody();
});

const on = (day: string, clock = '09:00') => new Date(`${day}T${clock}:00Z`);
const view = (now: Date) => ({ language: 'en' as const, now });
async function somebody(): Promise<PersonActor> {
  readers += 1;
  return personActor(await person(`Reader ${readers}`, world.now, { mail: `reader${readers}@portal.org` }), world.now);
}
const changing = (who = reader) => permit(followPolicy.change, who, { person_id: who.id });
const follows = async (subject: Subject, now = world.now, who = reader) => valueOf(await follow(permit(followPolicy.change, who, { person_id: who.id, ...subject }), { now }));
const told = async (rhythm: Rhythm, now = world.now, who = reader) => valueOf(await chooseRhythm(changing(who), { now }, rhythm));
const kenya: Subject = { kind: 'country', id: 'KE' };
const commitment = async (ref: string): Promise<Subject> => ({ kind: 'commitment', id: (await refOf(ref)).id });
interface Mail { person_id: string; thread: string; language: string; headers: Record<string, string>; props: { subject: string; entries: { title: string; url: string; lines: string[] }[] } }
const mails = async (): Promise<Mail[]> => (await sql<Mail>`select person_id, thread, language, headers, props from outbox_mails where thread like 'digest:%' order by id`.execute(database())).rows;
/** What the digest of a day says: of each commitment its reference and its lines. */
async function digest(now: Date): Promise<[string | undefined, ...string[]][]> {
  const before = (await mails()).length;
  await sendDigests(now);
  return (await mails()).slice(before).flatMap(({ props }) => props.entries.map(({ url, lines }): [string | undefined, ...string[]] => [url.split('/').at(-1), ...lines.map((line) => line.replace(/^.*?: /, ''))]));
}
const set = (write: (tx: Tx) => Promise<unknown>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await write(tx);
});
const show = (ref: string, more: { visibility?: string; embargo_until?: Date | null }) => set((tx) => tx.updateTable('commitments').set(more).where('ref', '=', ref).execute());

describe('to follow', () => {
  it('is for oneself, once for each thing, and of what one may read', async () => {
    const ref = await published(world);
    const hidden = await published(world, { form: { visibility: 'private' } });
    const at = { now: world.now };
    expect(await findSubject(reader, await commitment(ref), at)).toEqual(await commitment(ref));
    expect(await findSubject(reader, await commitment(hidden), at)).toBeUndefined();
    expect(await findSubject(world.focal, await commitment(hidden), at)).toEqual(await commitment(hidden));
    expect(await findSubject(reader, { kind: 'country', id: 'XX' }, at)).toBeUndefined();
    expect(await findSubject(reader, { kind: 'clause', id: 'P1' }, at)).toBeUndefined();
    expect(await findSubject(reader, { kind: 'clause', id: world.nodes[0]! }, at)).toEqual({ kind: 'clause', id: world.nodes[0] });
    for (const subject of [await commitment(ref), await commitment(ref), kenya, kenya, { kind: 'clause', id: world.nodes[0]! } as const]) await follows(subject);
    expect((await followedBy(reader, view(world.now))).map(({ kind, ref: said, name }) => [kind, said, name]).toSorted()).toEqual([['clause', 'P1', 'Clause P1'], ['commitment', ref, 'Connect 140 schools'], ['country', 'KE', 'Kenya']]);
    expect(() => permit(followPolicy.change, world.focal, { person_id: reader.id })).toThrow(Forbidden);
    expect(() => permit(followPolicy.change, anyone, { person_id: reader.id })).toThrow(Forbidden);
    expect(await followingOf(anyone, kenya)).toBeUndefined();
    const standing = await followingOf(reader, kenya);
    expect(standing?.follow_id).not.toBeNull();
    // Nobody stops what another follows.
    valueOf(await unfollow(permit(followPolicy.change, world.focal, { person_id: world.focal.id, follow_id: standing!.follow_id! }), at));
    expect(await followingOf(reader, kenya)).toEqual(standing);
    valueOf(await unfollow(permit(followPolicy.change, reader, { person_id: reader.id, follow_id: standing!.follow_id! }), at));
    expect(await followingOf(reader, kenya)).toEqual({ ...kenya, follow_id: null });
    // What was closed since stays in the list, without its name.
    await show(ref, { visibility: 'private' });
    expect((await followedBy(reader, view(world.now))).find(({ kind }) => kind === 'commitment')).toMatchObject({ ref: null, name: null });
    await expect(set((tx) => sql`update follows set country_iso2 = 'KE' where person_id = ${reader.id}`.execute(tx))).rejects.toThrow(/follows_one_subject/);
  });
});

describe('a digest', () => {
  it('tells what happened to what is followed, by commitment, country and clause, in the language of its reader', async () => {
    await told('daily', on('2026-10-01'));
    const ref = await published(world);
    await follows(await commitment(ref), on('2026-10-04'));
    // The update was accepted and contested, the promise amended, a milestone achieved, and the commitment withdrawn.
    valueOf(await planMilestone(permit(milestonePolicy.plan, world.focal, await refOf(ref)), { now: on('2026-10-04') }, { title: 'The first schools', due_on: '2026-12-31', goal_id: null, value: null }));
    valueOf(await reported(world, ref, '20', {}, world.focal));
    valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, ref)), { now: on('2026-10-05', '10:00') }, undefined));
    const claim = async () => (await findClaim(world.officer, ref, world.cycle.ref, view(world.later)))!;
    valueOf(await contestUpdate(permit(claimPolicy.contest, world.second, await claim()), { now: on('2026-10-05', '11:00') }, undefined, { goal: null, words: 'Eight have no power.', language: 'en' }));
    expect(await digest(on('2026-10-06', '00:10'))).toEqual([[ref, 'Update for 2026 accepted', 'The update for 2026 is contested']]);
    valueOf(await replyToContest(permit(claimPolicy.reply, world.focal, await claim()), { now: on('2026-10-06', '11:00') }, { words: 'They have now.', language: 'en' }));
    valueOf(await settleContest(permit(claimPolicy.settle, world.reviewer, await claim()), { now: on('2026-10-06', '12:00') }, { outcome: 'stands', words: 'They have.', language: 'en' }));
    const { title, action, lead, starts_on, countries, goals } = await promisedIn(database(), (await refOf(ref)).id);
    const asked = { title, action, lead: lead.ref, starts_on, countries, goals: goals.map(({ id: _, ...one }) => ({ ...one, target_value: '120' })), reason: 'The tender gave fewer schools.' };
    valueOf(await askAmendment(permit(amendmentPolicy.ask, world.focal, await refOf(ref)), { now: on('2026-10-06', '13:00') }, undefined, asked));
    const amendment = (await findAmendment(world.auditor, ref, '1', view(on('2026-10-06', '13:30'))))!;
    valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.reviewer, amendment.decided), { now: on('2026-10-06', '14:00') }));
    const [milestone] = await database().selectFrom('milestones').select('id').where('commitment_id', '=', (await refOf(ref)).id).execute();
    valueOf(await reportMilestone(permit(milestonePolicy.report, world.focal, { ...(await refOf(ref)), milestone_id: milestone!.id }), { now: on('2026-10-06', '15:00') }, undefined, { status: 'achieved', achieved_on: '2026-10-06', note: null }));
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), { now: on('2026-10-06', '16:00') }, 'The money was not granted.'));
    await set((tx) => tx.updateTable('people').set({ language: 'ar' }).where('id', '=', reader.id).execute());
    expect(await digest(on('2026-10-07', '00:10'))).toEqual([[ref, 'حُسم الاعتراض: تحديث عام 2026 قائم', 'أُقرّ تعديل على الوعد', 'تحققت المرحلة: The first schools', 'سُحب']]);
    expect((await mails()).map(({ props, language, headers }) => [language, props.subject, headers['List-Unsubscribe-Post']])).toEqual([
      ['en', '1 commitment that you follow has news', 'List-Unsubscribe=One-Click'], ['ar', 'جديد في التزام تتابعه', 'List-Unsubscribe=One-Click'],
    ]);
    expect((await mails())[0]?.headers['List-Unsubscribe']).toMatch(/^<http.*\/following\/stop\/.*\?lang=en>$/);
  });

  it('tells of new promises for a country and under a clause, once each, and of nothing before it was followed', async () => {
    await told('daily', on('2026-05-01'));
    await published(world, { now: on('2026-05-01', '08:00') });
    await follows(kenya, on('2026-05-01'));
    await follows({ kind: 'clause', id: world.nodes[0]! }, on('2026-05-02'));
    const elsewhere = await published(world, { now: on('2026-05-02', '08:00'), form: { countries: [{ country_iso2: 'UG', share: null }] } });
    const both = await published(world, { now: on('2026-05-02', '10:00') });
    const clause = await published(world, { now: on('2026-05-02', '11:00'), form: { countries: [{ country_iso2: 'UG', share: null }] } });
    expect(await digest(on('2026-05-03', '00:10'))).toEqual([[clause, 'Published'], [both, 'Published']]);
    expect(elsewhere).not.toBe(clause);
    expect(await digest(on('2026-05-04', '00:10'))).toEqual([]);
  });

  it('holds nothing that its reader may not read when it is sent: private, of the coalition, under embargo, closed meanwhile; and what was opened meanwhile', async () => {
    await told('daily', on('2026-06-01'));
    await follows(kenya, on('2026-06-01'));
    const now = on('2026-06-01', '10:00');
    await published(world, { now, form: { visibility: 'private' } });
    const inside = await published(world, { now, form: { visibility: 'coalition' } });
    const embargoed = await published(world, { now, form: { embargo_until: '2026-06-02T12:00:00Z' } });
    const [closed, opened] = [await published(world, { now }), await published(world, { now, form: { visibility: 'private' } })];
    await show(closed, { visibility: 'private' });
    await show(opened, { visibility: 'public' });
    const member = await somebody();
    const role_id = await give(member.id, 'reviewer', world.now, { coalition_id: world.coalition });
    await told('daily', on('2026-06-01'), member);
    await follows(kenya, on('2026-06-01'), member);
    await sendDigests(on('2026-06-02', '00:10'));
    const said = async (who: PersonActor) => (await mails()).filter(({ person_id }) => person_id === who.id).map(({ props }) => props.entries.map(({ url }) => url.split('/').at(-1)).toSorted());
    expect(await said(reader)).toEqual([[opened]]);
    expect(await said(member)).toEqual([[inside, opened].toSorted()]);
    // The embargo ends; the role of the other has ended before what happens next inside the coalition.
    await set((tx) => tx.updateTable('roles').set({ ends_at: on('2026-06-02', '09:00') }).where('id', '=', role_id).execute());
    await published(world, { now: on('2026-06-02', '10:00'), form: { visibility: 'coalition' } });
    await sendDigests(on('2026-06-03', '00:10'));
    expect(await said(reader)).toEqual([[opened], [embargoed]]);
    expect(await said(member)).toEqual([[inside, opened].toSorted(), [embargoed]]);
  });

  it('comes at the rhythm that was chosen, on its first day or after, and none when nothing happened', async () => {
    // 1 July is a Wednesday; a week begins on Monday the 6th.
    await follows(kenya, on('2026-07-01'));
    const first = await published(world, { now: on('2026-07-01', '12:00') });
    expect(await digest(on('2026-07-05'))).toEqual([]);
    expect(await digest(on('2026-07-07'))).toEqual([[first, 'Published']]);
    const second = await published(world, { now: on('2026-07-07', '12:00') });
    expect(await digest(on('2026-07-08'))).toEqual([]);
    await told('daily', on('2026-07-08'));
    expect(await digest(on('2026-07-08', '10:00'))).toEqual([[second, 'Published']]);
    await told('monthly', on('2026-07-08', '11:00'));
    const third = await published(world, { now: on('2026-07-08', '12:00') });
    expect(await digest(on('2026-07-31'))).toEqual([]);
    expect(await digest(on('2026-08-01', '00:01'))).toEqual([[third, 'Published']]);
    // A quiet month is over: what happens in the next one waits for its end.
    expect(await digest(on('2026-09-01'))).toEqual([]);
    const fourth = await published(world, { now: on('2026-09-02', '12:00') });
    expect(await digest(on('2026-09-03'))).toEqual([]);
    expect(await digest(on('2026-10-01'))).toEqual([[fourth, 'Published']]);
  });

  it('ends at once with the rhythm none, and what waits is called off; who begins again hears of what comes', async () => {
    await told('daily', on('2026-08-01'));
    await follows(kenya, on('2026-08-01'));
    await published(world, { now: on('2026-08-01', '12:00') });
    expect(await digest(on('2026-08-02'))).toHaveLength(1);
    const states = async () => (await database().selectFrom('outbox_mails').select('status').where('thread', '=', `digest:${reader.id}`).execute()).map(({ status }) => status);
    expect(await states()).toEqual(['queued']);
    const found = await findStop(stopSecret(reader.id));
    expect(found).toEqual({ person_id: reader.id, rhythm: 'daily' });
    expect(await findStop(stopSecret(world.focal.id))).toBeUndefined();
    valueOf(await stopDigests(permit(followPolicy.stop, anyone, found!), { now: on('2026-08-02', '10:00') }));
    expect(await states()).toEqual(['failed']);
    await published(world, { now: on('2026-08-02', '12:00') });
    expect(await digest(on('2026-08-03'))).toEqual([]);
    await told('daily', on('2026-08-04'));
    const after = await published(world, { now: on('2026-08-04', '12:00') });
    expect(await digest(on('2026-08-05'))).toEqual([[after, 'Published']]);
    // The secret itself is nowhere.
    const { secret_hash } = await database().selectFrom('digests').select('secret_hash').where('person_id', '=', reader.id).executeTakeFirstOrThrow();
    expect(secret_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await mails())).not.toContain(stopSecret(reader.id));
  });

  it('does not reach who is suspended', async () => {
    await told('daily', on('2026-08-10'));
    await follows(kenya, on('2026-08-10'));
    await published(world, { now: on('2026-08-10', '12:00') });
    valueOf(await suspendPerson(permit(suspensionPolicy.suspend, await desk(), await personOver(reader.id, on('2026-08-10', '13:00'))), { now: on('2026-08-10', '13:00') }, { reason: 'Left.' }));
    expect(await digest(on('2026-08-11'))).toEqual([]);
  });

  it('is sent once by two workers, and once when one dies between the letter and the note', async () => {
    await told('daily', on('2026-08-20'));
    await follows(kenya, on('2026-08-20'));
    await published(world, { now: on('2026-08-20', '12:00') });
    await owner.unsafe(`create function digests_die() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
      create trigger digests_die before update on digests for each row when (new.sent_at is distinct from old.sent_at) execute function digests_die()`);
    await expect(sendDigests(on('2026-08-21'))).rejects.toThrow(/1 digests were not sent/);
    await owner.unsafe('drop trigger digests_die on digests; drop function digests_die()');
    expect(await mails()).toEqual([]);
    // What one worker has in hand, another leaves alone.
    const both = await database().transaction().execute(async (tx) => [await takeDigest(tx, reader.id, on('2026-08-21')), await database().transaction().execute((other) => takeDigest(other, reader.id, on('2026-08-21')))]);
    expect(both).toMatchObject([{ rhythm: 'daily' }, undefined]);
    await Promise.all([1, 2, 3, 4].map(() => sendDigests(on('2026-08-21', '09:01'))));
    expect(await mails()).toHaveLength(1);
    // Even where the note is lost, the same time has one letter.
    await owner`update digests set told_on = '2026-08-20', told_until = ${on('2026-08-20').toISOString()}`;
    await sendDigests(on('2026-08-21', '09:02'));
    expect(await mails()).toHaveLength(1);
  });

  it('costs one question for all who follow, whatever they follow', async () => {
    const ref = await published(world, { now: on('2026-09-10') });
    const quiet = await published(world, { now: on('2026-09-10') });
    const [busyId, quietId] = [(await refOf(ref)).id, (await refOf(quiet)).id];
    const many = 2000;
    await owner.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`;
      await tx`insert into people (id, name, language, time_zone) select gen_random_uuid(), 'Follower ' || n, 'en', 'UTC' from generate_series(1, ${many}::int) n`;
      await tx`insert into person_mails (address, person_id) select replace(lower(name), ' ', '') || '@portal.org', id from people where name like 'Follower %'`;
      await tx`insert into follow_rhythms (person_id, rhythm) select id, 'daily' from people where name like 'Follower %'`;
      await tx`insert into digests (person_id, told_until, told_on, secret_hash) select id, '2026-09-11', '2026-09-11', encode(sha256(id::text::bytea), 'hex') from people where name like 'Follower %'`;
      // All but ten follow what is quiet, ten what has news.
      await tx`insert into follows (id, person_id, commitment_id, since) select gen_random_uuid(), id, case when right(name, 3) = '100' or name like 'Follower 20_' and right(name, 1) < '8' then ${busyId}::uuid else ${quietId}::uuid end, '2026-09-10' from people where name like 'Follower %'`;
    });
    await owner`analyze follows`;
    const busy = Number((await owner`select count(*) as n from follows where commitment_id = ${busyId}`)[0]?.['n']);
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), { now: on('2026-09-11', '12:00') }, 'The money was not granted.'));
    const begun = performance.now();
    expect(await readersWithNews(on('2026-09-12'))).toHaveLength(busy);
    const asked = performance.now() - begun;
    const [{ n: looked } = { n: 0 }] = await owner<{ n: number }[]>`select count(*)::int as n from digests where told_on = '2026-09-12'`;
    expect(looked).toBe(many - busy);
    await sendDigests(on('2026-09-12', '09:01'));
    expect(await mails()).toHaveLength(busy);
    process.stdout.write(`digests: ${many} followers asked in ${asked.toFixed(0)} ms, ${busy} of them written to in ${(performance.now() - begun - asked).toFixed(0)} ms\n`);
    expect(asked).toBeLessThan(2000);
  });
});
