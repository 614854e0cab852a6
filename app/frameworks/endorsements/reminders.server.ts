import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { formatDate, formatList } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { isReachable, sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { countryName } from '#db/reference/countries';
import { ledBy } from '../promised.server';
import { promiseDueOn } from './model';
import type { endorsementPolicy } from './policy';

/** An endorsement whose party has no commitment and was not told so yet. */
export interface Untold {
  readonly id: string;
  readonly ref: string;
  readonly organisation: string | null;
  readonly country_iso2: string | null;
  readonly published_on: string;
  /** Those who speak for the party and have an address; without any it cannot be told. */
  readonly readers: readonly string[];
}

export const nameOfUntold = ({ organisation, country_iso2 }: Pick<Untold, 'organisation' | 'country_iso2'>, language: Language): string =>
  organisation ?? countryName(country_iso2 ?? '', language);

async function untold(db: Reader, framework: string, now: Date): Promise<readonly Untold[]> {
  const { rows } = await sql<Untold>`
    select e.id, e.ref, o.name as organisation, e.country_iso2, to_char(e.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
      array(select distinct r.person_id from roles r where ${isReachable(sql`r.person_id`)} and r.role in ('focal_point', 'deputy_focal_point', 'country_coordinator') and (r.organisation_id = organisation_successor(e.organisation_id) or r.country_iso2 = e.country_iso2)
          and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})) as readers
    from endorsements e join framework_versions v on v.id = e.version_id join frameworks f on f.id = v.framework_id left join organisations o on o.id = e.organisation_id
    where f.code = ${framework} and e.status = 'published' and e.told_on is null and not exists ${ledBy()}
    order by e.published_at, e.id`.execute(db);
  return rows;
}

/** Whom a reminder would reach, before it is sent. */
export const findUntold = (framework: string, now: Date): Promise<readonly Untold[]> => untold(database(), framework, now);

/** How many people get a letter: each one, whoever many parties they speak for. */
export const readersOf = (rows: readonly Untold[]): ReadonlySet<string> => new Set(rows.flatMap(({ readers }) => readers));

/**
 * Tells endorsers that they have no commitment yet and until when they have time, one letter each, before the ledger says it in public.
 * A party that nobody speaks for is not told, and so the ledger does not say it either.
 */
export function remindEndorsers(granted: PermitFor<typeof endorsementPolicy.remind>, occasion: Occasion): Promise<Result<{ told: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('concord.endorsements.reminders'))`.execute(tx);
    const today = dayOf(occasion.now);
    const rows = (await untold(tx, granted.subject.framework, occasion.now)).filter(({ readers }) => readers.length > 0).map((row) => ({ ...row, due: promiseDueOn(row.published_on, today) }));
    for (const row of rows) await tx.updateTable('endorsements').set({ told_on: today, promise_due_on: row.due }).where('id', '=', row.id).execute();
    const readers = readersOf(rows);
    for (const personId of readers) {
      const own = rows.filter((row) => row.readers.includes(personId));
      const due = own.map((row) => row.due).toSorted()[0] ?? today;
      await sendLetter(tx, {
        to: { personId }, words: 'frameworks:mails.without_promise',
        values: (language) => ({ parties: formatList(language, [...new Set(own.map((row) => nameOfUntold(row, language)))]), due: formatDate(language, due) }),
        path: paths.newCommitment, thread: `endorsements:${granted.subject.framework}`, key: `without_promise:${own[0]?.id ?? ''}`, now: occasion.now,
      });
    }
    return done({ told: readers.size });
  });
}
