import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';

export interface CoalitionRow {
  readonly id: string;
  readonly slug: string;
  readonly kind: string;
  readonly status: string;
  readonly parent_id: string | null;
  readonly country_iso2: string | null;
  readonly formed_on: string | null;
  readonly name: string;
  readonly mandate: string | null;
  readonly members: number;
  readonly commitments: number;
  readonly groups: number;
}

const named = (language: Language) =>
  database()
    .selectFrom('coalitions as c')
    .leftJoinLateral(
      (eb) => eb.selectFrom('coalition_texts as t').select(['t.name', 't.mandate']).whereRef('t.coalition_id', '=', 'c.id')
        .orderBy(sql`t.language = ${language}`, 'desc').orderBy(sql`t.language = 'en'`, 'desc').limit(1).as('text'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'c.id', 'c.slug', 'c.kind', 'c.status', 'c.parent_id', 'c.country_iso2', 'c.formed_on',
      eb.fn.coalesce('text.name', 'c.slug').as('name'), 'text.mandate',
      sql<number>`(select count(*)::int from memberships m where m.coalition_id = c.id and m.status = 'active')`.as('members'),
      sql<number>`(select count(*)::int from commitments k where k.coalition_id = c.id and k.published_at is not null and k.visibility = 'public' and k.status not in ('withdrawn', 'superseded') and (k.embargo_until is null or k.embargo_until <= now()))`.as('commitments'),
      sql<number>`(select count(*)::int from working_groups g where g.coalition_id = c.id and g.status in ('active', 'reporting'))`.as('groups'),
    ]);

/** Every coalition, the global one first, then by name. Coalitions stand in public: any viewer sees them all. */
export async function listCoalitions(_viewer: Actor, language: Language): Promise<CoalitionRow[]> {
  return named(language).orderBy(sql`c.kind = 'global'`, 'desc').orderBy(sql`text.name collate "und-x-icu"`).execute();
}

export async function findCoalition(_viewer: Actor, slug: string, language: Language): Promise<CoalitionRow | undefined> {
  return named(language).where('c.slug', '=', slug).executeTakeFirst();
}

/** The coalition at the top: what new records belong to where nothing else is said. */
export async function rootCoalition(): Promise<{ id: string; slug: string; parent_id: string | null; country_iso2: string | null } | undefined> {
  return database().selectFrom('coalitions').select(['id', 'slug', 'parent_id', 'country_iso2']).where('parent_id', 'is', null).orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
}
