import ICAL from 'ical.js';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { database } from '#app/platform/database.server';
import { calendarOfGroup, calendarOfPerson, calendarOfSession } from '#app/working-groups/calendar/queries.server';
import { calendarFile } from '#app/working-groups/calendar/file.server';
import { cancelSession, conveneSession, rescheduleSession } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { clocksOf, hoursOn } from '#app/working-groups/sessions/clocks';
import { anyone } from '#app/access/actor';
import { meeting, openGroup, personActor, planned, seat, sessionRef, valueOf, type GroupWorld } from './working-groups-world';

/** Sessions in four zones, each moved twice across a change of daylight saving and called off: instants, displayed times and calendar files. */
let world: GroupWorld;
beforeEach(async () => {
  await world?.close();
  world = await openGroup(new Date('2026-01-05T09:00:00Z'));
});
afterAll(() => world.close());

interface Step {
  readonly clock: string;
  /** Minutes; null where nobody knows the end. */
  readonly minutes: number | null;
  /** As the instant must be, reckoned by hand from the rules of the zone. */
  readonly instant: string;
  readonly ends: string | null;
  /** What a reader in London is shown: on the meeting's clock, on theirs, in UTC. */
  readonly shown: readonly [string, string, string];
}
const stories: Readonly<Record<string, { readonly zone: string; readonly steps: readonly [Step, Step, Step] }>> = {
  'Nairobi, which has no daylight saving, while London changes': { zone: 'Africa/Nairobi', steps: [
    { clock: '2026-03-28T16:00', minutes: 90, instant: '2026-03-28T13:00:00Z', ends: '2026-03-28T14:30:00Z', shown: ['28 March 2026, 16:00 to 17:30', '28 March 2026, 13:00 to 14:30', '28 March 2026, 13:00 to 14:30'] },
    { clock: '2026-03-29T16:00', minutes: 90, instant: '2026-03-29T13:00:00Z', ends: '2026-03-29T14:30:00Z', shown: ['29 March 2026, 16:00 to 17:30', '29 March 2026, 14:00 to 15:30', '29 March 2026, 13:00 to 14:30'] },
    { clock: '2026-10-25T16:00', minutes: null, instant: '2026-10-25T13:00:00Z', ends: null, shown: ['25 October 2026, 16:00', '25 October 2026, 13:00', '25 October 2026, 13:00'] },
  ] },
  'New York, over its spring and its autumn': { zone: 'America/New_York', steps: [
    { clock: '2026-03-07T09:00', minutes: 60, instant: '2026-03-07T14:00:00Z', ends: '2026-03-07T15:00:00Z', shown: ['7 March 2026, 09:00 to 10:00', '7 March 2026, 14:00 to 15:00', '7 March 2026, 14:00 to 15:00'] },
    { clock: '2026-03-08T09:00', minutes: 60, instant: '2026-03-08T13:00:00Z', ends: '2026-03-08T14:00:00Z', shown: ['8 March 2026, 09:00 to 10:00', '8 March 2026, 13:00 to 14:00', '8 March 2026, 13:00 to 14:00'] },
    // The clock goes back from 02:00 to 01:00 while they meet: two hours last two hours.
    { clock: '2026-11-01T00:30', minutes: 120, instant: '2026-11-01T04:30:00Z', ends: '2026-11-01T06:30:00Z', shown: ['1 November 2026, 00:30 to 01:30', '1 November 2026, 04:30 to 06:30', '1 November 2026, 04:30 to 06:30'] },
  ] },
  'Kathmandu, a quarter of an hour off': { zone: 'Asia/Kathmandu', steps: [
    { clock: '2026-03-28T10:15', minutes: 45, instant: '2026-03-28T04:30:00Z', ends: '2026-03-28T05:15:00Z', shown: ['28 March 2026, 10:15 to 11:00', '28 March 2026, 04:30 to 05:15', '28 March 2026, 04:30 to 05:15'] },
    { clock: '2026-03-29T04:00', minutes: 45, instant: '2026-03-28T22:15:00Z', ends: '2026-03-28T23:00:00Z', shown: ['29 March 2026, 04:00 to 04:45', '28 March 2026, 22:15 to 23:00', '28 March 2026, 22:15 to 23:00'] },
    { clock: '2026-07-01T10:15', minutes: 45, instant: '2026-07-01T04:30:00Z', ends: '2026-07-01T05:15:00Z', shown: ['1 July 2026, 10:15 to 11:00', '1 July 2026, 05:30 to 06:15', '1 July 2026, 04:30 to 05:15'] },
  ] },
  'Auckland, where summer ends as it begins in London': { zone: 'Pacific/Auckland', steps: [
    { clock: '2026-04-04T09:00', minutes: 60, instant: '2026-04-03T20:00:00Z', ends: '2026-04-03T21:00:00Z', shown: ['4 April 2026, 09:00 to 10:00', '3 April 2026, 21:00 to 22:00', '3 April 2026, 20:00 to 21:00'] },
    { clock: '2026-04-05T09:00', minutes: 60, instant: '2026-04-04T21:00:00Z', ends: '2026-04-04T22:00:00Z', shown: ['5 April 2026, 09:00 to 10:00', '4 April 2026, 22:00 to 23:00', '4 April 2026, 21:00 to 22:00'] },
    // 02:30 does not exist on 27 September: the clock goes from 02:00 to 03:00.
    { clock: '2026-09-27T02:30', minutes: 60, instant: '2026-09-26T14:30:00Z', ends: '2026-09-26T15:30:00Z', shown: ['27 September 2026, 03:30 to 04:30', '26 September 2026, 15:30 to 16:30', '26 September 2026, 14:30 to 15:30'] },
  ] },
};

