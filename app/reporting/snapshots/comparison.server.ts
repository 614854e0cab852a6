import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { frozenRows, rowsVersion, type Scope } from './rows.server';

/** A snapshot with what it was frozen by. */
export interface Frozen extends Scope {
  readonly id: string;
  readonly report_id: string;
  readonly frozen_at: Date;
  readonly sha256: string;
  readonly seen: string | null;
  readonly rule_versions: Readonly<Record<string, number>>;
}

/** What a record is now, beside what was frozen of it. */
export type Fate = 'added' | 'changed' | 'gone';

export interface DifferingRow {
  readonly kind: string;
  readonly record_id: string;
  readonly ref: string;
  readonly title: string | null;
  readonly fate: Fate;
  /** The facts that say something else; empty for what is added or gone. */
  readonly facts: readonly string[];
}

export interface Comparison {
  readonly counts: readonly { readonly kind: string; readonly fate: Fate; readonly count: number }[];
  /** The first of them, in the order of their kinds and references. */
  readonly rows: readonly DifferingRow[];
}

export async function findFrozen(db: Reader, reportId: string): Promise<Frozen | undefined> {
  const found = await sql<Frozen>`
    select s.id, s.report_id, s.sha256, s.seen, s.rule_versions, s.as_of, s.frozen_at, coalesce(s.counts_to, s.frozen_at) as counts_to, y.coalition_id, r.cycle_id
    from reports r join snapshots s on s.report_id = r.snapshot_of join cycles y on y.id = r.cycle_id where r.id = ${reportId}`.execute(db);
  return found.rows[0];
}

/**
 * What the same selection gives now that was frozen otherwise: of the tables as they are, or, where `told` marks it, as the trail told them.
 * A snapshot that was frozen by an earlier version of the rows is asked for what it knew.
 */
export async function compareRows(db: Reader, frozen: Frozen, { most = 100, told = sql`` }: { readonly most?: number; readonly told?: RawBuilder<unknown> } = {}): Promise<Comparison> {
  const whole = frozen.rule_versions['rows'] === rowsVersion;
  const answer = await sql<{ counts: Comparison['counts'] | null; rows: DifferingRow[] | null }>`
    with recursive ${told} ${frozenRows(frozen)},
    was as (select kind, record_id, ref, facts from snapshot_rows where snapshot_id = ${frozen.id}::uuid),
    paired as (
      select kind, record_id, coalesce(w.ref, f.ref) as ref, coalesce(w.facts, f.facts) as told, w.facts as before, f.facts as after, w.facts is null as added, f.facts is null as gone
      from was w full join frozen f using (kind, record_id)
      where ${whole ? sql`(w.ref, w.facts) is distinct from (f.ref, f.facts)` : sql`case when w.kind is null then kind in (select kind from was) else f.facts is null or not f.facts @> w.facts end`}
    ),
    differing as (
      select kind, record_id, ref, coalesce(told ->> 'title', told ->> 'name') as title, case when added then 'added' when gone then 'gone' else 'changed' end as fate,
        case when added or gone then '{}' else array(
          select name from (select jsonb_object_keys(before) as name union select jsonb_object_keys(after)) as names where before -> name is distinct from after -> name order by name collate "C") end as facts
      from paired
    )
    select (select jsonb_agg(counted order by kind collate "C", fate collate "C") from (select kind, fate, count(*)::int as count from differing group by kind, fate) as counted) as counts,
      (select jsonb_agg(listed order by kind collate "C", ref collate "C", record_id collate "C") from (select * from differing order by kind collate "C", ref collate "C", record_id collate "C" limit ${most}) as listed) as rows`.execute(db);
  const [found] = answer.rows;
  return { counts: found?.counts ?? [], rows: found?.rows ?? [] };
}

/** What became of the records of a frozen report since, and what came by now of what it counts; null before it is frozen. */
export async function sinceFreeze(db: Reader, reportId: string, now: Date, most = 50): Promise<Comparison | null> {
  const frozen = await findFrozen(db, reportId);
  return frozen === undefined ? null : compareRows(db, { ...frozen, counts_to: now }, { most });
}
