import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';

/** SE-11: a section that its report tells, and does not leave out. The one condition of every reader, on the table `report_sections` by the name that it has in the query. */
export const isTold = (section: RawBuilder<unknown> = sql`s`): RawBuilder<boolean> => sql<boolean>`(${section}.left_out_at is null)`;

/** The other sections: profiles that were left out. */
export const isLeftOut = (section: RawBuilder<unknown> = sql`s`): RawBuilder<boolean> => sql<boolean>`(not ${isTold(section)})`;

/**
 * SE-11: the figures of an edition that it does not tell, by their names: those of the subject of a profile that was left out, unless a text that is
 * told binds them. They stay as they were frozen, because another edition may read them.
 */
export async function untoldFigures(db: Reader, { id, snapshot_of }: { readonly id: string; readonly snapshot_of: string }): Promise<ReadonlySet<string>> {
  const found = await sql<{ key: string }>`
    select f.key from report_sections s left join working_groups g on g.id = s.working_group_id left join organisations o on o.id = s.organisation_id
      join report_figures f on f.report_id = ${snapshot_of}::uuid and substr(f.key, strpos(f.key, '-') + 1) = coalesce('country-' || s.country_iso2, 'group-' || g.ref, 'member-' || o.ref)
    where s.report_id = ${id}::uuid and ${isLeftOut()} and not exists (
      select from report_sections w join report_section_texts t on t.section_id = w.id where w.report_id = s.report_id and ${isTold(sql`w`)} and strpos(t.body, '{{figure:' || f.key || '}}') > 0)`.execute(db);
  return new Set(found.rows.map(({ key }) => key));
}
