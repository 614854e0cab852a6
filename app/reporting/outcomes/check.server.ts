import { sql } from 'kysely';
import { database } from '#app/platform/database.server';
import { differences, type Canonical } from '#app/working-groups/minutes/canonical';
import { sealOf } from './seal.server';

export interface OutcomeCheck {
  readonly ref: string;
  readonly sha256: string;
  /** What the texts and rows that are kept hash to now. */
  readonly recomputed: string;
  /** What the audit trail says was sealed; null where it says nothing. */
  readonly trailed: string | null;
  /** Where texts and rows say something else than the trail tells of them: `texts.next.en`, `rows.decision.WG-01-D01.text`. */
  readonly altered: readonly string[];
  readonly holds: boolean;
}

interface Sealed {
  readonly id: string;
  readonly ref: string;
  readonly kind: string;
  readonly language: string;
  readonly number: number;
  readonly sha256: string;
}

/** Every outcome report that was approved, or the one of a reference, in the order of their approval. */
export const sealedOutcomes = async (ref?: string): Promise<readonly Sealed[]> => (await sql<Sealed>`
  select o.id, g.ref || '-O' || o.number as ref, o.kind, o.language, o.number, o.sha256 from outcome_reports o join working_groups g on g.id = o.working_group_id
  where o.sha256 is not null and (${ref ?? null}::text is null or g.ref || '-O' || o.number = ${ref ?? null}) order by o.approved_at, 2`.execute(database())).rows;

/** Recomputes the seal of a report: the hash over its texts and rows, what the trail kept of it, and the texts and rows as the trail tells them. */
export async function checkOutcome(report: Sealed): Promise<OutcomeCheck> {
  const { id, ref, sha256 } = report;
  const recomputed = await sealOf(database(), report);
  const trail = await database().selectFrom('audit_log').select(sql<string>`after ->> 'sha256'`.as('sha256')).where('table_name', '=', 'outcome_reports').where('record_id', '=', id).where(sql<boolean>`after ->> 'sha256' is not null`).orderBy('id').limit(1).executeTakeFirst();
  const trailed = trail?.sha256 ?? null;
  const altered = differences(await keptOf(id), await toldOf(id));
  return { ref, sha256, recomputed, trailed, altered, holds: recomputed === sha256 && trailed === sha256 && altered.length === 0 };
}

/** A row of the tables that are sealed, as it is kept and as the trail keeps it. */
interface Row {
  readonly table: string;
  readonly facts: Readonly<Record<string, Canonical>> & { readonly facts?: { readonly ref?: string } };
}

const keptOf = async (id: string): Promise<Canonical> => toldBy((await sql<Row>`
  select 'outcome_reports' as "table", to_jsonb(o) as facts from outcome_reports o where o.id = ${id}
  union all select 'outcome_texts', to_jsonb(t) from outcome_texts t where t.outcome_id = ${id}
  union all select 'outcome_rows', to_jsonb(w) from outcome_rows w where w.outcome_id = ${id}`.execute(database())).rows);

/** The last word of the trail on each of them; what was taken away is not there. */
const toldOf = async (id: string): Promise<Canonical> => toldBy((await sql<Row>`
  select "table", facts from (
    select distinct on (a.table_name, key) a.table_name as "table", a.after as facts from audit_log a
      cross join lateral (select coalesce(a.after, a.before) as facts) last
      cross join lateral (select case a.table_name when 'outcome_texts' then concat_ws(' ', last.facts ->> 'part', last.facts ->> 'language') when 'outcome_rows' then concat_ws(' ', last.facts ->> 'kind', last.facts ->> 'record_id') else '' end as key) keyed
    where (a.table_name = 'outcome_reports' and a.record_id = ${id}) or (a.parent_table = 'outcome_reports' and a.parent_id = ${id} and a.table_name in ('outcome_texts', 'outcome_rows'))
    order by a.table_name, key, a.id desc) latest where facts is not null`.execute(database())).rows);

/** What is sealed of them, each under a path that people can follow. */
function toldBy(rows: readonly Row[]): Canonical {
  const of = (table: string) => rows.filter((row) => row.table === table).map((row) => row.facts);
  return {
    report: Object.fromEntries(of('outcome_reports').flatMap(({ kind, language, number }) => Object.entries({ kind, language, number }) as [string, Canonical][])),
    texts: Object.fromEntries(of('outcome_texts').map((one) => [`${String(one['part'])}.${String(one['language'])}`, one['text'] ?? null])),
    rows: Object.fromEntries(of('outcome_rows').map((one) => [`${String(one['kind'])}.${one.facts?.ref ?? String(one['record_id'])}`, { position: one['position'] ?? null, ...one.facts } as Canonical])),
  };
}
