import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { launchesOf, reportsNotLaunched, reportsToLaunch } from '#app/working-groups/agenda/reports.server';
import { conveneSession, removeAgendaItem } from '#app/working-groups/operations.server';
import { proposalsFor } from '#app/working-groups/planning/queries.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { agendaOf } from '#app/working-groups/sessions/record.server';
import { valueOf } from './accounts-world';
import { item, itemsOf, meeting, openGroup, planned, sessionRef, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let report: string;
beforeAll(async () => {
  world = await openGroup(new Date('2026-03-02T09:00:00Z'), { kind: 'plenary', notice_days: 0 });
  report = await written();
});
afterAll(() => world.close());

const view = { language: 'en', now: new Date('2026-03-02T09:00:00Z') } as const;
const offered = async (viewer: Actor) => (await proposalsFor(viewer, world.group, view)).filter(({ why }) => why === 'launch').map((one) => one.item);

describe('launching a report', () => {
  it('one that is being written is offered and named to those who serve the coalition alone, and leads nowhere', async () => {
    expect(await offered(world.chair)).toEqual([]);
    expect(await reportsToLaunch(world.chair, world.group, null, view)).toEqual([]);
    expect(await offered(world.officer)).toMatchObject([{ title: 'Launch: Annual report 2025', report_id: report }]);
    const { id, ref } = await planned(world, meeting({ agenda: [item('The report', { report_id: report })] }));
    expect([await launchesOf(anyone, 'AR-2025', view), await launchesOf(world.chair, 'AR-2025', view)]).toMatchObject([[], [{ ref }]]);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }));
    const named = async (viewer: Actor) => (await agendaOf(viewer, (await findSession(viewer, ref, view))!, view))[0]?.report;
    expect(await named(anyone)).toBeNull();
    expect(await named(world.chair)).toBeNull();
    // A page of the report names the session to whoever may see it.
    expect(await launchesOf(anyone, 'AR-2025', view)).toMatchObject([{ ref }]);
    expect(await named(world.officer)).toMatchObject({ title: 'Annual report 2025', out: false });
    // Who edits the item keeps what it launches.
    expect(await reportsToLaunch(world.chair, world.group, report, view)).toMatchObject([{ id: report }]);

    await byStory(sql`update reports set status = 'published', published_at = ${view.now} where id = ${report}`);
    expect(await named(anyone)).toMatchObject({ ref: 'AR-2025', title: 'Annual report 2025', out: true });
    expect(await reportsToLaunch(world.chair, world.group, null, view)).toMatchObject([{ id: report, out: true }]);
    await byStory(sql`update reports set embargo_until = ${new Date(view.now.getTime() + 1000)} where id = ${report}`);
    expect(await named(anyone)).toBeNull();
    await byStory(sql`update reports set embargo_until = null where id = ${report}`);
  });

  it('is offered once: as long as it stands on no agenda', async () => {
    expect(await reportsNotLaunched(world.chair, world.group.id, view)).toEqual([]);
    const corrected = newId();
    await byStory(sql`insert into reports (id, ref, cycle_id, status, edition, corrects_id) select ${corrected}, ref, cycle_id, 'drafting', 2, id from reports where id = ${report}`);
    expect(await reportsNotLaunched(world.officer, world.group.id, view)).toEqual([]);
    await byStory(sql`delete from reports where id = ${corrected}`);
    const { id } = await sessionWith(report);
    valueOf(await removeAgendaItem(permit(sessionPolicy.prepare, world.chair, await sessionRef(id)), { now: world.now }, (await itemsOf(id))[0]?.id ?? ''));
    expect((await reportsNotLaunched(world.chair, world.group.id, view)).map((one) => one.id)).toEqual([report]);
  });
});

async function sessionWith(report_id: string): Promise<{ id: string }> {
  return (await sql<{ id: string }>`select session_id as id from agenda_items where report_id = ${report_id}`.execute(database())).rows[0] ?? { id: '' };
}

async function byStory(statement: ReturnType<typeof sql>): Promise<void> {
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await statement.execute(tx);
  });
}

/** A report that its coalition is still writing. */
async function written(): Promise<string> {
  const [cycle, id] = [newId(), newId()];
  await byStory(sql`insert into cycles (id, ref, coalition_id, year, opens_on, due_on, grace_on, lock_on) values (${cycle}, 'CYC-2025', ${world.group.coalition_id}, 2025, '2025-01-01', '2025-02-01', '2025-02-15', '2025-03-01')`);
  await byStory(sql`insert into reports (id, ref, cycle_id, status) values (${id}, 'AR-2025', ${cycle}, 'drafting')`);
  await byStory(sql`insert into report_texts (report_id, language, title) values (${id}, 'en', 'Annual report 2025')`);
  return id;
}
