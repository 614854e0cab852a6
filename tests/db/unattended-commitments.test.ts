import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { attentionTo } from '#app/commitments/attention/queries.server';
import { createDraft } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { tellOfUnattendedCommitments, unattendedCommitments } from '#app/commitments/attention/unattended.server';
import { allCommitments } from '#app/commitments/list/export.server';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments } from '#app/commitments/list/queries.server';
import { findCommitment } from '#app/commitments/record/queries.server';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { memberList } from '#app/members/organisations/list';
import { listMembers } from '#app/members/organisations/queries.server';
import { endRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { roleSubject } from '#app/members/people/roles/queries.server';
import { platform } from '#app/members/people/roles/model';
import { database } from '#app/platform/database.server';
import { boardOf } from '#app/reporting/cycles/queries.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { readState } from '#app/table/state';
import { desk, give, person, story, valueOf } from './accounts-world';
import { what } from './commitments-world';
import { openReporting, published, type ReportingWorld } from './reporting-world';

/** What a coalition promised while somebody spoke for it, and what is said when nobody does any more. */
describe('commitments that nobody looks after', () => {
  let world: ReportingWorld;
  let ref: string;
  const day = (text: string) => new Date(`${text}T08:00:00Z`);
  const view = (now: Date) => ({ language: 'en' as const, now });
  const listed = async (query: string, now: Date, viewer: Actor = anyone) => (await listCommitments(viewer, readState(commitmentList, new URLSearchParams(query)), view(now))).rows;
  const told = async () => (await database().selectFrom('outbox_mails').select('recipient').where('idempotency_key', 'like', 'unattended\\_commitments%').orderBy('id').execute()).map(({ recipient }) => recipient).toSorted();

  beforeAll(async () => {
    world = await openReporting();
    // The reporting world's own focal point has mail; the other two who speak for the organisation go first.
    const others = await database().selectFrom('roles').select(['id', 'person_id', 'role']).where('organisation_id', '=', world.organisation).where('person_id', '<>', world.focal.id).where('role', 'in', ['focal_point', 'deputy_focal_point']).execute();
    ref = await published(world);
    valueOf(await admitMember(permit(membershipPolicy.admit, story, { coalition_id: world.coalition, organisation_id: world.organisation }), { now: world.now }, { category: 'full', joined_on: '2026-03-02' }));
    for (const one of others) await ended(one.person_id, one.role as 'focal_point', one.id, day('2026-03-05'));
    await give(await person('Olga', world.now, { mail: 'admin@harbour.example', organisation_id: world.organisation }), 'org_admin', world.now, { organisation_id: world.organisation });
    await give(await person('Sam', world.now, { mail: 'sam@desk.example' }), 'secretariat_officer', world.now, { coalition_id: world.coalition });
  });
  afterAll(() => world.close());
  async function ended(person_id: string, role: 'focal_point', role_id: string, now: Date): Promise<void> {
    valueOf(await endRole(permit(rolePolicy.end, await desk(), await roleSubject(person_id, role, { ...platform, organisation_id: world.organisation })), { now }, { role_id, reason: 'left' }));
  }
  const says = async (now: Date) => {
    const { rows } = await listMembers(anyone, readState(memberList, new URLSearchParams('standing=unattended')), { ...view(now) });
    const board = await boardOf(permit(cyclePolicy.board, world.officer, { ...world.cycle, coalition_id: world.coalition, year: 2026, due_on: '2026-11-30' }), view(now));
    const file: (boolean | null)[] = [];
    for await (const row of allCommitments(world.officer, {}, view(now))) file.push(row.attended);
    return {
      mark: (await listed('', now)).map(({ attended }) => attended), filter: (await listed('attended=no', now)).length, other: (await listed('attended=yes', now)).length,
      board: board.map(({ unattended }) => unattended), file, alone: (await unattendedCommitments(database(), now)).length, members: rows.length,
    };
  };
  const attended = { mark: [true], filter: 0, other: 1, board: [false], file: [true], alone: 0, members: 0 };
  const alone = { mark: [false], filter: 1, other: 0, board: [true], file: [false], alone: 1, members: 1 };

  it('is one answer on the list, its filter and file, the board, the page and in letters: role, affiliation and suspension alike', async () => {
    const now = day('2026-04-01');
    expect(await says(now)).toEqual(attended);
    const set = (statement: ReturnType<typeof sql>) => database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await statement.execute(tx);
    });
    // The affiliation ends.
    await set(sql`update affiliations set until_on = '2026-03-31' where person_id = ${world.focal.id}`);
    expect(await says(now)).toEqual(alone);
    await set(sql`update affiliations set until_on = null where person_id = ${world.focal.id}`);
    // They are suspended.
    await set(sql`update people set suspended_at = '2026-03-20', suspended_reason = 'x' where id = ${world.focal.id}`);
    expect(await says(now)).toEqual(alone);
    expect(await unattendedCommitments(database(), now)).toMatchObject([{ since: '2026-03-20', count: 1, titles: [`${ref} Connect 140 schools`] }]);
    await set(sql`update people set suspended_at = null, suspended_reason = null where id = ${world.focal.id}`);
    expect(await says(now)).toEqual(attended);
  });

  it('asks of a country whether it has a focal point or coordinator', async () => {
    const { ref: own } = valueOf(await createDraft(permit(commitmentPolicy.create, world.coordinator, { coalition_id: world.coalition, lead_organisation_id: null, lead_country_iso2: 'KE' }), { now: world.now }, what(world)));
    const found = async (now: Date) => (await listed('attended=no&lead=KE', now, world.officer)).map((row) => row.ref);
    expect(await found(day('2026-04-01'))).toEqual([]);
    const until = (end: string | null) => database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update roles set ends_at = ${end} where country_iso2 = 'KE'`.execute(tx);
    });
    await until('2026-04-02');
    expect(await found(day('2026-04-01'))).toEqual([]);
    expect(await found(day('2026-04-03'))).toEqual([own]);
    await until(null);
  });

  it('says on the page who looks after it, by name only where they agreed, and leads those who may to the hand-over', async () => {
    const now = day('2026-04-01');
    const attention = async (viewer: Actor) => attentionTo(viewer, (await findCommitment(viewer, ref, view(now)))!, view(now));
    const { ref: organisation } = await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow();
    expect(await attention(anyone)).toEqual({ people: [{ role: 'focal_point', name: null }], since: null, handOver: null });
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('people').set({ publish_name: true }).where('id', '=', world.focal.id).execute();
    });
    expect(await attention(world.stranger)).toEqual({ people: [{ role: 'focal_point', name: 'Amina Wekesa' }], since: null, handOver: null });
    expect((await attention(world.focal)).handOver).toBe(organisation);
  });

  it('is told of up the line after 30, 60 and 90 days, by name, once at each level', async () => {
    const national = valueOf(await formCoalition(permit(coalitionPolicy.form, story, { parent_id: null }), { now: world.now }, { slug: 'above', kind: 'thematic', country_iso2: null, texts: { en: { name: 'Above', mandate: null } } }));
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update coalitions set parent_id = ${national.id} where id = ${world.coalition}`.execute(tx);
    });
    await give(await person('Ada', world.now, { mail: 'ada@above.example' }), 'secretariat_lead', world.now, { coalition_id: national.id });
    const { ref: draft } = valueOf(await createDraft(permit(commitmentPolicy.create, world.focal, { coalition_id: world.coalition, lead_organisation_id: world.organisation, lead_country_iso2: null }), { now: world.now }, what(world, { title: 'Not yet said' })));
    const { id } = await database().selectFrom('roles').select('id').where('person_id', '=', world.focal.id).where('role', '=', 'focal_point').executeTakeFirstOrThrow();
    await ended(world.focal.id, 'focal_point', id, day('2026-05-01'));
    const after = async (text: string) => {
      await tellOfUnattendedCommitments(day(text));
      await tellOfUnattendedCommitments(day(text));
      return told();
    };
    expect(await after('2026-05-30')).toEqual([]);
    expect(await after('2026-05-31')).toEqual(['admin@harbour.example']);
    expect(await after('2026-06-29')).toEqual(['admin@harbour.example']);
    expect(await after('2026-06-30')).toEqual(['admin@harbour.example', 'sam@desk.example']);
    expect(await after('2026-07-30')).toEqual(['ada@above.example', 'admin@harbour.example', 'sam@desk.example']);
    // Whoever comes later is not told of what others were told of.
    await give(await person('New', world.now, { mail: 'new@desk.example' }), 'secretariat_officer', world.now, { coalition_id: world.coalition });
    expect(await after('2026-12-30')).toHaveLength(3);
    // What the mark stands beside is what letters speak of, drafts among it; above are named only those that everybody reads.
    const { ref: lead } = await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow();
    expect((await listed(`attended=no&lead=${lead}`, day('2026-06-01'), world.officer)).map((row) => row.ref).toSorted()).toEqual([ref, draft].toSorted());
    const letter = async (recipient: string) => JSON.stringify((await database().selectFrom('outbox_mails').select('props').where('recipient', '=', recipient).where('idempotency_key', 'like', 'unattended%').executeTakeFirstOrThrow()).props);
    expect(await letter('admin@harbour.example')).toMatch(new RegExp(`nobody looks after 2 commitments.*${ref} Connect 140 schools.*${draft} Not yet said`));
    expect(await letter('ada@above.example')).toMatch(new RegExp(`nobody looks after 2 commitments.*${ref} Connect 140 schools`));
    expect(await letter('ada@above.example')).not.toContain('Not yet said');
    const viewed = await attentionTo(anyone, (await findCommitment(anyone, ref, view(day('2026-06-01'))))!, view(day('2026-06-01')));
    expect(viewed).toEqual({ people: [], since: '2026-05-01', handOver: null });
  });

  it('passes over a level at which nobody can be reached, and tells the next one once', async () => {
    const again = await personActor(await person('Noor', day('2026-12-31'), { mail: 'noor@harbour.example', organisation_id: world.organisation }), day('2026-12-31'));
    const role = await give(again.id, 'focal_point', day('2026-12-31'), { organisation_id: world.organisation });
    await ended(again.id, 'focal_point', role, day('2027-01-10'));
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update roles set ends_at = '2027-01-01' where role = 'org_admin'`.execute(tx);
    });
    await tellOfUnattendedCommitments(day('2027-02-09'));
    expect((await told()).filter((address) => address === 'sam@desk.example')).toHaveLength(2);
    await tellOfUnattendedCommitments(day('2027-03-11'));
    expect((await told()).filter((address) => address === 'sam@desk.example')).toHaveLength(2);
    expect(await told()).toHaveLength(5);
  });
});
