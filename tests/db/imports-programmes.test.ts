import { sql } from 'kysely';
import { parse } from 'yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { checkFile, importFile, type GivenSource } from '#app/open-data/imports/operations.server';
import { errorsOf } from '#app/open-data/imports/queries.server';
import { database } from '#app/platform/database.server';
import { charterGroup } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { findSession, listSessions } from '#app/working-groups/sessions/queries.server';
import { sessionFileColumns } from '#app/working-groups/sessions/columns';
import { sessionList } from '#app/working-groups/sessions/list';
import { readState } from '#app/table/state';
import { realFilesMissing } from '#db/reference/real-files';
import { sourceFile } from '#tests/harness/source-files';
import { valueOf } from './accounts-world';
import { apply, now, openImports, outcomeOf, recordOf, run, standing, type ImportsWorld } from './imports-world';
import { charter } from './working-groups-world';

const large = 'handout/sessions/cop24_side_events_unfccc.yaml';
const small = 'handout/sessions/cop24_side_events_brasil.yaml';
const zone = 'Europe/Warsaw';

interface Event { readonly title: string; readonly start: string; readonly end?: string; readonly location?: string; readonly links?: readonly { href: string }[] }
const eventsOf = (name: string): Event[] => parse(sourceFile(name).toString());

let world: ImportsWorld;
let group: { id: string; ref: string; coalition_id: string };
beforeAll(async () => {
  world = await openImports();
  group = await groupOf('plenary', 'Annual meeting');
});
afterAll(() => world.close());

async function groupOf(kind: 'plenary' | 'working_group', name: string) {
  const { coalition_id } = world;
  return { ...valueOf(await charterGroup(permit(groupPolicy.charter, world.officer, { coalition_id }), { now }, { ...charter, kind, texts: { en: { name, mandate: null } } })), coalition_id };
}
const given = (content: string | Uint8Array, asked: GivenSource['programme'] = { group: group.ref, zone }): GivenSource => ({ name: 'programme.yaml', bytes: typeof content === 'string' ? Buffer.from(content) : content, kind: null, programme: asked });
const take = (content: string | Uint8Array, asked?: GivenSource['programme'], at = now) => importFile(run(world.officer), { now: at }, given(content, asked));
const view = { language: 'en', now } as const;
const stored = async (groupId: string) => (await sql<{ title: string; starts: string; ends: string | null; place: string | null; links: number; status: string; mode: string | null; number: number; ref: string }>`
  select s.title, to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as starts, to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as ends, s.place, s.status, s.mode, s.number, s.ref,
    (select count(*)::int from session_links l where l.session_id = s.id) as links
  from sessions s where s.working_group_id = ${groupId} order by s.number`.execute(database())).rows;
const item = (title: string, start: string, more = '') => `- title: ${title}\n  start: ${start}\n${more}`;

