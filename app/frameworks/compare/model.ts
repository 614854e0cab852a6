import { treeOf, type TreeNode } from '../model';

/** A clause of one of two versions that are compared. `continues`: the id of the clause of the other version that it says it continues. */
export interface ComparedClause {
  readonly id: string;
  readonly parent_id: string | null;
  readonly position: number;
  readonly code: string;
  readonly title: string;
  readonly body: string;
  readonly continues: string | null;
}

export type Kind = 'added' | 'removed' | 'changed' | 'same';
export type PieceKind = 'same' | 'gone' | 'new';
export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

export interface Difference {
  readonly kind: Kind;
  /** The clause in the newer version; in the older one where it was removed. */
  readonly code: string;
  /** Its code before, where it has another one now. */
  readonly before: string | null;
  /** It stands under another clause, or in another place among those beside it. */
  readonly moved: boolean;
  readonly title: readonly Piece[];
  readonly body: readonly Piece[];
}

/** Clauses of two versions in pairs: first by what a clause says it continues, then by code among those that are left. */
export function paired(from: readonly ComparedClause[], to: readonly ComparedClause[]): ReadonlyMap<string, ComparedClause> {
  const former = new Map(from.map((clause) => [clause.id, clause]));
  const pairs = new Map<string, ComparedClause>();
  for (const clause of to) {
    const continued = clause.continues === null ? undefined : former.get(clause.continues);
    if (continued !== undefined && former.delete(continued.id)) pairs.set(clause.id, continued);
  }
  const byCode = new Map([...former.values()].map((clause) => [clause.code, clause]));
  for (const clause of to) {
    const same = pairs.has(clause.id) ? undefined : byCode.get(clause.code);
    if (same !== undefined) pairs.set(clause.id, same);
  }
  return pairs;
}

/** What two versions say differently, clause by clause in the order of the newer one; what was removed follows the clause it stood after. */
export function differences(from: readonly ComparedClause[], to: readonly ComparedClause[]): Difference[] {
  const pairs = paired(from, to);
  const moved = movedIn(from, to, pairs);
  const kept = new Set([...pairs.values()].map(({ id }) => id));
  const rows = inOrder(to).map((clause) => ({ old: pairs.get(clause.id), shown: differenceOf(pairs.get(clause.id), clause, moved.has(clause.id)) }));
  let after = 0;
  for (const clause of inOrder(from)) {
    const at = rows.findIndex(({ old }) => old?.id === clause.id);
    if (kept.has(clause.id)) after = at + 1;
    else rows.splice(after++, 0, { old: clause, shown: { kind: 'removed', code: clause.code, before: null, moved: false, title: whole('gone', clause.title), body: whole('gone', clause.body) } });
  }
  return rows.map(({ shown }) => shown);
}

function differenceOf(old: ComparedClause | undefined, clause: ComparedClause, moved: boolean): Difference {
  if (old === undefined) return { kind: 'added', code: clause.code, before: null, moved: false, title: whole('new', clause.title), body: whole('new', clause.body) };
  const same = old.title === clause.title && old.body === clause.body;
  return { kind: same ? 'same' : 'changed', code: clause.code, before: old.code === clause.code ? null : old.code, moved, title: piecesOf(old.title, clause.title), body: piecesOf(old.body, clause.body) };
}

const whole = (kind: PieceKind, text: string): Piece[] => (text === '' ? [] : [{ kind, text }]);
const inOrder = (clauses: readonly ComparedClause[]): ComparedClause[] => {
  const flat = (tree: readonly TreeNode<ComparedClause>[]): ComparedClause[] => tree.flatMap(({ node, children }) => [node, ...flat(children)]);
  return flat(treeOf(clauses));
};

/** Clauses under another parent, and of those under the same one the fewest whose move explains the new order. */
function movedIn(from: readonly ComparedClause[], to: readonly ComparedClause[], pairs: ReadonlyMap<string, ComparedClause>): ReadonlySet<string> {
  const moved = new Set<string>();
  const stay = new Map<string | null, { id: string; place: number }[]>();
  for (const clause of to.toSorted((a, b) => a.position - b.position)) {
    const old = pairs.get(clause.id);
    if (old === undefined) continue;
    const parent = clause.parent_id === null ? null : (pairs.get(clause.parent_id)?.id ?? clause.parent_id);
    if (parent !== old.parent_id) moved.add(clause.id);
    else stay.set(clause.parent_id, [...(stay.get(clause.parent_id) ?? []), { id: clause.id, place: from.find(({ id }) => id === old.id)?.position ?? 0 }]);
  }
  for (const beside of stay.values()) {
    const still = new Set(rising(beside.map(({ place }) => place)));
    for (const [at, { id }] of beside.entries()) if (!still.has(at)) moved.add(id);
  }
  return moved;
}

/** The places of a longest rising row in a row of numbers. */
function rising(row: readonly number[]): number[] {
  const best = row.map(() => [] as number[]);
  for (const [at, value] of row.entries()) {
    const before = row.slice(0, at).flatMap((other, place) => (other < value ? [best[place] ?? []] : []));
    best[at] = [...before.reduce((longest, one) => (one.length > longest.length ? one : longest), []), at];
  }
  return best.reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}

/** Beyond so many pairs of words a text is shown as replaced: nobody reads such a difference word by word. */
const mostPairs = 4_000_000;

/** Words, signs and spaces; a language without spaces is taken character by character. */
const tokensOf = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? [];

/** What was taken out of a text and put into it, word by word. */
export function piecesOf(before: string, after: string): Piece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  if (before === after) return whole('same', after);
  if (a.length * b.length > mostPairs) return [...whole('gone', before), ...whole('new', after)];
  return joined(walk(a, b, commonLengths(a, b)));
}

/** How much the ends of two rows have in common, from each place on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, next] = [table[i], table[i + 1]];
    if (row === undefined || next === undefined) continue;
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}

function walk(a: readonly string[], b: readonly string[], table: readonly Uint16Array[]): Piece[] {
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, now] = [a[i], b[j]];
    const kind = old === now ? 'same' : old !== undefined && (now === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) ? 'gone' : 'new';
    pieces.push({ kind, text: (kind === 'gone' ? old : now) ?? '' });
    if (kind !== 'new') i++;
    if (kind !== 'gone') j++;
  }
  return pieces;
}

/** A stretch of a text: what was changed in it, and then what stayed. */
interface Run {
  gone: string;
  fresh: string;
  same: string;
}

/** Neighbours of one kind as one piece; a space between two changes belongs to both, so that a reader sees phrases and not single words. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Run[] = [];
  let run: Run = { gone: '', fresh: '', same: '' };
  for (const [at, { kind, text }] of pieces.entries()) {
    const changing = run.same === '' && run.gone + run.fresh !== '';
    const between = kind === 'same' && changing && /^\s+$/u.test(text) && (pieces[at + 1]?.kind ?? 'same') !== 'same';
    if (kind !== 'same' && run.same !== '') {
      runs.push(run);
      run = { gone: '', fresh: '', same: '' };
    }
    if (kind === 'gone' || between) run.gone += text;
    if (kind === 'new' || between) run.fresh += text;
    if (kind === 'same' && !between) run.same += text;
  }
  return [...runs, run].flatMap(({ gone, fresh, same }) => [...whole('gone', gone), ...whole('new', fresh), ...whole('same', same)]);
}
