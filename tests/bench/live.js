// 300 people in one session on two server processes: how soon each of them is told of a change, what it costs in memory, and whether anything
// that somebody typed is lost or doubled when one process is restarted or killed. `MINUTES` says for how long changes go on.
import { readFileSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSource } from '../../db/load.js';
import { openWorld } from './portal.js';

const minutes = Number(process.env['MINUTES'] ?? 2);
const [seats, writers, notesEach, pauseMs] = [150, 20, 25, 2000];

/** @typedef {Awaited<ReturnType<typeof import('./meeting').openMeeting>>} Meeting */
/** @typedef {{ origin: string, told: (text: string, at: number) => void, open: boolean, close: () => void }} Line */

/** As a browser keeps a stream: opened again a second after it broke. @param {string} origin @param {string} cookie @param {string} ref @returns {Line} */
function watch(origin, cookie, ref) {
  let closed = false;
  /** @type {import('node:http').ClientRequest | undefined} */
  let asked;
  /** @type {Line} */
  const line = { origin, told: () => undefined, open: false, close: () => { closed = true; asked?.destroy(); } };
  const again = () => { if (!closed) setTimeout(open, 1000).unref(); };
  const open = () => {
    asked = get(`${origin}/sessions/${ref}/stream?view=room`, { agent: false, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) { answer.resume(); return again(); }
      let text = '';
      answer.setEncoding('utf8').on('data', (/** @type {string} */ part) => {
        text += part;
        if (!text.endsWith('\n\n')) return;
        line.open = true;
        line.told(text, performance.now());
        text = '';
      }).on('close', () => { line.open = false; again(); }).on('error', () => undefined);
    }).on('error', again);
  };
  open();
  return line;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends a form as a page does, and says how it was answered. @param {string} url @param {string} cookie @param {Record<string, string>} fields @returns {Promise<number>} */
function post(url, cookie, fields) {
  const body = new URLSearchParams(fields).toString();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, timeout: 10_000, headers: { cookie, origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0)).on('error', reject);
    });
    sent.on('error', reject).on('timeout', () => sent.destroy(new Error('no answer')));
    sent.end(body);
  });
}

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
/** @param {number} pid */
const megabytes = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

/** One change, sent to one process: when each stream is told of it, from the moment that the form is sent. @param {readonly Line[]} lines @param {{ send: () => Promise<number>, words: () => string }} change */
async function tellingOf(lines, { send, words }) {
  const begun = performance.now();
  const sending = send();
  const said = words();
  const heard = lines.map((line) => new Promise((resolve) => {
    line.told = (text, at) => { if (text.includes(said)) resolve(at - begun); };
    setTimeout(resolve, 10_000, Number.POSITIVE_INFINITY).unref();
  }));
  const status = await sending;
  if (status !== 303) throw new Error(`a change was answered ${status}`);
  return /** @type {number[]} */ (await Promise.all(heard));
}

/** The last thing that is said. @param {Meeting} meeting @param {string} origin */
const noteOf = (meeting, origin) => ({
  words: () => 'After it all.',
  send: () => post(`${origin}/sessions/${meeting.ref}/desk/notes`, meeting.chair, { _key: crypto.randomUUID(), item: meeting.items[0] ?? '', note: 'After it all.' }),
});

/** @param {Meeting} meeting @param {string} origin */
function changesOf(meeting, origin) {
  let serial = 0;
  /** @param {string} act @param {Record<string, string>} fields */
  const send = (act, fields) => post(`${origin}/sessions/${meeting.ref}/desk/${act}`, meeting.chair, { _key: crypto.randomUUID(), ...fields });
  return [
    { name: 'note', words: () => `Said ${serial}.`, send: () => send('notes', { item: meeting.items[serial % 3] ?? '', note: `Said ${(serial += 1)}.` }) },
    { name: 'attendance', words: () => 'data:', send: () => send('attendance', { 'seats[0].seat_id': meeting.seats[(serial += 1) % seats] ?? '', 'seats[0].was': '', 'seats[0].now': Math.floor(serial / seats) % 2 === 0 ? 'holder_remote' : 'holder_in_person' }) },
    { name: 'decision', words: () => `Agreed ${serial}.`, send: () => send('decisions', { agenda_item_id: meeting.items[serial % 3] ?? '', rule: 'consensus', text: `Agreed ${(serial += 1)}.` }) },
  ];
}

/** Until all of them are told something: how long that takes. @param {Line[]} lines */
async function allOpen(lines) {
  const begun = performance.now();
  while (lines.some((line) => !line.open)) {
    if (performance.now() - begun > 60_000) throw new Error(`${lines.filter((line) => !line.open).length} streams do not open`);
    await sleep(20);
  }
  return performance.now() - begun;
}

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof openWorld>>['another']>>} Process */

