import { sql, type RawBuilder } from 'kysely';
import { anyone, type Lead } from '#app/access/actor';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import { formatDate, formatList } from '#app/languages/format';
import { isReachable, sendLetter, wasTold } from '#app/mail/letter.server';
import { peopleFor, secretariatOf } from '#app/members/people/readers.server';
import { stints } from '#app/members/people/speaking.server';
import { paths } from '#app/paths';
import { dayOf, type Day } from '#app/platform/clock';
import { database, type Reader, type Tx } from '#app/platform/database.server';
import { countryName } from '#db/reference/countries';
import { readable } from '../readable.server';
import { unattended } from './leads.server';
import { dueLevels, levels, type Level } from './model';

/** What somebody promised or prepares in a coalition and nobody looks after. */
interface Alone extends Lead {
  readonly coalition_id: string;
  readonly ref: string | null;
  readonly name: string | null;
  /** The day on which the last one stopped, at the earliest that on which the first of them came here. */
  readonly since: Day;
  readonly count: number;
  readonly titles: readonly string[];
  /** Of those, what everybody reads. */
  readonly open: readonly string[];
}

const mostNamed = 20;

/** CO-10: leads without anybody whose commitments are not closed, at an instant: organisations, members or not, and countries. */
export async function unattendedCommitments(reader: Reader, now: Date): Promise<readonly Alone[]> {
  const found = await sql<Alone>`
    with alone as materialized (
      select c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, min(c.created_at) as begun, count(*)::int as count, (array_agg(c.id order by c.ref))[1:${mostNamed}] as ids
      from commitments c where ${unattended({ now })} group by 1, 2, 3)
    select a.coalition_id, a.lead_organisation_id, a.lead_country_iso2, a.count, o.ref, o.name,
      (greatest(a.begun, (select max(s.until) from ${stints(now)} s where s.organisation_id in (select organisation_family(organisation_successor(a.lead_organisation_id))) or s.country_iso2 = a.lead_country_iso2))
        at time zone 'UTC')::date as since,
      ${namesOf(sql`true`)} as titles, ${namesOf(readable(anyone, { now }))} as open
    from alone a left join organisations o on o.id = a.lead_organisation_id order by since, a.coalition_id, a.lead_organisation_id, a.lead_country_iso2`.execute(reader);
  return found.rows;
}

const namesOf = (which: RawBuilder<unknown>): RawBuilder<readonly string[]> => sql`
  array(select c.ref || ' ' || coalesce(t.title, '') from commitments c left join commitment_texts t on t.commitment_id = c.id and t.language = c.language where c.id = any(a.ids) and ${which} order by c.ref)`;

/**
 * Tells of commitments that stand alone, up the line: after 30 days those who administer the lead, after 60 the secretariat, after 90 that of the
 * coalitions above, by the names of what everybody reads. A level at which nobody can be reached is passed over for the next one, and none is told twice of the same time alone.
 */
export async function tellOfUnattendedCommitments(now: Date): Promise<void> {
  await database().transaction().execute(async (tx) => {
    for (const one of await unattendedCommitments(tx, now)) for (const level of dueLevels(one.since, dayOf(now))) await tellFrom(tx, one, level, now);
  });
}

async function tellFrom(tx: Tx, one: Alone, from: Level, now: Date): Promise<void> {
  const key = `unattended_commitments:${one.coalition_id}:${one.lead_organisation_id ?? one.lead_country_iso2 ?? ''}:${one.since}`;
  for (const level of levels.slice(levels.indexOf(from))) {
    if (await wasTold(tx, `${key}:${level}`)) return;
    const readers = await reachable(tx, await readersAt(tx, one, level, now));
    for (const personId of readers) await tell(tx, level === 'above' ? { ...one, titles: one.open } : one, personId, `${key}:${level}`, now);
    if (readers.length > 0) return;
  }
}

/** Who stands at a level of the line above a lead. */
export async function readersAt(tx: Tx, { coalition_id, lead_organisation_id, lead_country_iso2 }: Lead & { readonly coalition_id: string }, level: Level, now: Date): Promise<readonly string[]> {
  if (level === 'secretariat') return secretariatOf(tx, coalition_id, now);
  if (level === 'above') {
    const own = new Set(await secretariatOf(tx, coalition_id, now));
    const above = await Promise.all((await coalitionIdsAbove(coalition_id, tx)).filter((id) => id !== coalition_id).map((id) => secretariatOf(tx, id, now)));
    return above.flat().filter((id) => !own.has(id));
  }
  const bodies = await sql<{ id: string }>`
    select organisation_successor(${lead_organisation_id}::uuid) as id where ${lead_organisation_id !== null}
    union select id from organisations where country_iso2 = ${lead_country_iso2} and constituency = 'government' and status = 'active'`.execute(tx);
  return (await Promise.all(bodies.rows.map(({ id }) => peopleFor(tx, id, ['org_admin'], now)))).flat();
}

/** Of them, those whom a letter reaches, each once. */
export async function reachable(tx: Tx, people: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`select id from unnest(${[...new Set(people)]}::uuid[]) as asked(id) where ${isReachable(sql`asked.id`)} order by id`.execute(tx);
  return found.rows.map(({ id }) => id);
}

async function tell(tx: Tx, one: Alone, personId: string, key: string, now: Date): Promise<void> {
  await sendLetter(tx, {
    to: { personId }, words: 'commitments:mails.unattended',
    values: (language) => ({
      name: one.name ?? countryName(one.lead_country_iso2 ?? '', language), since: formatDate(language, one.since), count: one.count,
      commitments: formatList(language, one.count > one.titles.length ? [...one.titles, '…'] : one.titles),
    }),
    path: (language) => paths.in(language).commitments({ lead: one.ref ?? one.lead_country_iso2 ?? undefined, attended: 'no' }), thread: `unattended:${one.lead_organisation_id ?? one.lead_country_iso2 ?? ''}`, key, now,
  });
}
