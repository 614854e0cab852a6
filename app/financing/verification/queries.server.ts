import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import type { Amount } from '#app/financing/money/model';
import { transactionsVisibleTo } from '#app/financing/pledges/visible.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { EvidenceRow } from '#app/records/evidence/model';
import { rungOf, type Verification } from '#app/records/verification/model';
import type { Look, VerifiedFigure } from './model';

/** The figures that somebody looked at last, and what came since. The pledge itself has been guarded before. */
export async function verifiedFigureOf(pledge_id: string): Promise<VerifiedFigure | null> {
  const found = await sql<Omit<VerifiedFigure, 'since'> & { rungs: Verification[] }>`
    with last as (select * from pledge_verifications where pledge_id = ${pledge_id} order by verified_at desc, id desc limit 1),
    later as (
      select t.type_code, t.value, transaction_rung(t.id, t.verification) as rung from last join transactions t on t.pledge_id = last.pledge_id and t.currency = last.currency and t.type_code in ('2', '3')
      where not exists (select from transaction_verifications v where v.pledge_verification_id = last.id and v.transaction_id = t.id)
    )
    select last.rung, to_char(last.verified_at at time zone 'UTC', 'YYYY-MM-DD') as on, last.method, last.note, last.currency,
      trim_scale(last.committed)::text as committed, trim_scale(last.disbursed)::text as disbursed,
      (select trim_scale(coalesce(sum(value) filter (where type_code = '3'), 0))::text from later) as added,
      (select trim_scale(coalesce(sum(value) filter (where type_code = '2'), 0))::text from later) as committed_since,
      array(select distinct rung from later where type_code = '3') as rungs
    from last`.execute(database());
  const [row] = found.rows;
  if (row === undefined) return null;
  const { rungs, ...figure } = row;
  return { ...figure, since: rungOf(rungs) ?? null };
}

/** What is disbursed, by who says so; a payment that was reversed and its reversal are both left out, so that the parts sum to the whole. */
export async function disbursedByRung(pledge_id: string): Promise<readonly { readonly rung: Verification; readonly amount: Amount }[]> {
  const found = await sql<{ rung: Verification; amount: Amount }>`
    select transaction_rung(t.id, t.verification) as rung, trim_scale(sum(t.value))::text as amount
    from transactions t join pledges p on p.id = t.pledge_id and p.currency = t.currency
    where t.pledge_id = ${pledge_id} and t.type_code = '3' and t.reversal_of is null and not exists (select from transactions b where b.reversal_of = t.id)
    group by 1`.execute(database());
  return found.rows;
}

/** Who has looked at a transaction, the latest first. The transaction itself has been guarded before. */
export async function looksAt(transaction_id: string): Promise<readonly Look[]> {
  const found = await sql<Look>`
    select rung, to_char(verified_at at time zone 'UTC', 'YYYY-MM-DD') as on, method, note from transaction_verifications
    where transaction_id = ${transaction_id} order by verified_at desc, id desc`.execute(database());
  return found.rows;
}

/** Its documents. */
export async function evidenceOfTransaction(transaction_id: string): Promise<readonly EvidenceRow[]> {
  const found = await sql<EvidenceRow>`
    select e.id, e.title, e.url, f.media_type, f.size_bytes::int as size_bytes, e.language, to_char(e.added_at at time zone 'UTC', 'YYYY-MM-DD') as added_on, true as own, e.taken_back_on, e.taken_back_why
    from evidence e left join files f on f.id = e.file_id where e.transaction_id = ${transaction_id} order by e.added_at desc, e.id`.execute(database());
  return found.rows;
}

/** The file of a document of a transaction, for whoever may read the transaction. */
export async function findTransactionFile(viewer: Actor, id: string, view: View): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<{ file_id: string }>`
    select e.file_id from evidence e join transactions t on t.id = e.transaction_id left join pledges p on p.id = t.pledge_id
    where e.id = ${id} and e.file_id is not null and e.taken_back_on is null and ${transactionsVisibleTo(viewer, view)}`.execute(database());
  return found.rows[0]?.file_id;
}
