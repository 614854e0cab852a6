import type { LoaderFunctionArgs } from '@remix-run/node';
import { database } from '#app/platform/database.server';
import { snapshotUnder } from '#app/reporting/figures/storing.server';
import type { EditionModel } from '#app/reporting/publication/edition';
import { principlesOf } from './clauses.server';
import { wholeFigures, type Extract, type ExtractReader } from './model';
import { notedIn } from './noted.server';
import { principlesExtract, scopesOf } from './principles';
import { servingClauses, standingsOf } from './standing.server';
import { most, summaryOf } from './summary';

/** Composes an extract of an edition that is out, from its figures and the rows of its snapshot; undefined of what the snapshot does not have. */
export type Composer = (edition: EditionModel, reader: ExtractReader, params: LoaderFunctionArgs['params']) => Promise<Extract | undefined>;

export const composeSummary: Composer = async (edition, reader) => summaryOf(edition, await notedIn(database(), edition.snapshot.id, most.decisions), reader);

export const composePrinciples: Composer = async (edition, reader) => {
  const clauses = wholeFigures(edition).find(({ stored }) => stored.key === 'clauses');
  if (clauses === undefined) return undefined;
  const { names, rows, difference } = clauses.stored;
  const db = database();
  const belonging = await principlesOf(db, edition.snapshot.id, [...new Set([...Object.keys(names), ...rows.map(({ part }) => part)])]);
  const scopes = scopesOf(clauses.stored, belonging, reader);
  const asked = scopes.flatMap(({ scope, parts }) => parts.map((part) => ({ scope, part })));
  const countsIn = (snapshotId: string) => standingsOf(db, snapshotId, servingClauses(snapshotId, asked));
  const earlier = difference === null ? undefined : await snapshotUnder(db, difference.against.sha256);
  const before = difference === null || earlier === undefined ? null : { year: difference.against.year, counts: await countsIn(earlier.id) };
  return principlesExtract(edition, { clauses, scopes, now: await countsIn(edition.snapshot.id), before }, reader);
};
