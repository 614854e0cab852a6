import type { Reader } from '#app/platform/database.server';
import type { EarlierSnapshot } from '../difference.server';
import { figureKeys, type FigureResult } from '../model';
import { isSame, snapshotUnder, type Kept } from '../storing.server';
import { isNarrowed, namedFigure, type Subject } from '../subjects';
import { computeNarrowed } from './computing.server';
import { narrowedDifferences } from './difference.server';
import { frozenIn } from './source.server';

interface KeptNarrowed extends Kept {
  readonly name: string;
  readonly subject: Subject;
}

/** RP-2 of narrowed figures: the names of those of which something stored is not what snapshots give when it is computed again. */
export async function differingNarrowed(db: Reader, { id, report_id }: { readonly id: string; readonly report_id: string }): Promise<string[]> {
  const stored = await db.selectFrom('report_figures').select(['key', 'result', 'reporting', 'expected', 'missing', 'sha256', 'verification', 'difference']).where('report_id', '=', report_id).where('key', 'like', '%-%').execute();
  const unread = stored.filter(({ key }) => isNarrowed(key) && (namedFigure(key)?.subject ?? null) === null).map(({ key }) => key);
  const differing: string[] = [];
  for (const key of figureKeys) {
    const kept = stored.flatMap(({ key: name, result, ...figure }): KeptNarrowed[] => {
      const named = namedFigure(name);
      return named === undefined || named.key !== key || named.subject === null ? [] : [{ ...figure, name, subject: named.subject, result: result as unknown as FigureResult }];
    });
    if (kept.length > 0) differing.push(...(await differingOf(db, id, key, kept)));
  }
  return [...unread, ...differing];
}

async function differingOf(db: Reader, id: string, key: (typeof figureKeys)[number], kept: readonly KeptNarrowed[]): Promise<string[]> {
  const computed = await computeNarrowed(db, frozenIn(id), key, kept.map(({ subject }) => subject));
  const differences = await narrowedDifferences(db, key, await earlierOf(db, kept), { id, computed });
  return kept.filter((figure) => {
    const again = computed.get(figure.name);
    return again === undefined || !isSame(figure, { ...again, difference: differences.get(figure.name) ?? null });
  }).map(({ name }) => name);
}

/** The snapshot that all of them were compared with at the freeze, where they were. */
async function earlierOf(db: Reader, kept: readonly Kept[]): Promise<EarlierSnapshot | undefined> {
  const [against] = kept.flatMap(({ difference }) => (difference as { against?: { sha256?: string } } | null)?.against?.sha256 ?? []);
  return against === undefined ? undefined : snapshotUnder(db, against);
}
