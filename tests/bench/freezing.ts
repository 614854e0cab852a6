import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { closeDatabase, database, openDatabase, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { computeFigure, recordsOf } from '#app/reporting/figures/computing.server';
import { bindingOf, figureKeys, type FigureKey } from '#app/reporting/figures/model';
import { planReport } from '#app/reporting/reports/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { freezeReport, publicationGaps } from '#app/reporting/reports/publication.server';
import { sectionKinds, type SectionKind } from '#app/reporting/sections/model';
import { frozenRows } from '#app/reporting/snapshots/rows.server';

const now = new Date('2026-07-01T10:00:00Z');
const figuresIn: Partial<Record<SectionKind, readonly FigureKey[]>> = { promises: ['standing', 'clauses', 'rungs'], equity: ['groups'], money: ['ladder', 'currencies', 'total_a', 'total_b', 'total_c'], work: ['members', 'work'] };

interface Bare {
  readonly rows: number;
  readonly listed: number;
  readonly copying: number;
  readonly counting: number;
  readonly listing: number;
}

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
     * The same rows selected by the same question into tables of the same shape, with their indexes and their checks: those of the snapshot, the same sums of the same figures over
     * them, and the list of the records behind each. Without what makes it a report that can be relied upon: no hash, no reference to a sealed snapshot, no list of what was missing,
     * nothing of who has looked at the records, no difference to the report before.
     */
    bare: async (year: number): Promise<Bare> => {
      const cycle = await cycleOf(year);
      return database().transaction().execute(async (tx: Tx) => {
        await sql`set local search_path to bare, public`.execute(tx);
        const id = newId();
        const began = performance.now();
        const copied = await sql`with recursive ${frozenRows({ coalition_id: coalition.id, cycle_id: cycle.id, as_of: '2026-07-01', counts_to: now })} insert into snapshot_rows select ${id}::uuid, kind, record_id, ref, facts from frozen`.execute(tx);
        const counting = performance.now();
        for (const key of figureKeys) await computeFigure(tx, id, key);
        const listing = performance.now();
        let listed = 0;
        for (const key of figureKeys) listed += Number((await sql`insert into report_figure_records select ${newId()}::uuid, kind, record_id, part from (${recordsOf(key, id)}) as behind`.execute(tx)).numAffectedRows ?? 0);
        return { rows: Number(copied.numAffectedRows ?? 0), listed, copying: counting - began, counting: listing - counting, listing: performance.now() - listing };
      });
    },
    close: closeDatabase,
  };
}
