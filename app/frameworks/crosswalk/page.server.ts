import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { valueOf, type ListState } from '#app/table/state';
import { spellVersion } from '../coverage/question';
import { declarationCode, inOrder, relations, type Relation } from '../model';
import { clausesOf, type Clause } from '../queries.server';
import { carriedTo, type Carried } from './carried.server';
import { clauseFilters, type ClauseFilter, type CrosswalkFilter } from './list';
import { mappingsBetween, sideVersions, type Mapping, type SideVersion } from './queries.server';

/** A clause that another one is mapped to; `outward` from the one whose row it stands in. */
export interface Mapped {
  readonly framework: string;
  readonly number: number;
  readonly code: string;
  readonly title: string;
  readonly relation: Relation;
  readonly outward: boolean;
}

/** One clause with what the other side carries to it. A relation that it is not mapped by has no numbers. */
export interface CrosswalkRow {
  readonly here: SideVersion;
  readonly there: SideVersion;
  readonly clause: Pick<Clause, 'id' | 'code' | 'title' | 'commitments'>;
  readonly mapped: readonly Mapped[];
  readonly carried: Readonly<Partial<Record<Relation, Carried | undefined>>>;
  readonly asOf: string;
}

/** One direction: the clauses of a version with what the other carries to them. */
export interface Side {
  readonly here: SideVersion;
  readonly there: SideVersion;
  readonly rows: readonly CrosswalkRow[];
  /** Clauses of the version, and how many of them are mapped to the other, whatever is shown. */
  readonly clauses: number;
  readonly mapped: number;
}

export interface CrosswalkPage {
  readonly versions: readonly SideVersion[];
  readonly from: SideVersion;
  readonly to: SideVersion;
  readonly relation: Relation | undefined;
  readonly clauses: ClauseFilter | undefined;
  /** Both directions; none where a version was chosen twice. */
  readonly sides: readonly Side[];
  readonly mappings: readonly Mapping[];
}

/** The crosswalk of two versions; undefined where an address names one that is not there. */
export async function crosswalkPage(viewer: Actor, state: ListState<CrosswalkFilter>, view: View): Promise<CrosswalkPage | undefined> {
  const versions = await sideVersions(viewer, view, declarationCode);
  const [from, to] = sidesAsked(versions, valueOf(state, 'from'), valueOf(state, 'to'));
  if (from === undefined || to === undefined) return undefined;
  const relation = relations.find((one) => one === valueOf(state, 'relation'));
  const clauses = clauseFilters.find((one) => one === valueOf(state, 'clauses'));
  const asked = { versions, from, to, relation, clauses };
  if (from.id === to.id) return { ...asked, sides: [], mappings: [] };
  const mappings = await mappingsBetween(viewer, from.id, to.id, view);
  const live = mappings.filter(({ ended }) => !ended);
  const sides = await Promise.all([sideOf(viewer, from, to, live, view), sideOf(viewer, to, from, live, view)]);
  return { ...asked, sides: sides.map((side) => ({ ...side, rows: side.rows.filter((row) => isShown(row, relation, clauses)) })), mappings: mappings.filter((one) => relation === undefined || one.relation === relation) };
}

/** The two versions that an address names (`SDG.1`, or `SDG` for the one in force); without a name the first text in force, and the first other one. */
export function sidesAsked(versions: readonly SideVersion[], from: string, to: string): readonly [SideVersion | undefined, SideVersion | undefined] {
  const named = (text: string) => versions.find((one) => spellVersion(one) === text || (one.framework === text && one.status === 'published'));
  const inForce = (not?: string) => versions.find((one) => one.status === 'published' && one.framework !== not);
  const left = from === '' ? inForce(to === '' ? undefined : named(to)?.framework) : named(from);
  return [left, to === '' ? inForce(left?.framework) : named(to)];
}

async function sideOf(viewer: Actor, here: SideVersion, there: SideVersion, live: readonly Mapping[], view: View): Promise<Side> {
  const [clauses, carried] = await Promise.all([clausesOf(viewer, here.id, view), carriedTo(viewer, here.id, view, there.id)]);
  const rows = inOrder(clauses).map((clause): CrosswalkRow => ({
    here, there, clause: { id: clause.id, code: clause.code, title: clause.title, commitments: clause.commitments }, mapped: live.flatMap((one) => otherEnd(one, clause.id)),
    carried: Object.fromEntries(carried.filter((one) => one.node_id === clause.id).map((one) => [one.relation, one])), asOf: todayOf(view),
  }));
  return { here, there, rows, clauses: rows.length, mapped: rows.filter(({ mapped }) => mapped.length > 0).length };
}

function otherEnd({ from, to, relation }: Mapping, id: string): Mapped[] {
  if (from.node_id !== id && to.node_id !== id) return [];
  const outward = from.node_id === id;
  const { framework, number, code, title } = outward ? to : from;
  return [{ framework, number, code, title, relation, outward }];
}

/** With a relation alone, the clauses that are mapped by it. */
function isShown({ mapped }: CrosswalkRow, relation: Relation | undefined, clauses: ClauseFilter | undefined): boolean {
  const fits = mapped.some((one) => relation === undefined || one.relation === relation);
  return clauses === 'unmapped' ? !fits : fits || (clauses === undefined && relation === undefined);
}
