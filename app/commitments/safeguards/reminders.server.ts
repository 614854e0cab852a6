import { sql } from 'kysely';
import { formatDate } from '#app/languages/format';
import { remindedBefore, reminderAt } from '#app/members/adherences/model';
import { paths } from '#app/paths';
import { addDays, dayOf, daysBetween, type Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Status } from '../model';
import { tellLead } from '../notices.server';

/**
 * CO-7: reminds the lead of a safeguard that ends within 60 and within 14 days, once each, unless the next one is written. Read from the records
 * and the clock: a day on which nobody ran is made good by the next.
 */
export async function remindOfSafeguards(now: Date): Promise<void> {
  const today = dayOf(now);
  await database().transaction().execute(async (tx) => {
    const ending = await sql<{ id: string; commitment_id: string; expires_on: Day }>`
      select s.id, s.commitment_id, s.expires_on from safeguards s join commitments c on c.id = s.commitment_id and c.status = 'published'
      where s.status = 'approved' and s.expires_on > ${today}::date and s.expires_on <= ${addDays(today, remindedBefore[0])}::date
        and not exists (select from safeguards n where n.commitment_id = s.commitment_id and n.number > s.number) order by s.expires_on, s.id`.execute(tx);
    if (ending.rows.length === 0) return;
    const rows = await tx.selectFrom('commitments').selectAll().where('id', 'in', ending.rows.map(({ commitment_id }) => commitment_id)).execute();
    for (const { id, commitment_id, expires_on } of ending.rows) {
      const step = reminderAt(daysBetween(today, expires_on));
      const row = rows.find((one) => one.id === commitment_id);
      if (step === undefined || row === undefined) continue;
      const values = (language: Parameters<typeof formatDate>[0]) => ({ ends: formatDate(language, expires_on) });
      await tellLead(tx, { ...row, status: row.status as Status }, { words: 'safeguard_ending', version: `${id}:${step}`, now, values, path: paths.safeguard(row.ref) });
    }
  });
}
