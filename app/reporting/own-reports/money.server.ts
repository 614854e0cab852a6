import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import type { Verification } from '#app/records/verification/model';
import { weightsOf } from '../figures/computing.server';
import { directions, type Direction, type MoneyLine, type OwnMoney, type OwnPledge, type Subject } from './model';

/** Table `mine`: the pledges that a subject gives or receives, with its share of each. */
const mine = (snapshotId: string, { kind, code }: Subject, recipients = kind === 'country' ? 'recipients' : 'member_recipients'): RawBuilder<unknown> => sql`
  mine as materialized (
    select 'given' as direction, r.record_id, r.ref, r.facts, 100::numeric as share from snapshot_rows r where r.snapshot_id = ${snapshotId}::uuid and r.kind = 'pledge' and r.facts ->> 'provider' = ${code}
    union all
    select 'received', r.record_id, r.ref, r.facts, (r.facts -> ${recipients}::text ->> ${code})::numeric from snapshot_rows r
    where r.snapshot_id = ${snapshotId}::uuid and r.kind = 'pledge' and r.facts -> ${recipients}::text ->> ${code} is not null),
  paid as materialized (
    select m.direction, m.ref, t.record_id, t.facts, m.share from mine m join snapshot_rows t on t.snapshot_id = ${snapshotId}::uuid and t.kind = 'transaction' and t.ref = m.ref and t.facts ->> 'of' = 'pledge')`;

/** What each figure of the report weighs, by the part of it that is told of a subject. */
const weighed: Readonly<Record<MoneyLine, readonly [figure: 'ladder' | 'total_a' | 'total_b' | 'total_c', part: string]>> = {
  pledged: ['ladder', 'pledged'], committed: ['ladder', 'committed'], disbursed: ['ladder', 'disbursed'], total_a: ['total_a', 'stands'], total_b: ['total_b', 'once'], total_c: ['total_c', 'confirmed'],
};

interface Counts {
  readonly direction: Direction;
  readonly pledges: number;
  readonly converted: number;
  readonly others: number;
}

/** FI-7: the money of a subject by the rules of the report's own figures, each record weighed by the subject's share. */
export async function moneyIn(db: Reader, snapshotId: string, subject: Subject): Promise<OwnMoney[]> {
  const figure = (key: 'ladder' | 'total_a' | 'total_b' | 'total_c') => sql`select ${key}::text as figure, w.kind, w.record_id, w.part, w.value from (${weightsOf(key, snapshotId)}) as w`;
  const amounts = await sql<{ direction: Direction; figure: string; part: string; amount: string }>`
    with ${mine(snapshotId, subject)},
    weights as materialized (${sql.join((['ladder', 'total_a', 'total_b', 'total_c'] as const).map(figure), sql` union all `)}),
    concerned as (select direction, 'pledge' as kind, record_id, share from mine union all select direction, 'transaction', record_id, share from paid)
    select c.direction, w.figure, w.part, trim_scale(round(sum(w.value * c.share / 100), 6))::text as amount
    from weights w join concerned c using (kind, record_id) group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  const counts = await sql<Counts>`
    with ${mine(snapshotId, subject)}
    select direction, count(*) filter (where facts ->> 'kind' = 'cash')::int as pledges, count(*) filter (where facts ->> 'kind' = 'cash' and facts ->> 'amount_usd' is not null)::int as converted, count(*) filter (where facts ->> 'kind' <> 'cash')::int as others
    from mine group by direction`.execute(db);
  const rungs = await sql<{ direction: Direction; rung: Verification; count: number }>`
    with ${mine(snapshotId, subject)}
    select direction, facts ->> 'verification' as rung, count(*)::int as count from mine where facts ->> 'kind' = 'cash' group by 1, 2 order by 1, 2`.execute(db);
  return directions.flatMap((direction) => {
    const count = counts.rows.find((one) => one.direction === direction);
    if (count === undefined) return [];
    const amountOf = ([key, part]: readonly [string, string]) => amounts.rows.find((one) => one.direction === direction && one.figure === key && one.part === part)?.amount;
    return [{
      ...count, amounts: Object.fromEntries(Object.entries(weighed).map(([line, of]) => [line, amountOf(of) ?? '0'])),
      rungs: Object.fromEntries(rungs.rows.filter((one) => one.direction === direction).map(({ rung, count: many }) => [rung, many])),
    }];
  });
}

/** The pledges of a subject with what was paid of them, what it gives first. */
export async function pledgesIn(db: Reader, snapshotId: string, subject: Subject, most: number | null): Promise<OwnPledge[]> {
  const found = await sql<OwnPledge>`
    with ${mine(snapshotId, subject)}
    select m.ref, m.facts ->> 'title' as title, m.direction, m.facts ->> 'provider' as provider, m.facts ->> 'kind' as kind, trim_scale(m.share)::text as share, m.facts ->> 'amount' as amount, m.facts ->> 'currency' as currency,
      m.facts ->> 'amount_usd' as amount_usd, m.facts ->> 'verification' as rung,
      (select case when count(*) filter (where p.facts ->> 'value_usd' is null) > 0 then null else trim_scale(coalesce(sum((p.facts ->> 'value_usd')::numeric), 0))::text end
        from paid p where p.ref = m.ref and p.direction = m.direction and p.facts ->> 'type' = '3') as paid_usd
    from mine m order by m.direction, m.ref collate "C", m.record_id limit ${most}`.execute(db);
  return found.rows;
}