interface Parsed {
  readonly method: string | null;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly attendees: readonly string[];
  readonly recurs: boolean;
  readonly summary: string;
}
/** Reads a file with another library than the one that writes them; instants count only where they are said in UTC. */
function parsed(text: string): Parsed[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const said = (name: string) => event.getFirstPropertyValue(name) as string | null;
    const at = (name: string) => {
      const time = event.getFirstPropertyValue(name) as ICAL.Time | null;
      if (time === null) return null;
      if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} is not in UTC`);
      return time.toJSDate().toISOString().replace('.000Z', 'Z');
    };
    return {
      method: calendar.getFirstPropertyValue('method') as string | null, uid: said('uid') ?? '', sequence: Number(said('sequence') ?? 0), status: said('status'), start: at('dtstart') ?? '', end: at('dtend'),
      attendees: event.getAllProperties('attendee').map((one) => String(one.getFirstValue())), recurs: event.hasProperty('rrule'), summary: said('summary') ?? '',
    };
  });
}

interface Mail {
  readonly key: string;
  readonly recipient: string;
  readonly file: Parsed | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}
async function mailsAbout(kind: string): Promise<Mail[]> {
  const rows = await database().selectFrom('outbox_mails').select(['idempotency_key', 'recipient', 'attachments', 'props']).where('idempotency_key', 'like', `session-${kind}:%`).orderBy('recipient').orderBy('id').execute();
  return rows.map((row) => {
    const [file] = (row.attachments ?? []) as unknown as { name: string; type: string; text: string }[];
    return { key: row.idempotency_key, recipient: row.recipient, file: file === undefined ? undefined : parsed(file.text)[0], facts: (row.props as { facts?: Mail['facts'] }).facts ?? [] };
  });
}

const reader = 'holder@acacia.example';
const t = textFor('en', 'working-groups');
const now = { now: new Date('2026-01-06T09:00:00Z') };
const form = (zone: string, step: Step) => meeting({ wall_clock_start: step.clock, minutes: step.minutes, time_zone: zone });
const { agenda: _agenda, purpose: _purpose, visibility: _visibility, ...schedule } = meeting();

describe.each(Object.entries(stories))('a session in %s', (_, { zone, steps }) => {
  it('moves twice and is called off: instants, three clocks and every file are right', async () => {
    await database().transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('people').set({ time_zone: 'Europe/London' }).where('id', '=', world.seats[0]?.holder ?? '').execute();
    });
    const { id, ref } = await planned(world, form(zone, steps[0]));
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), now));
    for (const [at, step] of steps.entries()) {
      if (at > 0) {
        const { version } = await database().selectFrom('sessions').select('version').where('id', '=', id).executeTakeFirstOrThrow();
        valueOf(await rescheduleSession(permit(sessionPolicy.reschedule, world.chair, await sessionRef(id)), now, { ...schedule, wall_clock_start: step.clock, minutes: step.minutes, time_zone: zone, version }));
      }
      const row = await database().selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      expect([row.starts_at, row.ends_at, row.sequence]).toEqual([new Date(step.instant), step.ends === null ? null : new Date(step.ends), at]);
      expect(clocksOf(row.time_zone, 'Europe/London').map((clock) => hoursOn(clock.zone, row, t, 'en'))).toEqual(step.shown);
      const expected = { uid: `session-${id}@concord`, sequence: at, status: 'CONFIRMED', start: step.instant, end: step.ends, recurs: false };
      const mails = (await mailsAbout(at === 0 ? 'convened' : 'moved')).filter((mail) => mail.recipient === reader);
      expect(mails.map((mail) => mail.file).at(-1)).toMatchObject({ ...expected, method: 'REQUEST', attendees: [`MAILTO:${reader}`] });
      expect(mails.at(-1)?.facts.map((fact) => fact.value)).toEqual(expect.arrayContaining([...step.shown]));
      const published = await calendarOfSession(anyone, ref, { language: 'en', ...now });
      expect(parsed(calendarFile(published === undefined ? [] : [published], { method: 'PUBLISH', name: '', language: 'en', pageOf: (one) => `https://portal.example/${one}` }))[0]).toMatchObject({ ...expected, method: 'PUBLISH', attendees: [] });
    }
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(id)), now, 'Too few can come.'));
    const last = steps[2];
    const off = await mailsAbout('cancelled');
    expect(off).toHaveLength(12);
    for (const mail of off) expect(mail.file).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: `session-${id}@concord`, sequence: 3, start: last.instant, end: last.ends, attendees: [`MAILTO:${mail.recipient}`] });
  });
});

