import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import express from 'express';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { permit } from '#app/access/permit';
import { beginLogin, endLogin } from '#app/accounts/login/login.server';
import { hashOf } from '#app/accounts/secrets.server';
import { connect, database, databaseByKey, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { addNote, charterGroup, conveneSession } from '#app/working-groups/operations.server';
import { liveStreams, openLive } from '#app/working-groups/live/stream.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { openTestDatabase } from '#tests/harness/database';
import { charter, desk, endSeat, itemsOf, openGroup, planned, running, seat, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

/** LV-1, LV-4, LV-5: streams over a real line, from a process that learns of changes from the database alone. */
let world: GroupWorld;
let stopLive: () => Promise<void>;
let server: Server;
let elsewhere: ReturnType<typeof connect>;
let session: { readonly id: string; readonly ref: string; readonly now: Date };
let cookie: { readonly [who: string]: string };
const lookMs = 20_000;

beforeAll(async () => {
  const { appUrl } = await openTestDatabase();
  world = await openGroup();
  elsewhere = connect(appUrl, { connections: 1 });
  server = createServer(express().use(liveStreams)).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await elsewhere.destroy();
  await world.close();
});
beforeEach(async () => {
  // Only the look at who may still watch is put under the test's clock.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  stopLive = await openLive();
  session = await started(world);
  cookie = {
    member: await signedIn(world.seats[0]?.holder), observer: await signedIn(world.observer.alternate), officer: await signedIn(world.officer.id), stranger: await signedIn(world.stranger.id),
  };
});
afterEach(async () => {
  open.forEach((one) => one.message.destroy());
  open.clear();
  await stopLive();
  vi.useRealTimers();
});

const signedIn = async (id = '') => (await beginLogin(id, undefined, new Date())).split(';')[0] ?? '';

interface Line {
  readonly message: IncomingMessage;
  text: string;
  ended: boolean;
}
const open = new Set<Line>();

async function ask(who: string | undefined, ref: string, query = ''): Promise<IncomingMessage> {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const request = get({ host: '127.0.0.1', port, path: `/sessions/${ref}/stream${query}`, headers: who === undefined ? {} : { cookie: who }, agent: false });
  const [message] = await once(request, 'response') as [IncomingMessage];
  return message;
}

async function watch(who = '', query = '', { reads = true } = {}): Promise<Line> {
  const message = await ask(who, session.ref, query);
  expect(message.statusCode).toBe(200);
  const line: Line = { message, text: '', ended: false };
  open.add(line);
  message.on('error', () => undefined);
  message.once('close', () => { line.ended = true; });
  if (reads) message.setEncoding('utf8').on('data', (part: string) => { line.text += part; });
  if (reads) await vi.waitFor(() => expect(line.text).toContain('data:'), 3000);
  return line;
}

async function statusOf(who: string | undefined, ref = session.ref): Promise<number | undefined> {
  const message = await ask(who, ref);
  message.destroy();
  return message.statusCode;
}

/** A change as another process makes it: nothing of this process has a part in it. */
async function changeElsewhere(change: (tx: Tx) => Promise<unknown>): Promise<void> {
  await elsewhere.transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await change(tx);
  });
}
const noteIn = async (tx: Tx, text: string) => {
  const item = await tx.selectFrom('agenda_items').select('id').where('session_id', '=', session.id).where('position', '=', 1).executeTakeFirstOrThrow();
  await tx.insertInto('agenda_notes').values({ id: newId(), session_id: session.id, agenda_item_id: item.id, text, written_at: session.now }).execute();
};
const noteElsewhere = (text: string) => changeElsewhere((tx) => noteIn(tx, text));

