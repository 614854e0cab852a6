import { sql } from 'kysely';
import type { Reader, Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { rowsWithSubjects } from '#app/reporting/snapshots/rows.server';
import { fingerprintOf, recordsOf } from '../computing.server';
import { earlierSnapshot, type EarlierSnapshot } from '../difference.server';
import { definitions, figureKeys, type FigureKey, type PartNames } from '../model';
import { namesFor } from '../names.server';
import { json, type Frozen } from '../storing.server';
import { nameOf, namedFigure, type NamedSubject, type Subject } from '../subjects';
import { belongsTo, withOwners } from './belonging.server';
import { computeNarrowed, type Narrowed } from './computing.server';
import { narrowedDifferences } from './difference.server';
import { subjectsNamed } from './names.server';
import { frozenIn } from './source.server';

/** A figure that is narrowed to a subject. */
export interface Wanted {
  readonly key: FigureKey;
  readonly subject: Subject;
}

/** The narrowed figures among some names, each once. */
export const wantedOf = (names: readonly string[]): Wanted[] => [...new Set(names)].flatMap((name) => {
  const figure = namedFigure(name);
  return figure === undefined || figure.subject === null ? [] : [{ key: figure.key, subject: figure.subject }];
});

/**
 * FG-8: computes the narrowed figures that are named, and keeps them with what they say about themselves and the records behind them, as every
 * figure. What is kept already is what it would be again; a snapshot that does not say what belongs to whom has none.
 */
export async function storeNarrowed(tx: Tx, frozen: Frozen, names: readonly string[]): Promise<void> {
  const kept = new Set((await tx.selectFrom('report_figures').select('key').where('report_id', '=', frozen.report_id).execute()).map(({ key }) => key));
  const wanted = wantedOf(names.filter((name) => !kept.has(name)));
  if (wanted.length === 0 || !(await saysWhose(tx, frozen.snapshot_id))) return;
  const known = await subjectsNamed(tx, wanted.map(({ subject }) => subject));
  const earlier = await earlierSnapshot(tx, frozen);
  for (const key of figureKeys) {
    const subjects = known.filter((subject) => wanted.some((one) => one.key === key && one.subject.kind === subject.kind && one.subject.ref === subject.ref));
    if (subjects.length > 0) await storeKey(tx, frozen, key, subjects, earlier);
  }
}

async function saysWhose(db: Reader, snapshotId: string): Promise<boolean> {
  const found = await db.selectFrom('snapshots').select('rule_versions').where('id', '=', snapshotId).executeTakeFirst();
  return Number((found?.rule_versions as Record<string, number> | undefined)?.['rows'] ?? 0) >= rowsWithSubjects;
}

async function storeKey(tx: Tx, { report_id, snapshot_id, as_of }: Frozen, key: FigureKey, subjects: readonly NamedSubject[], earlier: EarlierSnapshot | undefined): Promise<void> {
  const computed = await computeNarrowed(tx, frozenIn(snapshot_id), key, subjects);
  const differences = await narrowedDifferences(tx, key, earlier, { id: snapshot_id, computed });
  const names = await namesFor(tx, key, [...computed.values()].flatMap(({ result }) => result.rows));
  const figures = subjects.flatMap((subject) => {
    const name = nameOf(key, subject);
    const one = computed.get(name);
    return one === undefined ? [] : [{ id: newId(), name, subject, one }];
  });
  await tx.insertInto('report_figures').values(figures.map(({ id, name, subject, one }) => ({
    id, report_id, key: name, as_of, number: `${definitions[key].number}-${subject.ref}`, ...factsOf(key, subject, names, one), difference: json(differences.get(name) ?? null),
  }))).execute();
  await sql`
    with ${belongsTo(snapshot_id, subjects)}, ${withOwners(recordsOf(key, snapshot_id))}
    insert into report_figure_records (figure_id, kind, record_id, part)
    select f.id, k.kind, k.record_id, k.part from met k
      join unnest(${figures.map(({ id }) => id)}::uuid[], ${figures.map(({ subject }) => subject.kind)}::text[], ${figures.map(({ subject }) => subject.ref)}::text[]) as f (id, of, subject) using (of, subject)`.execute(tx);
}

function factsOf(key: FigureKey, subject: NamedSubject, names: PartNames, { result, verification }: Narrowed) {
  const { reporting, expected, missing } = result;
  const definition = { ...definitions[key], filters: [...definitions[key].filters, `of_${subject.kind}`], names, subject };
  return { definition: json(definition), result: json(result), reporting, expected, missing, sha256: fingerprintOf(result), verification: json(verification) };
}
