import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REAL_FILES, realFilesMissing, realText } from '#db/reference/real-files';
import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { agendaOf, guestsInput, linksInput, pastInput } from '#app/working-groups/minutes/input.server';
import { pastPolicy } from '#app/working-groups/minutes/policy';
import { findMinutes } from '#app/working-groups/minutes/queries.server';
import { addAction, addGuests, addNote, adjournSession, composeMinutes, recordAttendance, recordDecision, recordPastMeeting, setLinks } from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { addSeat } from '#app/working-groups/operations.server';
import { allowed } from './minutes-world';
import { itemsOf, openGroup, person, sessionRef, valueOf, type GroupWorld } from './working-groups-world';

/** Minutes of another body as they were written, read by a few lines of their own. */
const folder = 'handout/sessions/openjs_cpc_minutes';
interface Real {
  readonly day: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly present: readonly string[];
  readonly sections: readonly string[];
  readonly items: readonly { readonly section: string; readonly title: string; readonly notes: string }[];
}

function read(name: string): Real {
  const text = realText(`${folder}/${name}`);
  const part = (heading: string) => new RegExp(`\\n## ${heading}\\s*\\n([\\s\\S]*?)(?=\\n## |$)`).exec(text)?.[1] ?? '';
  const links = [...part('Links').matchAll(/\*\*(.+?)\*\*:\s*(https?:\S+)/g)].map(([, words = '', href = '']) => ({ text: words, href }));
  const present = [...part('Present').matchAll(/^[*-] (.+)$/gm)].map(([, who = '']) => who.trim());
  const blocks = part('Agenda').split(/^### /m).slice(1).map((block) => ({ section: block.split('\n')[0]?.trim() ?? '', body: block.split('\n').slice(1).join('\n') }));
  const items = blocks.flatMap(({ section, body }) => {
    const found = [...body.matchAll(/^\* (.+?) ?\[(#\d+)\]\((\S+?)\)[^\n]*\n([\s\S]*?)(?=^\* .+\[#\d+\]|(?![\s\S]))/gm)].map(([, title = '', number = '', href = '', rest = '']) => ({ section, title: title.slice(0, 190), notes: `[${number}](${href})\n\n${rest.trim()}`.trim() }));
    return found.length > 0 ? found : [{ section, title: section, notes: body.trim() }];
  });
  return { day: name.slice(0, 10), links, present, sections: blocks.map((one) => one.section), items };
}

describe.skipIf(realFilesMissing !== null)('real minutes of another body, typed in afterwards', () => {
  let world: GroupWorld;
  const now = new Date('2026-03-02T09:00:00Z');
  const chosen = ['2024-01-09.md', '2024-06-11.md', '2024-08-20.md', '2025-05-27.md', '2025-09-30.md'];
  beforeAll(async () => {
    world = await openGroup(now);
  });
  afterAll(() => world.close());

  it('are there to be read', () => {
    expect(readdirSync(resolve(REAL_FILES, folder)).filter((name) => name.endsWith('.md')).length).toBeGreaterThanOrEqual(40);
    for (const name of chosen) expect(read(name).present.length).toBeGreaterThan(5);
  });

  it.each(chosen)('%s keeps attendance, agenda in sections, notes, decisions, actions and links', async (name) => {
    const real = read(name);
    // Those on seats: the first two of those who were there, on seats of that day; the others are guests, as the form takes them.
    const [first = '', second = '', ...others] = real.present;
    const holders = await Promise.all([first, second].map((who) => person(who, now)));
    for (const holder_id of holders) {
      valueOf(await addSeat(permit(groupPolicy.seat, world.chair, world.group), { now }, { organisation_id: null, constituency: 'private', role: 'member', voting: false, holder_id, alternate_id: null, from_on: real.day }));
    }
    const agenda = real.items.map((item, at) => `${item.section === real.items[at - 1]?.section ? '' : `# ${item.section}\n`}${item.title}`).join('\n');
    const form = pastInput.parse({ title: `Meeting of ${real.day}`, purpose: 'working', day: real.day, time: '17:00', minutes: 60, time_zone: 'UTC', mode: 'remote', visibility: 'public', agenda });
    const { id } = valueOf(await recordPastMeeting(permit(pastPolicy.record, world.chair, world.group), { now }, form));
    const run = permit(sessionPolicy.run, world.chair, await sessionRef(id));
    const seats = await database().selectFrom('session_seats').select(['seat_id', 'holder_id']).where('session_id', '=', id).where('holder_id', 'in', holders).execute();
    valueOf(await recordAttendance(run, { now }, seats.map((seat) => ({ seat_id: seat.seat_id, person_id: seat.holder_id ?? '', presence: 'remote' as const }))));
    const items = await itemsOf(id);
    for (const [at, item] of real.items.entries()) if (item.notes !== '') valueOf(await addNote(run, { now }, items[at]?.id ?? '', item.notes));
    valueOf(await recordDecision(run, { now }, { agenda_item_id: items[0]?.id ?? null, text: 'Agreed in the meeting.', rule: 'consensus', votes: [], dissent: null }));
    valueOf(await addAction(run, { now }, { agenda_item_id: items[0]?.id ?? null, text: 'Follow up', owner_id: holders[0] ?? '', due_on: real.day }));
    valueOf(await addGuests(await allowed('note', world.chair, id), { now }, guestsInput.parse({ guests: others.join('\n'), capacity: 'guest', presence: 'remote' })));
    valueOf(await addGuests(await allowed('note', world.chair, id), { now }, guestsInput.parse({ guests: 'Somebody, Another project', capacity: 'observer', presence: 'excused' })));
    valueOf(await setLinks(await allowed('note', world.chair, id), { now }, linksInput.parse({ links: real.links.map(({ text, href }) => `${text}: ${href}`).join('\n') }).links));
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(id)), { now }, null));
    valueOf(await composeMinutes(await allowed('compose', world.chair, id), { now }, 'en'));

    const minutes = await findMinutes(world.chair, { id, told: true, inside: true });
    const record = minutes?.record;
    expect(record?.session).toMatchObject({ starts_at: `${real.day}T17:00:00.000Z`, started_at: `${real.day}T17:00:00.000Z`, adjourned_at: `${real.day}T18:00:00.000Z`, typed_in_at: now.toISOString() });
    const named = Object.values(minutes?.names ?? {});
    for (const who of [first, second, ...others.map((one) => one.split(',')[0] ?? '')]) expect(named).toContain(who.trim());
    expect(record?.guests.filter((guest) => guest.presence === 'remote')).toHaveLength(others.length);
    expect(record?.guests.filter((guest) => guest.presence === 'excused')).toMatchObject([{ capacity: 'observer', affiliation: 'Another project' }]);
    expect(record?.seats.filter((seat) => seat.holder_presence === 'remote')).toHaveLength(2);
    expect(record?.items.map(({ section, title, text }) => ({ section, title, notes: text }))).toEqual(real.items);
    expect([...new Set(record?.items.map((item) => item.section))]).toEqual([...new Set(real.sections)]);
    expect(record?.links).toEqual(real.links);
    expect(record?.decisions).toMatchObject([{ text: 'Agreed in the meeting.', item: 1 }]);
    expect(record?.actions).toMatchObject([{ text: 'Follow up', item: 1, due_on: real.day }]);
    expect((await database().selectFrom('decisions').select(['quorum_at']).where('session_id', '=', id).executeTakeFirstOrThrow()).quorum_at.toISOString().slice(0, 10)).toBe(real.day);
  });

  it('an agenda is typed with headings before the items', () => {
    expect(agendaOf('# One\nFirst\n\n## Two\nSecond\n#\nThird').map(({ section, title }) => [section, title])).toEqual([['One', 'First'], ['Two', 'Second'], [null, 'Third']]);
  });
});
