import { sql } from 'kysely';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { speakersOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { leftOf } from './model';
import { lastDueDay, trancheRows, type TrancheRow } from './queries.server';

/**
 * TR-1: tells those who speak for the provider that a tranche is about to be due, and that it is late, once each. Read from the records and the
 * clock: a day on which nobody ran is made good by the next. A tranche that gets another day is told of again.
 */
export async function remindOfTranches(now: Date): Promise<void> {
  const view = { language: 'en', now } as const;
  const rows = await trancheRows(sql`r.cancelled_on is null and m.paid < r.amount and p.status <> 'cancelled' and r.due_on <= ${lastDueDay(view)} order by r.due_on, r.id`, view);
  for (const row of rows) await remind(row, now);
}

async function remind(row: TrancheRow, now: Date): Promise<void> {
  const words = row.state === 'late' ? 'tranche_late' : 'tranche_due';
  const { provider_organisation_id, provider_country_iso2 } = row.subject;
  await database().transaction().execute(async (tx) => {
    const readers = await speakersOf(tx, { organisation_id: provider_organisation_id, country_iso2: provider_country_iso2 }, now);
    for (const personId of readers) {
      await sendLetter(tx, {
        to: { personId }, words: `financing:mails.${words}`, path: (language) => `${paths.in(language).pledge(row.pledge_ref)}#tranches`,
        values: (language) => ({ ref: row.pledge_ref, title: row.pledge_title, amount: formatMoneyExact(language, leftOf(row), row.currency), due: formatDate(language, row.due_on) }),
        thread: `tranche:${row.id}`, key: `tranche:${row.id}:${row.due_on}:${words}:${personId}`, now,
      });
    }
  });
}
