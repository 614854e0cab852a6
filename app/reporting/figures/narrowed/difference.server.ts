import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { rowsWithSubjects } from '#app/reporting/snapshots/rows.server';
import { weightsOf } from '../computing.server';
import type { DifferenceRow, FigureDifference } from '../difference';
import { decimals, effectsIn, inOrder, type EarlierSnapshot } from '../difference.server';
import { definitions, type FigureKey } from '../model';
import type { Subject } from '../subjects';
import { belongsTo, withOwners } from './belonging.server';
import type { Narrowed } from './computing.server';

/** FG-2 of narrowed figures, one statement for all subjects; by their names. None where the earlier report does not say what belongs to whom, or counted by other rules. */
export async function narrowedDifferences(db: Reader, key: FigureKey, before: EarlierSnapshot | undefined, after: { readonly id: string; readonly computed: ReadonlyMap<string, Narrowed> }): Promise<Map<string, FigureDifference>> {
  if (before === undefined || before.rule_versions[key] !== definitions[key].version || (before.rule_versions['rows'] ?? 0) < rowsWithSubjects) return new Map();
  const subjects = [...after.computed.values()].map(({ subject }) => subject);
  const weights = { before: tagged(key, before.id, subjects), after: tagged(key, after.id, subjects) };
  const found = await sql<DifferenceRow>`
    with ${effectsIn(key, before, after.id, weights)}
    select part, currency, ${decimals('before')}, ${decimals('after')}, ${decimals('after - before')} as difference, ${decimals('new')}, ${decimals('changed')}, ${decimals('withdrawn')}, ${decimals('restated')}, ${decimals('rate')}
    from (select * from effects ${definitions[key].adds ? sql`union all select split_part(part, '|', 1) || '|', null, before, after, new, changed, withdrawn, restated, rate from effects` : sql``}) as told
    group by part, currency`.execute(db);
  return new Map([...after.computed].map(([name, { subject, result }]) => {
    const tag = `${subject.kind}-${subject.ref}|`;
    return [name, inOrder(key, before, result, found.rows.flatMap((row) => (row.part.startsWith(tag) ? [{ ...row, part: row.part.slice(tag.length) }] : [])))];
  }));
}

/** What each record adds to each part of each subject: the part says whose it is. */
const tagged = (key: FigureKey, snapshotId: string, subjects: readonly Subject[]): RawBuilder<unknown> => sql`
  with ${belongsTo(snapshotId, subjects)}, ${withOwners(weightsOf(key, snapshotId))}
  select kind, record_id, of || '-' || subject || '|' || part as part, case when share = 1 then value else round(value * share, 6) end as value, amount * share as amount, currency, per_usd from met`;
