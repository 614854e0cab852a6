import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { standingsOf } from '../extracts/standing.server';
import { standingIn } from '../extracts/standing';
import type { OwnCommitment, OwnReport, SinceBefore, Subject } from './model';

/** Whether a row of `snapshot_rows as r` that is a commitment is one of the subject: it leads it, or it is for it or with it. */
const isBy = ({ code }: Subject) => sql`r.facts ->> 'lead' = ${code}`;
const isBeside = ({ kind, code }: Subject) => sql`r.facts -> ${kind === 'country' ? 'countries' : 'partners'} @> to_jsonb(${code}::text)`;

/** Table `own`: the commitments of a subject in a snapshot, with what was accepted of each and whether it was asked for. */
const ownCommitments = (snapshotId: string, subject: Subject): RawBuilder<unknown> => sql`
  own as materialized (
    select r.record_id, r.ref, r.facts, case when ${isBy(subject)} then 'by' else 'beside' end as relation, coalesce(r.facts -> 'update' ->> 'verification', 'not_reported') as rung, u.facts as said,
      coalesce((e.facts ->> 'expected')::boolean, false) as asked, coalesce((e.facts ->> 'reported')::boolean, false) as reported
    from snapshot_rows r
      left join snapshot_rows u on u.snapshot_id = r.snapshot_id and u.kind = 'update' and u.record_id = r.facts -> 'update' ->> 'id'
      left join snapshot_rows e on e.snapshot_id = r.snapshot_id and e.kind = 'expected' and e.record_id = r.record_id
    where r.snapshot_id = ${snapshotId}::uuid and r.kind = 'commitment' and (${isBy(subject)} or ${isBeside(subject)}))`;

interface Found {
  readonly commitments: readonly OwnCommitment[] | null;
  readonly silent: OwnReport['silent'] | null;
}

/** The commitments of a subject, those that it leads first: how they stand, the first of them, and those of which nothing was heard. */
export async function commitmentsIn(db: Reader, snapshotId: string, subject: Subject, most: number | null): Promise<Pick<OwnReport, 'standings' | 'commitments' | 'silent'>> {
  const found = await sql<Found>`
    with ${ownCommitments(snapshotId, subject)},
    listed as (
      select ref, facts ->> 'title' as title, facts ->> 'language' as language, relation, facts ->> 'lead' as lead, facts ->> 'standing' as standing, rung, facts -> 'principles' as principles, facts -> 'first' as first,
        coalesce(facts -> 'amendments', '[]') as amendments, asked, reported, said as update, record_id
      from own order by relation = 'beside', ref collate "C", record_id limit ${most}),
    silent as (select ref, facts ->> 'title' as title, facts ->> 'lead' as lead, relation, record_id from own where asked and not reported order by relation = 'beside', ref collate "C", record_id limit ${most})
    select (select jsonb_agg(to_jsonb(l) - 'record_id' order by relation = 'beside', ref collate "C", record_id) from listed l) as commitments,
      (select jsonb_agg(to_jsonb(s) - 'record_id' - 'relation' order by relation = 'beside', ref collate "C", record_id) from silent s) as silent`.execute(db);
  const counts = await standingsOf(db, snapshotId, sql`select case when ${isBy(subject)} then 'by' else 'beside' end as scope, r.record_id from snapshot_rows r where r.snapshot_id = ${snapshotId}::uuid and r.kind = 'commitment' and (${isBy(subject)} or ${isBeside(subject)})`);
  const [{ commitments = null, silent = null } = {}] = found.rows;
  return { standings: { by: standingIn(counts, 'by'), beside: standingIn(counts, 'beside') }, commitments: commitments ?? [], silent: silent ?? [] };
}

/**
 * What stands elsewhere than in the snapshot of the report before, or in one of the two alone. Of partners an earlier one may say nothing
 * yet (`whole`): then what a member leads is compared alone.
 */
export async function movedSince(db: Reader, before: string, after: string, { subject, whole, most }: { readonly subject: Subject; readonly whole: boolean; readonly most: number | null }): Promise<Pick<SinceBefore, 'before' | 'after' | 'moved' | 'count'>> {
  const of = (snapshot: string) => sql`select r.record_id, r.ref, r.facts ->> 'title' as title, r.facts ->> 'standing' as standing from snapshot_rows r
    where r.snapshot_id = ${snapshot}::uuid and r.kind = 'commitment' and (${isBy(subject)} ${whole ? sql`or ${isBeside(subject)}` : sql``})`;
  const found = await sql<Pick<SinceBefore, 'before' | 'after' | 'count'> & { moved: SinceBefore['moved'] | null }>`
    with b as materialized (${of(before)}), n as materialized (${of(after)}),
    moved as (select coalesce(n.ref, b.ref) as ref, coalesce(n.title, b.title) as title, b.standing as before, n.standing as after from b full join n using (record_id) where b.standing is distinct from n.standing)
    select (select count(*)::int from b) as before, (select count(*)::int from n) as after, (select count(*)::int from moved) as count,
      (select jsonb_agg(m order by ref collate "C") from (select * from moved order by ref collate "C" limit ${most}) m) as moved`.execute(db);
  const [row] = found.rows;
  return { before: row?.before ?? 0, after: row?.after ?? 0, count: row?.count ?? 0, moved: row?.moved ?? [] };
}
