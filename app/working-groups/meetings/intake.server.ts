import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { instantAt } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { chunks, recordset } from '#app/platform/recordset.server';
import type { Origin, Outcomes, Published } from '#app/records/sources/model';
import { askAbout, keepSources, sorted } from '#app/records/sources/operations.server';
import type { programmePolicy } from './policy';

/** A meeting of a programme, by the wall clock of its zone. */
export interface IncomingSession extends Published {
  readonly title: string;
  readonly starts: string;
  readonly ends: string | null;
  readonly place: string | null;
  readonly track: string | null;
  readonly description: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly notes: Readonly<Record<string, unknown>>;
}

type Placed = IncomingSession & { readonly id: string };

/**
 * Takes the meetings of a programme as sessions of a group, in sets: one that lies behind is published with what is known of it, one to come
 * is convened, since everybody can read of it already; nobody is written to. A meeting that its programme tells otherwise now follows it,
 * unless people have worked on the session here: then a person is asked.
 */
export async function takeSessionsIn(
  tx: Tx, granted: PermitFor<typeof programmePolicy.take>, occasion: Occasion, origin: Origin, time_zone: string, rows: readonly IncomingSession[],
): Promise<Outcomes> {
  granted.again(granted.subject);
  const group = await tx.selectFrom('working_groups').select(['id', 'ref', 'kind']).where('id', '=', granted.subject.working_group_id).forNoKeyUpdate().executeTakeFirstOrThrow();
  const { outcomes, fresh, changed } = await sorted(tx, origin, rows);
  const inTime = (list: readonly Placed[]) => list.map((row) => ({ ...row, starts_at: instantAt(row.starts, time_zone), ends_at: row.ends === null ? null : instantAt(row.ends, time_zone) }));
  const last = await tx.selectFrom('sessions').select((eb) => eb.fn.max('number').as('number')).where('working_group_id', '=', group.id).executeTakeFirst();
  const first = (last?.number ?? 0) + 1;
  for (const part of chunks(inTime(fresh).toSorted((a, b) => a.starts_at.getTime() - b.starts_at.getTime()).map((row, at) => ({ ...row, number: first + at })))) {
    await sql`
      insert into sessions (id, ref, working_group_id, number, purpose, title, description, starts_at, ends_at, time_zone, wall_clock_start, mode, place, track, status, visibility, convened_at, created_at)
      select x.id, ${group.ref} || '-S' || case when x.number < 10 then '0' else '' end || x.number, ${group.id}::uuid, x.number, ${group.kind === 'plenary' ? 'annual_meeting' : 'working'}, x.title, x.description, x.starts_at, x.ends_at,
        ${time_zone}, x.starts, null, x.place, x.track, case when x.starts_at <= ${occasion.now} then 'published' else 'convened' end, 'public', ${occasion.now}, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, number integer, title text, description text, starts_at timestamptz, ends_at timestamptz, starts text, place text, track text)`.execute(tx);
  }
  const open = await untouchedOf(tx, changed);
  const followed = changed.filter(({ id }) => open.has(id));
  for (const part of chunks(inTime(followed))) {
    await sql`
      update sessions s set title = x.title, description = x.description, starts_at = x.starts_at, ends_at = x.ends_at, time_zone = ${time_zone}, wall_clock_start = x.starts, place = x.place, track = x.track
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, title text, description text, starts_at timestamptz, ends_at timestamptz, starts text, place text, track text) where s.id = x.id`.execute(tx);
  }
  await writeLinks(tx, [...fresh, ...followed]);
  await askAbout(tx, origin, 'sessions', changed.filter(({ id }) => !open.has(id)).map(({ id, title, starts, content_hash }) => ({ record_id: id, code: 'edited', details: { said: `${title} · ${starts.replace('T', ' ')}`, hash: content_hash } })));
  await keepSources(tx, origin, 'sessions', [...fresh, ...changed].map(({ source_key, content_hash, id, notes, missing }) => ({ source_key, content_hash, record_id: id, notes: { ...notes, missing } })));
  return outcomes;
}

/** Which of them are as they came: nobody moved, convened, started or wrote anything down in them. */
async function untouchedOf(tx: Tx, rows: readonly Placed[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select s.id from sessions s where s.id = any(${rows.map(({ id }) => id)}::uuid[]) and s.version = 1 and s.started_at is null
      and not exists (select from agenda_items i where i.session_id = s.id)
    for no key update of s`.execute(tx);
  return new Set(found.rows.map(({ id }) => id));
}

async function writeLinks(tx: Tx, rows: readonly Placed[]): Promise<void> {
  await sql`delete from session_links where session_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
  for (const part of chunks(rows.flatMap(({ id, links }) => links.map((link, at) => ({ session_id: id, position: at + 1, ...link }))))) {
    await sql`insert into session_links (session_id, position, href, text) select x.session_id, x.position, x.href, x.text
      from jsonb_to_recordset(${recordset(part)}) as x (session_id uuid, position integer, href text, text text)`.execute(tx);
  }
}
