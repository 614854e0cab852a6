import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { closeDatabase, database, openDatabase, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { computeFigure } from '#app/reporting/figures/computing.server';
import { bindingOf, figureKeys, type FigureKey } from '#app/reporting/figures/model';
import { planReport } from '#app/reporting/reports/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { freezeReport, publicationGaps } from '#app/reporting/reports/publication.server';
import { sectionKinds, type SectionKind } from '#app/reporting/sections/model';
import { frozenRows } from '#app/reporting/snapshots/rows.server';

const now = new Date('2026-07-01T10:00:00Z');
const figuresIn: Partial<Record<SectionKind, readonly FigureKey[]>> = { promises: ['standing', 'clauses', 'rungs'], equity: ['groups'], money: ['ladder', 'currencies', 'total_a', 'total_b', 'total_c'], work: ['members', 'work'] };

/** The desk of a report in a generated world, and the same rows and sums by bare SQL. */
export async function openFreezing(url: string) {
  openDatabase(url);
  const coalition = await database().selectFrom('coalitions').select('id').executeTakeFirstOrThrow();
  const person = await database().selectFrom('people').select(['id', 'name']).executeTakeFirstOrThrow();
  const role = { role: 'secretariat_lead', organisation_id: null, coalition_id: coalition.id, working_group_id: null, country_iso2: null } as const;
  const lead: PersonActor = { kind: 'person', ...person, language: 'en', time_zone: 'UTC', roles: [role], governments: [], affiliations: [] };
  const cycleOf = (year: number) => database().selectFrom('cycles').select(['id', 'ref']).where('year', '=', year).executeTakeFirstOrThrow();
  const reportOf = (ref: string) => database().selectFrom('reports').select(['id', 'status']).where('ref', '=', ref).executeTakeFirstOrThrow();
  return {
    plan: async (year: number): Promise<string> => {
      const cycle = await cycleOf(year);
      const sections = sectionKinds.map((kind) => ({ kind, owner_id: null, texts: { en: { heading: `Chapter ${kind}`, body: `What it tells.\n\n${(figuresIn[kind] ?? []).map(bindingOf).join('\n\n')}` } } }));
      const planned = await planReport(permit(reportPolicy.plan, lead, { coalition_id: coalition.id, cycle_id: cycle.id }), { now }, { language: 'en', titles: { en: { title: `Report ${year}`, summary: null } }, sections });
      if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
      return planned.value.ref;
    },
    freeze: async (year: number, ref: string): Promise<void> => {
      const cycle = await cycleOf(year);
      const frozen = await freezeReport(permit(reportPolicy.freeze, lead, { ...(await reportOf(ref)), coalition_id: coalition.id }), { now }, cycle.ref);
      if (!frozen.ok) throw new Error(JSON.stringify(frozen.problems));
    },
    /** What publishing asks: the hash and every figure once more. */
    check: async (ref: string): Promise<void> => {
      const gaps = await publicationGaps(database(), (await reportOf(ref)).id, now);
      if (gaps.some((gap) => ['figures_differ', 'snapshot_touched'].includes(gap))) throw new Error(gaps.join());
    },
    /**
     * The same rows selected by the same question into a table of the same shape, with its indexes and its checks, and the same sums of the same figures over it.
     * Without what makes it a report that can be relied upon: no hash, no reference to a sealed snapshot, no list of what was missing, no records kept behind figures, nothing of who
     * has looked at them, no difference to the report before. What is left is copied and counted, which nobody can do without.
     */
    bare: async (year: number): Promise<{ ms: number; rows: number; copied: number; counted: Record<string, number> }> => {
      const cycle = await cycleOf(year);
      return database().transaction().execute(async (tx: Tx) => {
        await sql`set local search_path to bare, public`.execute(tx);
        const id = newId();
        const begun = performance.now();
        const copied = await sql`with recursive ${frozenRows({ coalition_id: coalition.id, cycle_id: cycle.id, as_of: '2026-07-01', counts_to: now })} insert into snapshot_rows select ${id}::uuid, kind, record_id, ref, facts from frozen`.execute(tx);
        const copying = performance.now() - begun;
        const counted: Record<string, number> = {};
        for (const key of figureKeys) {
          const from = performance.now();
          await computeFigure(tx, id, key);
          counted[key] = performance.now() - from;
        }
        return { ms: performance.now() - begun, rows: Number(copied.numAffectedRows ?? 0), copied: copying, counted };
      });
    },
    close: closeDatabase,
  };
}