describe('calendars', () => {
  const view = { language: 'en', ...now } as const;
  const fileOf = (entries: Parameters<typeof calendarFile>[0]) => calendarFile(entries, { method: 'PUBLISH', name: 'Group', language: 'en', pageOf: (ref) => `https://portal.example/${ref}` });
  it('of a group hold its public sessions alone, once convened, without the link to join; what was called off stays, as called off', async () => {
    const open = await planned(world, meeting({ title: 'Séance ouverte, 第一次會議; جلسة علنية وطويلة العنوان حتى تُطوى الأسطر' }));
    const closed = await planned(world, meeting({ visibility: 'coalition' }));
    await planned(world);
    for (const { id } of [open, closed]) valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), now));
    const text = fileOf(await calendarOfGroup(world.group.id, view));
    expect(parsed(text).map((one) => [one.uid, one.summary])).toEqual([[`session-${open.id}@concord`, 'Séance ouverte, 第一次會議; جلسة علنية وطويلة العنوان حتى تُطوى الأسطر']]);
    expect(text).not.toContain('meet.example');
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(open.id)), now, 'No.'));
    expect(parsed(fileOf(await calendarOfGroup(world.group.id, view))).map((one) => [one.status, one.sequence])).toEqual([['CANCELLED', 1]]);
  });
  it('of a person hold every session of their groups with the link, drafts never; a stranger’s is empty', async () => {
    const closed = await planned(world, meeting({ visibility: 'coalition' }));
    await planned(world);
    await seat(world.group, 'Fir', world.now, { from_on: '2026-06-01' });
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(closed.id)), now));
    const own = fileOf(await calendarOfPerson(await personActor(world.seats[1]?.alternate ?? '', now.now), view));
    expect(parsed(own).map((one) => one.uid)).toEqual([`session-${closed.id}@concord`]);
    expect(own).toContain('meet.example');
    expect(await calendarOfPerson(world.stranger, view)).toEqual([]);
    // The secretariat serves every group, and has no seat in them.
    expect(await calendarOfPerson(world.officer, view)).toEqual([]);
  });
});
