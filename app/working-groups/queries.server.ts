import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { consentedName, groupText } from './fragments.server';
import type { Cadence, DecisionRule, GroupKind, GroupStatus, SeatRole } from './model';
import type { GroupRef } from './policy';
import type { SessionVisibility } from './sessions/model';
import { minimumsOf, termsAt } from './terms/in-force.server';
import type { Terms } from './terms/model';
import { decisionsVisibleTo, groupsVisibleTo, seatDay, sessionsVisibleTo } from './visible.server';

export interface GroupRow extends GroupRef {
  readonly ref: string;
  readonly name: string;
  readonly mandate: string | null;
  /** Of the name and the mandate. */
  readonly language: string;
  readonly kind: GroupKind;
  readonly status: GroupStatus;
  readonly visibility: SessionVisibility;
  /** A short word by which it is also found. */
  readonly short_key: string | null;
  readonly version: number;
  /** Its last day, once it has ended. */
  readonly ended_on: string | null;
  readonly cadence: Cadence;
  readonly seats: number;
  /** Sessions that have met. */
  readonly held: number;
  readonly decisions: number;
  readonly next_ref: string | null;
  readonly next_at: Date | null;
  readonly next_zone: string | null;
}

export interface GroupRecord extends GroupRow {
  readonly coalition: string;
  readonly quorum_share: string;
  readonly decision_rule: DecisionRule;
  readonly notice_days: number;
  readonly correction_days: number;
  readonly minimums: Terms['minimums'];
  readonly terms_version: number;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
}

export interface SeatRow {
  readonly id: string;
  readonly organisation: string | null;
  readonly organisation_ref: string | null;
  readonly constituency: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly on_leave: boolean;
  /** Only where they agreed to be named. */
  readonly holder: string | null;
  readonly alternate: string | null;
}

const rows = (viewer: Actor, view: View): RawBuilder<unknown> => sql`
  select g.id, g.coalition_id, g.ref, text.name, text.mandate, text.language, g.kind, g.status, g.visibility, g.short_key, g.version, g.ended_on, terms.cadence, terms.quorum_share, terms.decision_rule, terms.notice_days, terms.correction_days, terms.version as terms_version, ${minimumsOf} as minimums, g.starts_on, g.ends_on,
    (select count(*)::int from seats x where x.working_group_id = g.id and ${holdsOn('x', seatDay(view))}) as seats,
    (select count(*)::int from sessions s where s.working_group_id = g.id and s.started_at is not null and ${sessionsVisibleTo(viewer, view)}) as held,
    (select count(*)::int from decisions d left join sessions s on s.id = d.session_id where d.working_group_id = g.id and d.status = 'adopted' and ${decisionsVisibleTo(viewer, view)}) as decisions,
    next.ref as next_ref, next.starts_at as next_at, next.time_zone as next_zone,
    (select t.name from coalition_texts t where t.coalition_id = g.coalition_id order by t.language = ${view.language} desc, t.language = 'en' desc, t.language limit 1) as coalition
  from working_groups g
  cross join ${groupText(view.language)}
  join ${termsAt(todayOf(view))}
  left join lateral (
    select s.ref, s.starts_at, s.time_zone from sessions s where s.working_group_id = g.id and s.status = 'convened' and s.starts_at > ${view.now} and ${sessionsVisibleTo(viewer, view)}
    order by s.starts_at limit 1) next on true
  where ${groupsVisibleTo(viewer, view)}`;

/** The groups a viewer may see: those at work first, then by name. */
export async function listGroups(viewer: Actor, view: View): Promise<readonly GroupRow[]> {
  const found = await sql<GroupRow>`${rows(viewer, view)} order by g.status in ('concluded', 'dissolved'), text.name collate "und-x-icu", g.ref`.execute(database());
  return found.rows;
}

export async function findGroup(viewer: Actor, ref: string, view: View): Promise<GroupRecord | undefined> {
  const found = await sql<GroupRecord>`${rows(viewer, view)} and (g.ref = ${ref} or g.short_key = ${ref.toLowerCase()})`.execute(database());
  return found.rows[0];
}

/** The seats that count today, or counted on the last day of the group: the chair first, then voting seats, then the others, each by name. */
export async function seatsOfGroup(_viewer: Actor, groupId: string, view: View): Promise<readonly SeatRow[]> {
  const name = (column: string) => sql`(select ${consentedName} from people p where p.id = ${sql.ref(column)})`;
  const found = await sql<SeatRow>`
    select x.id, o.name as organisation, o.ref as organisation_ref, x.constituency, x.role, x.voting, x.on_leave, ${name('x.holder_id')} as holder, ${name('x.alternate_id')} as alternate
    from seats x join working_groups g on g.id = x.working_group_id left join organisations o on o.id = x.organisation_id
    where g.id = ${groupId} and ${holdsOn('x', seatDay(view))}
    order by array_position(array['chair', 'cochair', 'secretary'], x.role), x.voting desc, coalesce(o.name, x.constituency) collate "und-x-icu", x.id`.execute(database());
  return found.rows;
}
