import type { Actor } from '#app/access/actor';
import { commitmentList } from '#app/commitments/list/model';
import type { CommitmentRow } from '#app/commitments/list/model';
import type { Split } from '#app/records/verification/model';
import { listCommitments, tallyCommitments } from '#app/commitments/list/queries.server';
import type { View } from '#app/commitments/readable.server';
import type { Money } from '#app/financing/ladder/model';
import { moneyOfClause } from '#app/financing/ladder/queries.server';
import { countPledges } from '#app/financing/pledges/queries.server';
import { countriesServing } from '../coverage/queries.server';
import { placesBy, type PlaceRegion } from '../coverage/places.server';
import { openRequests, type OpenRequests } from '#app/countries/requests/open.server';
import { declarationCode } from '../model';
import { cellsFor } from '../coverage/cells.server';
import { emptyCell } from '../coverage/model';
import { carriedTo, type Carried } from '../crosswalk/carried.server';
import type { Reached } from '../crosswalk/mapped';
import { crosswalkOf, type Crossing } from '../crosswalk/queries.server';
import { figuresOn, findClause, signaturesOf, workOn, type ClauseRecord, type Counted, type Signatures, type Treated } from './queries.server';
import { inOtherVersions, type OtherVersion } from './versions.server';

/** Everything that the page of a clause shows. */
export interface ClausePage {
  readonly clause: ClauseRecord;
  readonly signatures: Signatures;
  readonly promises: Promises;
  readonly money: Money;
  /** Pledges behind it without a rate. */
  readonly unconverted: number;
  /** What countries ask for under it. */
  readonly requests: OpenRequests;
  readonly regions: readonly PlaceRegion[];
  readonly work: Treated;
  readonly figures: readonly Counted[];
  readonly crossings: readonly Crossing[];
  /** What was promised on it, beside what other texts carry to it. */
  readonly reached: Reached;
  readonly carried: readonly Carried[];
  readonly others: readonly OtherVersion[];
}

/** Promises that name the clause: those due next are shown; `kept` are reached or on track. */
export interface Promises {
  readonly shown: readonly CommitmentRow[];
  readonly count: number;
  readonly kept: number;
  readonly rungs: Split;
}
const mostShown = 10;

/** The page of a clause of the Declaration, or undefined where it has no such clause. */
export async function clausePage(viewer: Actor, code: string, view: View, number: number | null = null): Promise<ClausePage | undefined> {
  const clause = await findClause(viewer, declarationCode, code, view, number);
  if (clause === undefined) return undefined;
  const { id } = clause;
  const [signatures, promises, money, countries, work, figures, crossings, carried, cells, others, requests, unconverted] = await Promise.all([
    signaturesOf(viewer, clause, view), promisesOn(viewer, clause, view), moneyOfClause(viewer, id, view), countriesServing(viewer, id, view),
    workOn(viewer, id, view), figuresOn(viewer, id, view), crosswalkOf(viewer, clause.version_id, view), carriedTo(viewer, clause.version_id, view), cellsFor(viewer, { scopes: [id], kinds: ['all'] }, view), inOtherVersions(viewer, id, view), openRequests(viewer, { node: [code], version: [`${declarationCode}.${clause.version}`] }, view),
    countPledges(viewer, { node: [code], ...(clause.several ? { version: [`${declarationCode}.${clause.version}`] } : {}), converted: ['no'] }, view),
  ]);
  return { clause, signatures, promises, money, unconverted, requests, regions: placesBy(countries, view.language), work, figures, others, crossings: crossings.filter((one) => one.node_id === id), carried: carried.filter((one) => one.node_id === id), reached: { ...(cells[0] ?? emptyCell), id, code: clause.code } };
}

/** How many are kept is said of all, so all are counted. */
const all = 2_000_000_000;

/** Asked as the list of commitments is asked, without what was withdrawn or superseded. */
async function promisesOn(viewer: Actor, { framework, code, version }: ClauseRecord, view: View): Promise<Promises> {
  const filters = { node: [code], version: [`${framework}.${version}`], status: ['published', 'reached_on_time', 'reached_late', 'not_reached'] };
  const [page, tally] = await Promise.all([
    listCommitments(viewer, { filters, sort: commitmentList.sort, after: null }, view, mostShown), tallyCommitments(viewer, filters, view, all),
  ]);
  const { on_track = 0, reached_on_time = 0, reached_late = 0 } = tally.byStanding;
  return { shown: page.rows, count: tally.count, kept: on_track + reached_on_time + reached_late, rungs: tally.byRung };
}
