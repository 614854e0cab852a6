import type { Tx } from '#app/platform/database.server';
import { subjectsNamed } from '#app/reporting/figures/narrowed/names.server';
import { storeNarrowed } from '#app/reporting/figures/narrowed/storing.server';
import { isNarrowed, namedFigure, sameSubject } from '#app/reporting/figures/subjects';
import type { LockedSection } from '../lock.server';
import { boundFigures, unboundIn, type Unbound } from '../model';

/** SE-7: what a text binds that is no figure, or is narrowed to a subject that there is not. */
export async function unknownIn(tx: Tx, body: string): Promise<Unbound[]> {
  const known = await subjectsNamed(tx, boundFigures(body).flatMap((name) => namedFigure(name)?.subject ?? []));
  return unboundIn(body, (name) => {
    const figure = namedFigure(name);
    return figure !== undefined && (figure.subject === null || known.some((one) => figure.subject !== null && sameSubject(one, figure.subject)));
  });
}

/** FG-8: a narrowed figure that a text binds after the freeze is computed from the snapshot then: it is what it would have been. What another edition froze stays as it is. */
export async function keepBound(tx: Tx, { id, coalition_id, year }: LockedSection['report'], body: string): Promise<void> {
  const names = boundFigures(body).filter(isNarrowed);
  if (names.length === 0) return;
  const snapshot = await tx.selectFrom('snapshots').select(['id', 'as_of']).where('report_id', '=', id).executeTakeFirst();
  if (snapshot !== undefined) await storeNarrowed(tx, { report_id: id, snapshot_id: snapshot.id, coalition_id, year, as_of: snapshot.as_of }, names);
}
