import { sql } from 'kysely';
import { problem, type Problem } from '#app/access/result';
import { dayOf } from '#app/platform/clock';
import { database, type Reader, type Tx } from '#app/platform/database.server';

/** CN-8: why a version cannot be published yet. */
export interface Unanswered {
  readonly ref: string;
  /** The last day of a consultation that has not closed. */
  readonly closes_on: string | null;
  /** Comments that nobody has answered, or let through or refused. */
  readonly comments: number;
}

async function unanswered(db: Reader, version_id: string, now: Date): Promise<readonly Unanswered[]> {
  const found = await sql<Unanswered>`
    select c.ref, case when c.closes_on >= ${dayOf(now)}::date and c.closed_at is null then to_char(c.closes_on, 'YYYY-MM-DD') end as closes_on,
      (select count(*)::int from consultation_comments m where m.consultation_id = c.id and m.status <> 'refused' and m.disposition is null) as comments
    from consultations c where c.version_id = ${version_id} order by c.opens_on, c.id`.execute(db);
  return found.rows.filter(({ closes_on, comments }) => closes_on !== null || comments > 0);
}

/** What stands in the way of publishing a version, by consultation. */
export const findUnanswered = (version_id: string, now: Date): Promise<readonly Unanswered[]> => unanswered(database(), version_id, now);

/** The same under the lock of the version, as what is refused. Its consultations are held: a comment that is on its way comes first. */
export async function unansweredIn(tx: Tx, version_id: string, now: Date): Promise<readonly Problem[]> {
  await tx.selectFrom('consultations').select('id').where('version_id', '=', version_id).forUpdate().execute();
  return (await unanswered(tx, version_id, now)).flatMap(({ ref, closes_on, comments }) => [
    ...(closes_on === null ? [] : [problem('frameworks:problems.consultation_open', undefined, { ref })]),
    ...(comments === 0 ? [] : [problem('frameworks:problems.comments_unanswered', undefined, { ref, count: comments, shown: comments })]),
  ]);
}