/** Changes go on for the minutes: the delays of each kind, on the process that was written to and on the other; and the memory meanwhile. @param {Meeting} meeting @param {Line[]} lines @param {readonly Process[]} processes */
async function measure(meeting, lines, processes) {
  /** @type {Map<string, { here: number[], there: number[] }>} */
  const delays = new Map();
  const [first] = processes;
  const changes = changesOf(meeting, first?.origin ?? '');
  const memory = [processes.map(({ pid }) => megabytes(pid))];
  const [begun, ends] = [performance.now(), performance.now() + minutes * 60_000];
  for (let at = 0; performance.now() < ends; at += 1) {
    const change = changes[at % changes.length];
    if (change === undefined) break;
    const told = await tellingOf(lines, change);
    const of = delays.get(change.name) ?? { here: [], there: [] };
    delays.set(change.name, of);
    for (const [index, line] of lines.entries()) (line.origin === first?.origin ? of.here : of.there).push(told[index] ?? Number.POSITIVE_INFINITY);
    if (memory.length === 1 && performance.now() > (begun + ends) / 2) memory.push(processes.map(({ pid }) => megabytes(pid)));
    await sleep(pauseMs);
  }
  memory.push(processes.map(({ pid }) => megabytes(pid)));
  return { delays, memory };
}

/** Writers send notes, each form until it is accepted, to whichever process answers, while one is stopped and later killed. @param {Meeting} meeting @param {Line[]} lines @param {readonly Process[]} processes */
async function restarts(meeting, lines, [standing, restarted]) {
  if (standing === undefined || restarted === undefined) throw new Error('there are two processes');
  let again = 0;
  const writer = async (/** @type {number} */ who) => {
    for (let note = 0; note < notesEach; note += 1) {
      const fields = { _key: crypto.randomUUID(), item: meeting.items[who % 3] ?? '', note: `Writer ${who} says ${note}.` };
      for (let tries = 0; ; tries += 1) {
        const { origin } = tries % 2 === 0 ? restarted : standing;
        const status = await post(`${origin}/sessions/${meeting.ref}/desk/notes`, meeting.cookies[who] ?? '', fields).catch(() => 0);
        if (status === 303) break;
        if (status !== 0 && status < 500) throw new Error(`a note was answered ${status}`);
        again += 1;
        await sleep(250);
      }
      await sleep(100);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, (_, who) => writer(who)));
  const back = [];
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    await sleep(1000);
    await restarted.restart(signal);
    back.push(await allOpen(lines));
  }
  await writing;
  const notes = (await meeting.notes()).filter((note) => note.startsWith('Writer '));
  return { sent: writers * notesEach, kept: new Set(notes).size, twice: notes.length - new Set(notes).size, again, back };
}

export async function benchLive() {
  const world = await openWorld(0, () => Promise.resolve());
  const source = await loadSource('/tests/bench/meeting.ts');
  /** @type {Line[]} */
  let lines = [];
  try {
    /** @type {Meeting} */
    const meeting = await source.module['openMeeting'](world, { seats, writers });
    const processes = [await world.another(), await world.another()];
    lines = meeting.cookies.map((cookie, at) => watch(processes[at % 2]?.origin ?? '', cookie, meeting.ref));
    await allOpen(lines);
    const { delays, memory } = await measure(meeting, lines, processes);
    console.log(`\n${lines.length} streams on 2 processes, ${minutes} minutes; milliseconds from sending a form until a stream is told\nchange | times | same process p50, p95, max | other process p50, p95, max`);
    for (const [name, { here, there }] of delays) console.log(`${name} | ${(here.length + there.length) / lines.length} | ${[here, there].map((all) => [0.5, 0.95, 1].map((share) => quantile(all, share).toFixed(0)).join(', ')).join(' | ')}`);
    console.log(`memory in MB, start, middle, end | ${processes.map((_, at) => memory.map((both) => both[at]).join(', ')).join(' | ')}`);
    const { sent, kept, twice, again, back } = await restarts(meeting, lines, processes);
    console.log(`one process stopped, then killed | ${sent} notes sent by ${writers}, ${again} tries repeated | ${kept} kept, ${twice} twice; every stream is back ${back.map((ms) => ms.toFixed(0)).join(' and ')} ms after the process is ready again`);
    const after = await tellingOf(lines, noteOf(meeting, processes[0]?.origin ?? ''));
    console.log(`afterwards | ${after.filter(Number.isFinite).length} of ${lines.length} told within ${Math.max(...after).toFixed(0)} ms`);
    await meeting.close();
  } finally {
    lines.forEach((line) => line.close());
    agent.destroy();
    await source.close();
    await world.close();
  }
}
