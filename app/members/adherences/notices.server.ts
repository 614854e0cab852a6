import { sql } from 'kysely';
import { formatDate } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { peopleFor } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import { addDays, dayOf, daysBetween, type Day } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { remindedBefore, reminderAt } from './model';

type What = 'confirmed' | 'revoked' | 'expiring';

/** What became of an adherence, to the people who act for the member. */
export async function tellOfAdherence(tx: Tx, id: string, what: What, now: Date, step = ''): Promise<void> {
  const row = await tx.selectFrom('adherences as a').innerJoin('memberships as m', 'm.id', 'a.membership_id').innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .select(['a.instrument', 'a.expires_on', 'a.revoked_reason', 'o.id as organisation_id', 'o.name', 'o.ref']).where('a.id', '=', id).executeTakeFirstOrThrow();
  const names = await tx.selectFrom('instrument_texts').select(['language', 'name']).where('code', '=', row.instrument).execute();
  for (const personId of await peopleFor(tx, row.organisation_id, ['org_admin', 'focal_point', 'deputy_focal_point'], now)) {
    await sendLetter(tx, {
      to: { personId }, words: `members:mails.adherence_${what}`,
      values: (language) => ({ name: row.name, instrument: names.find((one) => one.language === language)?.name ?? row.instrument, expires: formatDate(language, row.expires_on), reason: row.revoked_reason ?? '' }),
      path: (language) => paths.in(language).member(row.ref), thread: `adherence:${id}`, key: `adherence:${id}:${what}${step}`, now,
    });
  }
}

/**
 * ME-13: reminds of what expires within 60 and within 14 days, once each, unless it was renewed. Read from the records and the clock: a day on
 * which nobody ran is made good by the next.
 */
export async function remindOfExpiry(now: Date): Promise<void> {
  const today = dayOf(now);
  await database().transaction().execute(async (tx) => {
    const found = await sql<{ id: string; expires_on: Day }>`
      select a.id, a.expires_on from adherences a join memberships m on m.id = a.membership_id and m.status = 'active'
      where a.revoked_at is null and a.confirmed_at is not null and a.expires_on > ${today}::date and a.expires_on <= ${addDays(today, remindedBefore[0])}::date
        and not exists (select from adherences b where b.membership_id = a.membership_id and b.instrument = a.instrument and b.revoked_at is null and b.starts_on >= a.expires_on)
      order by a.expires_on, a.id`.execute(tx);
    for (const { id, expires_on } of found.rows) {
      const step = reminderAt(daysBetween(today, expires_on));
      if (step !== undefined) await tellOfAdherence(tx, id, 'expiring', now, `:${step}`);
    }
  });
}
