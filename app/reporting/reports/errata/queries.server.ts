import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { figuresOf } from '#app/reporting/figures/queries.server';
import { changesBetween, type FigureChange } from './differences';

/** What an edition corrects of the one before it. */
export interface Erratum {
  readonly id: string;
  readonly section_id: string | null;
  readonly position: number | null;
  readonly figure_key: string | null;
  readonly words: string;
  readonly language: Language;
}

export async function errataOf(reportId: string): Promise<Erratum[]> {
  const found = await sql<Erratum>`
    select e.id, e.section_id, s.position, e.figure_key, e.words, e.language
    from report_errata e left join report_sections s on s.id = e.section_id where e.report_id = ${reportId} order by s.position nulls first, e.written_at, e.id`.execute(database());
  return found.rows;
}

/** An edition as it came out. */
export interface Edition {
  readonly id: string;
  readonly edition: number;
  readonly out_on: string;
  readonly snapshot_of: string;
  readonly errata: readonly Erratum[];
  /** How its figures differ from those of the edition before it. */
  readonly figures: readonly FigureChange[];
}

/** All editions of a report that are out, the latest first, each with what it corrected. `out` is the condition on `reports r`. */
export async function editionsOf(_viewer: Actor, ref: string, out: ReturnType<typeof sql<boolean>>): Promise<Edition[]> {
  const found = await sql<Pick<Edition, 'id' | 'edition' | 'out_on' | 'snapshot_of'>>`
    select r.id, r.edition, to_char(greatest(r.published_at, r.embargo_until) at time zone 'UTC', 'YYYY-MM-DD') as out_on, r.snapshot_of
    from reports r where r.ref = ${ref} and ${out} order by r.edition desc`.execute(database());
  const figures = new Map(await Promise.all([...new Set(found.rows.map((row) => row.snapshot_of))].map(async (id) => [id, await figuresOf(id)] as const)));
  return Promise.all(found.rows.map(async (row, at) => {
    const before = found.rows[at + 1];
    const changed = before === undefined || before.snapshot_of === row.snapshot_of ? [] : changesBetween(figures.get(before.snapshot_of) ?? [], figures.get(row.snapshot_of) ?? []);
    return { ...row, errata: await errataOf(row.id), figures: changed };
  }));
}
