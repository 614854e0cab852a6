import { sql, type RawBuilder } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { dayOf } from '#app/platform/clock';
import { database, type Reader, type Tx } from '#app/platform/database.server';
import { beginningOf, type Rhythm } from '../model';
import { followedAmong, happenedBetween } from './happenings.server';
import type { Happening, Told } from './model';

/** Whoever asked for something before an instant has written it a little later: a digest tells what is older than that. */
const settlingMs = 5 * 60_000;
const untilOf = (now: Date): Date => new Date(now.getTime() - settlingMs);

/** Whether the digest of `digests as d`, `follow_rhythms as r` and `people as p` is due: its day, week or month has begun since the last was decided. */
const isDue = (now: Date): RawBuilder<boolean> => {
  const begun = (rhythm: Exclude<Rhythm, 'none'>) => beginningOf(rhythm, dayOf(now));
  return sql<boolean>`(p.erased_at is null and p.suspended_at is null
    and d.told_on < case r.rhythm when 'daily' then ${begun('daily')}::date when 'weekly' then ${begun('weekly')}::date when 'monthly' then ${begun('monthly')}::date end)`;
};
const readers = sql`digests d join follow_rhythms r on r.person_id = d.person_id join people p on p.id = d.person_id`;

/**
 * Whose digest is due and may have something in it, in one pass over all that is followed; to the others it is noted that it was looked.
 * What each may read is asked afterwards, of those alone.
 */
export async function readersWithNews(now: Date): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    with due as materialized (select d.person_id, d.told_until from ${readers} where ${isDue(now)}),
    ${happenedBetween(sql`(select min(told_until) from due)`, untilOf(now))}, ${followedAmong(sql`follows`)},
    touched as materialized (select distinct f.person_id from followed f join due on due.person_id = f.person_id where f.at > f.since and f.at > due.told_until),
    quiet as (update digests d set told_until = ${untilOf(now)}, told_on = ${dayOf(now)} from due where due.person_id = d.person_id and d.person_id not in (select person_id from touched))
    select person_id from touched order by person_id`.execute(database());
  return found.rows.map(({ person_id }) => person_id);
}

/** Up to when a reader has been told and is told now. */
export interface Mark {
  readonly rhythm: Exclude<Rhythm, 'none'>;
  readonly told_until: Date;
  readonly until: Date;
}

/** Takes the digest of a reader, if it is due still and nobody else has it in hand. */
export async function takeDigest(tx: Tx, person_id: string, now: Date): Promise<Mark | undefined> {
  const found = await sql<Omit<Mark, 'until'>>`select r.rhythm, d.told_until from ${readers} where d.person_id = ${person_id} and ${isDue(now)} for update of d skip locked`.execute(tx);
  const mark = found.rows[0];
  return mark === undefined ? undefined : { ...mark, until: untilOf(now) };
}

/** What happened to what a person follows, since they follow it, as far as they may read it now. */
export async function newsFor(reader: Reader, person: PersonActor, { told_until, until }: Mark, view: View): Promise<Told[]> {
  const found = await sql<Omit<Told, 'happened'> & Omit<Happening, 'at'> & { readonly at: Date }>`
    with ${happenedBetween(sql`${told_until}::timestamptz`, until)}, ${followedAmong(sql`(select * from follows where person_id = ${person.id})`)}
    select c.ref, coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as language, h.kind, h.at, h.year, h.what
    from happened h join commitments c on c.id = h.commitment_id
    left join lateral (select * from commitment_texts x where x.commitment_id = c.id order by x.language = ${view.language} desc, x.language = c.language desc limit 1) t on true
    where c.published_at is not null and ${readable(person, view)}
      and exists (select from followed f where f.commitment_id = h.commitment_id and h.at > f.since)
    order by max(h.at) over (partition by c.id) desc, c.id, h.at`.execute(reader);
  const told = new Map<string, Told & { happened: Happening[] }>();
  for (const { ref, title, language, at, ...happening } of found.rows) {
    if (!told.has(ref)) told.set(ref, { ref, title, language, happened: [] });
    told.get(ref)?.happened.push({ ...happening, at: at.toISOString() });
  }
  return [...told.values()];
}
