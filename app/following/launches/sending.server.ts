import { sql } from 'kysely';
import { signTransaction } from '#app/access/transaction.server';
import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { releaseByClock } from '#app/reporting/reports/release.server';
import { digestThread, stopSecret } from '../secret.server';

/** The job of the instant at which a report comes out: first it is out, then whoever follows its coalition is told. */
export async function launchByClock(payload: Readonly<Record<string, unknown>>, now: Date): Promise<void> {
  if (!(await releaseByClock(payload, now))) return;
  await database().transaction().execute(async (tx) => {
    await signTransaction(tx, { kind: 'system', name: 'clock' }, 'report:release', { now });
    await tellFollowers(tx, String(payload['report']), now);
  });
}

/** FO-7: one letter for each edition to each who follows the coalition and has not stopped these mails. */
async function tellFollowers(tx: Tx, id: string, now: Date): Promise<void> {
  const report = await tx.selectFrom('reports as r').innerJoin('cycles as y', 'y.id', 'r.cycle_id').innerJoin('snapshots as s', 's.report_id', 'r.snapshot_of').select(['r.ref', 'r.edition', 'r.language', 'y.coalition_id', 's.as_of']).where('r.id', '=', id).executeTakeFirstOrThrow();
  const texts = await tx.selectFrom('report_texts').select(['language', 'title']).where('report_id', '=', id).execute();
  const titleIn = (language: Language) => (texts.find((one) => one.language === language) ?? texts.find((one) => one.language === report.language))?.title ?? report.ref;
  for (const personId of await followersOf(tx, report.coalition_id)) {
    await sendLetter(tx, {
      to: { personId }, words: report.edition === 1 ? 'following:mails.launch' : 'following:mails.corrected',
      values: (language) => ({ title: titleIn(language), edition: report.edition, asOf: formatDate(language, report.as_of), on: formatDate(language, dayOf(now)) }),
      path: (language) => (report.edition === 1 ? paths.in(language).report(report.ref) : paths.in(language).reportErrata(report.ref)),
      stop: paths.followingStop(), secret: stopSecret(personId), thread: digestThread(personId), key: `launch:${id}:${personId}`, now,
    });
  }
}

async function followersOf(tx: Tx, coalitionId: string): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select f.person_id from follows f join follow_rhythms r on r.person_id = f.person_id where f.coalition_id = ${coalitionId} and r.rhythm <> 'none' order by f.person_id`.execute(tx);
  return found.rows.map(({ person_id }) => person_id);
}
