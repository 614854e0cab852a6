import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, releaseMigrations } from '#db/migrate';
import { openTestDatabase } from '#tests/harness/database';

/** Notes that were one text with their item become rows of their own (0079), none of them lost, altered or put in another order. */
let owner: postgres.Sql;
let sql: postgres.Sql;
const name = `notes_${process.pid}_${Date.now()}`;
const group = '0199a000-0000-7000-8000-000000000001';
const [met, under] = ['0199a000-0000-7000-8000-000000000002', '0199a000-0000-7000-8000-000000000003'];
const item = (nth: number) => `0199a000-0000-7000-8000-0000000000${String(nth + 10)}`;

beforeAll(async () => {
  const { ownerUrl: own } = await openTestDatabase();
  owner = postgres(own, { max: 1, onnotice: () => undefined });
  await owner`create database ${owner(name)} template template0`;
  const ownerUrl = Object.assign(new URL(own), { pathname: `/${name}` }).href;
  await migrate({ ownerUrl, migrations: Object.fromEntries(Object.entries(releaseMigrations).filter(([one]) => one < '0079')) });
  sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  await sql`select set_config('concord.actor', '{"kind":"system","name":"console"}', false)`;
  await sql`insert into coalitions (id, slug, kind, status) values (${group}, 'notes', 'global', 'active')`;
  await sql`insert into working_groups (id, ref, coalition_id, kind, status) values (${group}, 'WG-01', ${group}, 'working_group', 'active')`;
  const session = { working_group_id: group, title: 'Session', time_zone: 'UTC', mode: 'remote', quorum_share: '50', decision_rule: 'consensus' };
  await sql`insert into sessions ${sql([
    { ...session, id: met, ref: 'WG-01-S01', number: 1, starts_at: '2026-03-02T13:00Z', ends_at: '2026-03-02T14:00Z', wall_clock_start: '2026-03-02T13:00', status: 'adjourned', convened_at: '2026-02-01T09:00Z', started_at: '2026-03-02T13:02Z', adjourned_at: '2026-03-02T14:05Z' },
    { ...session, id: under, ref: 'WG-01-S02', number: 2, starts_at: '2026-04-02T13:00Z', ends_at: '2026-04-02T14:00Z', wall_clock_start: '2026-04-02T13:00', status: 'in_progress', convened_at: '2026-03-03T09:00Z', started_at: '2026-04-02T13:01Z', adjourned_at: null },
  ])}`;
  await sql`insert into agenda_items ${sql([
    { id: item(1), session_id: met, position: 1, title: 'Opening', kind: 'information', outcome: 'treated', ended_at: '2026-03-02T13:20Z', notes: 'Welcomed.\n\nA line\nand the next.\n\n\n\nClosed.' },
    { id: item(2), session_id: met, position: 2, title: 'Never ended', kind: 'discussion', outcome: 'deferred', ended_at: null, notes: '  Kept as it was written.  ' },
    { id: item(3), session_id: met, position: 3, title: 'Empty', kind: 'discussion', outcome: 'treated', ended_at: '2026-03-02T13:40Z', notes: ' \n\n ' },
    { id: item(4), session_id: met, position: 4, title: 'None', kind: 'discussion', outcome: 'treated', ended_at: '2026-03-02T13:50Z', notes: null },
    { id: item(5), session_id: under, position: 1, title: 'Now', kind: 'discussion', outcome: null, ended_at: null, notes: 'Being said.' },
  ])}`;
  await migrate({ ownerUrl });
});
afterAll(async () => {
  await sql.end();
  await owner`drop database ${owner(name)} with (force)`;
  await owner.end();
});

describe('the notes of agendas from before', () => {
  it('are rows, one for each paragraph, in their order and at the moment that is known of their item', async () => {
    const rows = await sql<{ title: string; text: string; written_by: string | null; at: string }[]>`
      select i.title, n.text, n.written_by, to_char(n.written_at at time zone 'UTC', 'MM-DD HH24:MI') as at from agenda_notes n join agenda_items i on i.id = n.agenda_item_id and i.session_id = n.session_id order by i.id, n.written_at`;
    expect(rows.map(({ title, text, written_by, at }) => [title, text, written_by, at])).toEqual([
      ['Opening', 'Welcomed.', null, '03-02 13:20'], ['Opening', 'A line\nand the next.', null, '03-02 13:20'], ['Opening', 'Closed.', null, '03-02 13:20'],
      ['Never ended', '  Kept as it was written.  ', null, '03-02 14:05'], ['Now', 'Being said.', null, '04-02 13:01'],
    ]);
  });
  it('stay as they are from then on', async () => {
    await expect(sql`update agenda_notes set text = 'Otherwise'`).rejects.toThrow();
    await expect(sql`delete from agenda_notes`).rejects.toThrow();
    expect(await sql`select from agenda_notes`).toHaveLength(5);
  });
});
