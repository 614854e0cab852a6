import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import type { Origin, Vanished } from '#app/records/sources/model';

/** What a file says by now: the activities that it holds, who reports them, and the keys of everything that it says about them. */
export interface Edition {
  readonly identifiers: readonly string[];
  readonly reporters: readonly string[];
  readonly keys: readonly string[];
}

/**
 * What this source said before and says no longer: activities of those who report here, and of the activities that are still there, who took
 * part and what was budgeted. Nothing is deleted for it. Transactions are compared where they are taken.
 */
export async function vanishedFrom(tx: Tx, origin: Origin, { identifiers, reporters, keys }: Edition): Promise<Vanished[]> {
  const found = await sql<Vanished>`
    with said as (select source_key, table_name, record_id, notes from import_sources where source_name = ${origin.source} and source_key <> all(${keys}::text[]))
    select json_build_object('table', 'activities', 'ref', a.iati_identifier) as record, 'activity' as part, null as said
    from said s join activities a on a.id = s.record_id where s.table_name = 'activities' and s.notes ->> 'reporting_identifier' = any(${reporters}::text[])
    union all
    select json_build_object('table', 'activities', 'ref', a.iati_identifier), 'participant', concat_ws(' · ', p.role_code, coalesce(p.name, p.identifier))
    from said s join activity_participants p on p.id = s.record_id join activities a on a.id = p.activity_id
    where s.table_name = 'activity_participants' and a.iati_identifier = any(${identifiers}::text[])
    union all
    select json_build_object('table', 'activities', 'ref', a.iati_identifier), 'budget', concat_ws(' · ', b.period_start_on, b.period_end_on, trim_scale(b.value) || ' ' || b.currency)
    from said s join activity_budgets b on b.id = s.record_id join activities a on a.id = b.activity_id
    where s.table_name = 'activity_budgets' and a.iati_identifier = any(${identifiers}::text[])`.execute(tx);
  return found.rows;
}
