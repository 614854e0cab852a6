import { sql } from 'kysely';
import type { Actor, PersonActor } from '#app/access/actor';
import { hashOf } from '#app/accounts/secrets.server';
import { readable, type View } from '#app/commitments/readable.server';
import type { Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Rhythm, Subject, SubjectKind } from './model';
import { clauseWithPage, subjectColumns } from './subjects.server';

/** What a page offers its viewer: to follow it, or to stop by the id of what they follow. */
export interface Following extends Subject {
  readonly follow_id: string | null;
}

/** Undefined for whoever is not signed in: their page has no button. */
export async function followingOf(viewer: Actor, subject: Subject): Promise<Following | undefined> {
  if (viewer.kind !== 'person') return undefined;
  const { commitment_id, country_iso2, node_id, coalition_id } = subjectColumns(subject);
  const found = await sql<{ id: string }>`select id from follows where person_id = ${viewer.id}
    and commitment_id is not distinct from ${commitment_id}::uuid and country_iso2 is not distinct from ${country_iso2}::text and node_id is not distinct from ${node_id}::uuid and coalition_id is not distinct from ${coalition_id}::uuid`.execute(database());
  return { ...subject, follow_id: found.rows[0]?.id ?? null };
}

/** One thing that somebody follows. */
export interface Followed {
  readonly id: string;
  readonly kind: SubjectKind;
  /** The reference, the country's or the clause's code, the coalition's word. Null, as the name, of what its follower may no longer read. */
  readonly ref: string | null;
  readonly name: string | null;
  /** In which the name is written. */
  readonly language: string;
  /** Of a clause, where its version is no longer in force. */
  readonly version: number | null;
  readonly since: Day;
}

/** What somebody follows, the latest first, in one query. */
export async function followedBy(person: PersonActor, view: View): Promise<Followed[]> {
  const { language } = view;
  const found = await sql<Followed>`
    select f.id, case when f.commitment_id is not null then 'commitment' when f.country_iso2 is not null then 'country' when f.coalition_id is not null then 'coalition' else 'clause' end as kind,
      coalesce(r.ref, f.country_iso2, l.code, k.slug) as ref, coalesce(r.title, n.name, f.country_iso2, l.title, k.name) as name, coalesce(r.language, l.language, k.language, ${language}) as language, l.version,
      to_char(f.since at time zone 'UTC', 'YYYY-MM-DD') as since
    from follows f
    left join lateral (select c.ref, coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as language from commitments c
      left join lateral (select * from commitment_texts x where x.commitment_id = c.id order by x.language = ${language} desc, x.language = c.language desc limit 1) t on true
      where c.id = f.commitment_id and ${readable(person, view)}) r on true
    left join country_texts n on n.iso2 = f.country_iso2 and n.language = ${language}
    left join lateral (select n.code, coalesce(t.title, n.code) as title, coalesce(t.language, v.authoritative_language) as language, case when v.status <> 'published' then v.number end as version
      from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks w on w.id = v.framework_id
      left join lateral (select * from framework_node_texts x where x.node_id = n.id order by x.language = ${language} desc, x.language = v.authoritative_language desc limit 1) t on true
      where n.id = f.node_id and ${clauseWithPage}) l on true
    left join lateral (select c.slug, coalesce(t.name, c.slug) as name, t.language from coalitions c
      left join lateral (select * from coalition_texts x where x.coalition_id = c.id order by x.language = ${language} desc, x.language = 'en' desc, x.language limit 1) t on true where c.id = f.coalition_id) k on true
    where f.person_id = ${person.id} order by f.since desc, f.id desc`.execute(database());
  return found.rows;
}

/** How often somebody is told; undefined while they follow nothing and have chosen nothing. */
export async function rhythmOf(person_id: string): Promise<Rhythm | undefined> {
  const found = await database().selectFrom('follow_rhythms').select('rhythm').where('person_id', '=', person_id).executeTakeFirst();
  return found?.rhythm as Rhythm | undefined;
}

/** Whose digests a secret stops, and whether they are stopped. */
export async function findStop(secret: string): Promise<{ readonly person_id: string; readonly rhythm: Rhythm } | undefined> {
  const found = await database().selectFrom('digests as d').innerJoin('follow_rhythms as r', 'r.person_id', 'd.person_id').select(['d.person_id', 'r.rhythm']).where('d.secret_hash', '=', hashOf(secret)).executeTakeFirst();
  return found === undefined ? undefined : { person_id: found.person_id, rhythm: found.rhythm as Rhythm };
}