describe.skipIf(realFilesMissing !== null)(`programmes of an event${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  it('come in as sessions of the group that was chosen, at the hours of the zone that was asked for', async () => {
    const [first, second] = [eventsOf(large), eventsOf(small)];
    expect([first.length, second.length]).toEqual([289, 43]);
    expect(outcomeOf(await take(sourceFile(large)))).toEqual([289, 0, 0, 0]);
    expect(outcomeOf(await take(sourceFile(small)))).toEqual([43, 0, 0, 0]);
    // Warsaw is an hour ahead of UTC in December: counted here by hand, not by the product's calendar.
    const hourEarlier = (clock: string) => new Date(Date.parse(`${clock.replace(' ', 'T')}Z`) - 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    const said = [...first, ...second].map((event) => ({
      title: event.title, starts: hourEarlier(event.start), ends: event.end === undefined ? null : hourEarlier(event.end), place: event.location ?? null, links: event.links?.length ?? 0, status: 'published', mode: null,
    }));
    const rows = await stored(group.id);
    const key = (row: { title: string; starts: string }) => `${row.starts} ${row.title}`;
    const byKey = <Row extends { title: string; starts: string }>(list: readonly Row[]) => list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(byKey(rows.map(({ number: _number, ref: _ref, ...row }) => row))).toEqual(byKey(said));
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 332 }, (_, at) => at + 1));
    expect(await stored((await groupOf('plenary', 'Another')).id)).toEqual([]);
  });

  it('again they change nothing; in another zone every session is at another time', async () => {
    const before = await standing();
    expect(outcomeOf(await take(sourceFile(large)))).toEqual([0, 0, 289, 0]);
    expect(await standing()).toEqual(before);
    expect(outcomeOf(await take(sourceFile(small), { group: group.ref, zone: 'America/Sao_Paulo' }))).toEqual([0, 43, 0, 0]);
    expect(outcomeOf(await take(sourceFile(small)))).toEqual([0, 43, 0, 0]);
  });

  it('are read and found by everybody, with what they are about and what lies beside them', async () => {
    const [event] = eventsOf(large).filter(({ links = [] }) => links.length > 3);
    const state = readState(sessionList, new URLSearchParams({ q: event?.title ?? '' }));
    const found = (await listSessions(anyone, state, view)).rows.find(({ title }) => title === event?.title);
    expect(await findSession(anyone, found?.ref ?? '', view)).toMatchObject({ title: event?.title, mode: null, links: event?.links?.map(({ href }) => ({ href })), description: expect.stringMatching(/\w/) });
  });
});

describe('a programme', () => {
  let own: typeof group;
  beforeEach(async () => { own = await groupOf('working_group', 'Own'); });

  it('is refused where the group or the zone is not told: neither is guessed', async () => {
    const before = await standing();
    const fields = async (asked: GivenSource['programme']) => {
      const result = await take(item('Opening', '2026-03-02 09:00'), asked);
      return result.ok ? 'taken' : result.problems.map(({ field }) => field);
    };
    expect(await fields({ group: null, zone: null })).toEqual(['group', 'zone']);
    expect(await fields({ group: 'WG-99', zone })).toEqual(['group']);
    expect(await fields({ group: own.ref, zone: 'Warsaw' })).toEqual(['zone']);
    const elsewhere = await checkFile(run(world.officer), { now }, { name: 'a.yaml', bytes: Buffer.from(item('Opening', '2026-03-02 09:00')), kind: 'sessions' });
    expect(elsewhere.ok).toBe(false);
    expect(await standing()).toEqual(before);
  });

  it('keeps a missing end missing, and one that is not after the start too', async () => {
    const text = item('No end', '2024-03-02 09:00') + item('Same', '2024-03-02 10:00:00', '  end: 2024-03-02 10:00:00\n') + item('Ahead', '2026-03-02T11:00', '  end: 2026-03-02 12:30\n');
    expect(outcomeOf(await take(text, { group: own.ref, zone: 'Asia/Kathmandu' }))).toEqual([3, 0, 0, 0]);
    expect((await stored(own.id)).map(({ title, starts, ends, status }) => ({ title, starts, ends, status }))).toEqual([
      { title: 'No end', starts: '2024-03-02 03:15', ends: null, status: 'published' }, { title: 'Same', starts: '2024-03-02 04:15', ends: null, status: 'published' },
      { title: 'Ahead', starts: '2026-03-02 05:15', ends: '2026-03-02 06:45', status: 'convened' },
    ]);
    const { rows } = await listSessions(anyone, readState(sessionList, new URLSearchParams({ group: own.ref })), view);
    const file = rows.map((row) => Object.fromEntries(sessionFileColumns.map(({ header, value }) => [header, value(row)])));
    expect(file.find(({ title }) => title === 'No end')).toMatchObject({ starts_at: '2024-03-02T03:15:00.000Z', ends_at: null, time_zone: 'Asia/Kathmandu', mode: null });
    expect(await database().selectFrom('outbox_mails').select('id').execute()).toEqual([]);
  });

  it('with errors has them all, by line, and the rest comes in', async () => {
    const text = item('Good', '2024-03-02 09:00') + item('Zoned', '2024-03-02T09:00:00Z') + '- start: 2024-03-02 10:00\n- word\n' + item('No such day', '2024-02-30 10:00');
    const taken = valueOf(await take(text, { group: own.ref, zone }));
    expect(taken.counts).toMatchObject({ read: 5, new: 1, inError: 4 });
    expect((await errorsOf(world.officer, taken.id)).map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual(['3 start time-invalid', '5 title required', '6 null not-fields', '7 start time-invalid']);
  });

  it('that says otherwise later is followed, unless people have worked on the session here', async () => {
    const text = (hour: string) => item('First', `2026-03-02 ${hour}`) + item('Second', `2026-03-03 ${hour}`);
    valueOf(await take(text('09:00'), { group: own.ref, zone }));
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('sessions').set({ version: 2, title: 'First, as the chair calls it' }).where('working_group_id', '=', own.id).where('number', '=', 1).execute();
    });
    const checked = valueOf(await checkFile(run(world.officer), { now }, given(text('10:00'), { group: own.ref, zone })));
    expect((await stored(own.id)).map(({ starts }) => starts)).toEqual(['2026-03-02 08:00', '2026-03-03 08:00']);
    expect(outcomeOf(await apply(world.officer, checked.id))).toEqual([0, 2, 0, 0]);
    expect(await recordOf(world.officer, checked.id)).toMatchObject({ group: own.ref, time_zone: zone, outcome: { questions: [{ code: 'edited', count: 1 }] } });
    expect((await stored(own.id)).map(({ title, starts }) => `${starts} ${title}`)).toEqual(['2026-03-02 08:00 First, as the chair calls it', '2026-03-03 09:00 Second']);
  });

  it('two meetings of one title are two, and what grows by itself is refused', async () => {
    expect(outcomeOf(await take(item('Lunch', '2024-03-02 12:00') + item('Lunch', '2024-03-03 12:00'), { group: own.ref, zone }))).toEqual([2, 0, 0, 0]);
    const grown = ['- title: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefgh'.split('').map((name, at) => `  ${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[at]}`).join(', ')}]`), '  start: 2024-03-02 12:00'].join('\n');
    const result = await take(grown, { group: own.ref, zone });
    expect(result.ok ? null : result.problems.map(({ code }) => code)).toEqual(['open-data:imports.problems.list-damaged']);
  });
});