describe('a stream', () => {
  it('tells at once what is, and within a second what another process changes, to the room and to the desk in their own way', async () => {
    const [room, french, atDesk] = [await watch(cookie['member']), await watch(cookie['observer'], '?lang=fr'), await watch(cookie['officer'], '?view=desk')];
    expect(room.text).toContain('Shared tariff template');
    const [before, begun] = [atDesk.text, Date.now()];
    await noteElsewhere('Agreed on the columns');
    await vi.waitFor(() => [room, french].forEach((one) => expect(one.text).toContain('Agreed on the columns')), 3000);
    await vi.waitFor(() => expect(atDesk.text).not.toBe(before), 3000);
    expect(Date.now() - begun).toBeLessThan(1000);
    expect(atDesk.text).not.toContain('Agreed on the columns');
    expect(atDesk.text).toContain('"parts":null');
  });

  it('is told nothing of a change that is rolled back, nor of another session', async () => {
    const room = await watch(cookie['member']);
    const before = room.text;
    await changeElsewhere((tx) => noteIn(tx, 'Never said').then(() => { throw new Error('rolled back'); })).catch(() => undefined);
    const other = await started(world);
    valueOf(await addNote(await running(world, other.id), { now: other.now }, (await itemsOf(other.id))[0]?.id ?? '', 'Said elsewhere'));
    await noteElsewhere('Said here');
    await vi.waitFor(() => expect(room.text).toContain('Said here'), 3000);
    expect(room.text.slice(before.length).match(/^data:/gm)).toHaveLength(1);
    expect(room.text).not.toMatch(/Never said|Said elsewhere/);
  });

  it('tells those who come together, as after a restart, together: what is happening is made a few times and not once for each', async () => {
    const everybody = ['member', 'observer', 'officer'].flatMap((who) => [cookie[who], cookie[who], cookie[who], cookie[who]]);
    const lines = await Promise.all(everybody.map((who) => watch(who)));
    const made = lines.map(({ text }) => Number(/"now":(\d+)/.exec(text)?.[1]));
    expect(lines.every(({ text }) => text.includes('Shared tariff template'))).toBe(true);
    expect(new Set(made).size).toBeLessThanOrEqual(4);
  });

  it('asks two questions of its own when it opens, each planned once, and none that is planned for it alone', async () => {
    const [planned, byKey] = [vi.spyOn(database().getExecutor(), 'executeQuery'), vi.spyOn(databaseByKey().getExecutor(), 'executeQuery')];
    await watch(cookie['member']);
    const forOne = planned.mock.calls.length;
    expect(byKey).toHaveBeenCalledTimes(2);
    await Promise.all(['observer', 'officer'].flatMap((who) => [1, 2, 3, 4].map(() => watch(cookie[who]))));
    expect(byKey).toHaveBeenCalledTimes(2 + 2 * 8);
    expect(planned.mock.calls.length - forOne).toBeLessThanOrEqual(3 * forOne); // what is told to them, together
    const shapes = new Set(byKey.mock.calls.map(([query]) => query.sql));
    expect(shapes.size).toBeLessThanOrEqual(3); // the same for all, but for whom the secretariat's rights let in
  });

  it('that is asked for while the process ends, ends at once and is asked for again', async () => {
    const before = await watch(cookie['member']);
    const stopping = stopLive();
    const [late] = [await ask(cookie['observer'], session.ref), await stopping];
    late.setEncoding('utf8');
    const parts: string[] = [];
    for await (const part of late) parts.push(String(part));
    expect([late.statusCode, parts.join('')]).toEqual([200, 'retry: 1000\n\n']);
    await vi.waitFor(() => expect(before.ended).toBe(true), 3000);
  });

  it('is found by nobody from outside, and under no name that is wrong or that nobody could have written', async () => {
    const outsider = (await seat({ ...world.group, id: await otherGroup() }, `Outside ${newId().slice(-6)}`, world.now)).holder;
    expect(await Promise.all([statusOf(undefined), statusOf('concord=nonsense'), statusOf(cookie['stranger']), statusOf(await signedIn(outsider))])).toEqual([404, 404, 404, 404]);
    expect(await Promise.all(['WGS-9999-1', '%E0%A4%A', encodeURIComponent("' or 1=1"), '..%2f..'].map((ref) => statusOf(cookie['member'], ref)))).toEqual([404, 404, 404, 404]);
    expect(await statusOf(cookie['member'])).toBe(200);
  });

  it('carries to nobody what the least of those who watch may not see, whoever watches first', async () => {
    const id = newId();
    await changeElsewhere(async (tx) => {
      await tx.insertInto('commitments').values({ id, ref: `CMT-2099-${Date.now()}`, coalition_id: world.group.coalition_id, lead_organisation_id: world.seats[0]?.organisation ?? null, type: 'infrastructure', language: 'en' }).execute();
      await tx.updateTable('agenda_items').set({ commitment_id: id }).where('session_id', '=', session.id).execute();
    });
    const lines = [await watch(cookie['officer']), await watch(cookie['member']), await watch(cookie['observer'])];
    await noteElsewhere('On what is not public');
    await vi.waitFor(() => lines.forEach((one) => expect(one.text).toContain('On what is not public')), 3000);
    for (const one of lines) expect(one.text).not.toContain('CMT-2099');
  });
});

