import { sql } from 'kysely';
import type { Permit } from '#app/access/permit';
import type { GroupRef } from '#app/working-groups/policy';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { SeatRole } from '#app/working-groups/model';

/** A seat for whoever keeps the seats of the group: people are named, with their addresses. */
export interface KeptSeat {
  readonly id: string;
  readonly organisation: string | null;
  readonly constituency: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly on_leave: boolean;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly holder: string | null;
  readonly holder_mail: string | null;
  readonly alternate: string | null;
  readonly alternate_mail: string | null;
}

const columns = sql`x.id, o.name as organisation, x.constituency, x.role, x.voting, x.on_leave, x.from_on, x.until_on, h.name as holder, hm.address as holder_mail, a.name as alternate, am.address as alternate_mail`;
const from = sql`from seats x left join organisations o on o.id = x.organisation_id
  left join people h on h.id = x.holder_id and h.erased_at is null left join person_mails hm on hm.person_id = h.id and hm.is_primary
  left join people a on a.id = x.alternate_id and a.erased_at is null left join person_mails am on am.person_id = a.id and am.is_primary`;

/** The seats of a group from a day on: those that stand, and those to come; each with the days for which its row holds. */
export async function keptSeats(granted: Permit<string, GroupRef>, today: string): Promise<readonly KeptSeat[]> {
  return (await sql<KeptSeat>`select ${columns} ${from} where x.working_group_id = ${granted.subject.id} and (x.until_on is null or x.until_on >= ${today}::date)
    order by coalesce(o.name, x.constituency) collate "und-x-icu", x.from_on, x.id`.execute(database())).rows;
}

export async function keptSeat(granted: Permit<string, GroupRef>, id: string): Promise<KeptSeat | undefined> {
  if (!isId(id)) return undefined;
  return (await sql<KeptSeat>`select ${columns} ${from} where x.working_group_id = ${granted.subject.id} and x.id = ${id}`.execute(database())).rows[0];
}
