import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import type { Terms } from './model';

/** The terms of a group `g` on a day, as the table `terms` of a join. */
export const termsAt = (day: Day): RawBuilder<unknown> => sql`working_group_terms terms on terms.working_group_id = g.id and terms.version = working_group_terms_on(g.id, ${day}::date)`;

/** The version that a session `s` runs under: its own since its start, till then the one of its day. */
export const versionOfSession: RawBuilder<number> = sql<number>`coalesce(s.terms_version, working_group_terms_on(s.working_group_id, (s.starts_at at time zone s.time_zone)::date))`;

/** The terms of a session `s` of a group `g`, as the table `terms` of a join. */
export const termsOfSessions: RawBuilder<unknown> = sql`working_group_terms terms on terms.working_group_id = s.working_group_id and terms.version = ${versionOfSession}`;

/** TR-2: the terms of reference of a group on a day of the calendar that is asked for. */
export async function termsOn(db: Reader, groupId: string, day: Day): Promise<Terms> {
  return one(db, sql`terms.working_group_id = ${groupId} and terms.version = working_group_terms_on(${groupId}, ${day}::date)`);
}

/** The terms that a session runs under. */
export async function termsOf(db: Reader, sessionId: string): Promise<Terms> {
  return one(db, sql`(terms.working_group_id, terms.version) = (select s.working_group_id, ${versionOfSession} from sessions s where s.id = ${sessionId})`);
}

/** The minimums of the version `terms`. */
export const minimumsOf: RawBuilder<Terms['minimums']> = sql`(select coalesce(json_agg(json_build_object('constituency', m.constituency, 'seats', m.seats) order by m.constituency), '[]')
  from working_group_minimums m where m.working_group_id = terms.working_group_id and m.version = terms.version)`;

export const termsColumns: RawBuilder<unknown> = sql`terms.version, terms.from_on, terms.cadence, terms.quorum_share, terms.decision_rule, terms.notice_days, terms.correction_days, ${minimumsOf} as minimums`;

async function one(db: Reader, which: RawBuilder<unknown>): Promise<Terms> {
  const found = await sql<Terms>`select ${termsColumns}
    from working_group_terms terms where ${which}`.execute(db);
  const terms = found.rows[0];
  if (terms === undefined) throw new Error('a group has terms of reference since it was chartered');
  return terms;
}