describe('who may no longer watch', () => {
  /** The stream stands until it is looked, and not beyond. */
  async function expectEnd(line: Line): Promise<void> {
    expect(line.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(lookMs + 1);
    await vi.waitFor(() => expect(line.ended).toBe(true), 3000);
  }

  it('is told nothing more once signed out', async () => {
    const [line, other] = [await watch(cookie['member']), await watch(cookie['observer'])];
    await endLogin(cookie['member'], new Date());
    await expectEnd(line);
    expect(other.ended).toBe(false);
    await vi.waitFor(() => expect(other.text).toContain(': still here'), 3000);
  });

  it('nor once suspended', async () => {
    const line = await watch(cookie['observer']);
    const suspended = (to: Date | null) => changeElsewhere((tx) => tx.updateTable('people').set({ suspended_at: to, suspended_reason: to === null ? null : 'test' }).where('id', '=', world.observer.alternate).execute());
    await suspended(new Date());
    await expectEnd(line);
    await suspended(null);
  });

  it('nor once off the seat, before the session starts', async () => {
    const { id, ref } = await planned(world);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }));
    session = { id, ref, now: world.now };
    const gone = world.seats[4];
    if (gone === undefined) throw new Error('there is no fifth seat');
    const line = await watch(await signedIn(gone.holder));
    await endSeat(gone.id, '2026-01-02');
    await expectEnd(line);
  });

  it('and watching keeps nobody signed in', async () => {
    const limitOf = () => database().selectFrom('login_sessions').selectAll().where('secret_hash', '=', hashOf(cookie['member']?.split('=')[1] ?? '')).executeTakeFirstOrThrow();
    const before = await limitOf();
    const line = await watch(cookie['member']);
    await vi.advanceTimersByTimeAsync(lookMs * 3 + 1);
    await vi.waitFor(() => expect(line.text).toContain(': still here'), 3000);
    expect(await limitOf()).toEqual(before);
  });
});

describe('what somebody may keep open', () => {
  it('are four streams; a fifth is refused until one is closed', async () => {
    const [first] = [await watch(cookie['member']), await watch(cookie['member']), await watch(cookie['member']), await watch(cookie['member'])];
    expect([await statusOf(cookie['member']), await statusOf(cookie['observer'])]).toEqual([429, 200]);
    first?.message.destroy();
    await vi.waitFor(async () => expect(await statusOf(cookie['member'])).toBe(200), 3000);
  });

  it('and who does not read is dropped, their line is cut and their place is free', async () => {
    const slow: Line[] = [];
    for (let at = 0; at < 4; at += 1) slow.push(await watch(cookie['member'], '', { reads: false }));
    const reading = await watch(cookie['observer']);
    const connections = () => new Promise<number>((resolve, reject) => { server.getConnections((error, count) => { if (error) reject(error); else resolve(count); }); });
    for (let at = 0; at < 80 && (await connections()) > 1; at += 1) {
      await noteElsewhere(`${'A long note. '.repeat(40_000)} number ${at}`);
      await vi.waitFor(() => expect(reading.text).toContain(`number ${at}`), 5000);
      reading.text = '';
    }
    await vi.waitFor(async () => expect(await connections()).toBe(1), 5000);
    expect(reading.ended).toBe(false);
    await noteElsewhere('short again');
    await watch(cookie['member']);
  }, 60_000);
});

/** Another group of the coalition. */
async function otherGroup(): Promise<string> {
  return valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: world.group.coalition_id }), { now: world.now }, { ...charter, texts: { en: { name: 'Another group', mandate: 'Elsewhere.' } } })).id;
}
