import type { FigureKey, FigureResult } from '#app/reporting/figures/model';
import type { SubjectKind } from '#app/reporting/figures/subjects';

/** What the figures of a subject say, by their keys; those that were computed. */
export type Found = Readonly<Partial<Record<FigureKey, FigureResult>>>;

/** A part of a first text: sentences by the keys of the catalogue, and the figure that holds the numbers. Nothing here types a number. */
export interface DraftPart {
  readonly head: 'promises' | 'checked' | 'serves' | 'reaches' | 'money' | 'members' | 'work' | 'missing';
  readonly says: readonly string[];
  readonly lists?: readonly string[];
  readonly figure?: FigureKey;
}

/** SE-10: the sentences of a first text, chosen by rule from what the figures say. */
export function draftOf(kind: SubjectKind, found: Found): DraftPart[] {
  return [promises(kind, found), checked(found), serves(found), reaches(found), ...(kind === 'group' ? [work(found)] : [money(kind, found)]), members(found), missing(kind, found)].flatMap((part) => part ?? []);
}

const countIn = (result: FigureResult | undefined, ...parts: readonly string[]): number => (result?.rows ?? []).filter(({ part }) => parts.length === 0 || parts.includes(part)).reduce((sum, { count }) => sum + count, 0);
const when = (holds: boolean, key: string): string[] => (holds ? [key] : []);

function promises(kind: SubjectKind, { standing }: Found): DraftPart {
  const total = countIn(standing);
  if (total === 0) return { head: 'promises', says: [`none.${kind}`] };
  const good = countIn(standing, 'reached_on_time', 'reached_late', 'on_track');
  const behind = countIn(standing, 'at_risk', 'off_track');
  const stale = countIn(standing, 'stale');
  return {
    head: 'promises', figure: 'standing',
    says: [
      `promised.${kind}`, ...when(good === total, 'far.good'), ...when(behind > 0 && good > 0, 'far.some_behind'), ...when(behind > 0 && good === 0, 'far.behind'),
      ...when(countIn(standing, 'not_reached') > 0, 'far.not_reached'), ...when(stale === total, 'far.all_stale'), ...when(stale > 0 && stale < total, 'far.some_stale'),
    ],
  };
}

function checked({ standing, rungs }: Found): DraftPart | undefined {
  const { reporting = 0, expected = 0 } = standing ?? {};
  if (expected === 0) return undefined;
  const looked = countIn(rungs, 'secretariat_checked', 'independently_verified');
  const reported = reporting === 0 ? 'reported.none' : reporting === expected ? 'reported.all' : 'reported.some';
  if (countIn(rungs) === 0) return { head: 'checked', says: [reported] };
  return {
    head: 'checked', figure: 'rungs',
    says: [reported, looked === 0 ? 'rungs.unchecked' : 'rungs.checked', ...when(countIn(rungs, 'independently_verified') > 0, 'rungs.verified'), ...when(countIn(rungs, 'contested') > 0, 'rungs.contested')],
  };
}

function serves({ standing, clauses }: Found): DraftPart | undefined {
  if (countIn(standing) === 0) return undefined;
  return countIn(clauses) === 0 ? { head: 'serves', says: ['serves.none'] } : { head: 'serves', says: ['serves.some'], figure: 'clauses' };
}

function reaches({ standing, groups }: Found): DraftPart | undefined {
  if (countIn(standing) === 0) return undefined;
  if (countIn(groups) === 0) return { head: 'reaches', says: ['reaches.none'] };
  const later = (groups?.rows ?? []).some(({ first, count }) => Number(first ?? '0') < count);
  return { head: 'reaches', says: [later ? 'reaches.later' : 'reaches.first'], figure: 'groups' };
}

function money(kind: SubjectKind, { ladder }: Found): DraftPart {
  if ((ladder?.expected ?? 0) === 0) return { head: 'money', says: [`money.none.${kind}`] };
  const furthest = countIn(ladder, 'disbursed') > 0 ? 'money.paid' : countIn(ladder, 'committed') > 0 ? 'money.committed' : 'money.pledged';
  return { head: 'money', says: [`money.counted.${kind}`, furthest, ...when((ladder?.missing ?? 0) > 0, 'money.unconverted')], figure: 'ladder' };
}

const members = ({ members: found }: Found): DraftPart | undefined => (countIn(found) === 0 ? undefined : { head: 'members', says: ['members.some'], figure: 'members' });

function work({ work: found }: Found): DraftPart {
  if (countIn(found) === 0) return { head: 'work', says: ['work.none'] };
  return { head: 'work', says: [countIn(found, 'decisions_adopted') > 0 ? 'work.decided' : 'work.met'], figure: 'work' };
}

/** What is not known yet, or not there: gaps are said, and never left out. */
function missing(kind: SubjectKind, { standing, rungs, groups, ladder }: Found): DraftPart {
  const promised = countIn(standing) > 0;
  const lists = [
    ...when(!promised, 'missing.promises'), ...when((standing?.missing ?? 0) > 0, 'missing.updates'), ...when(countIn(standing, 'stale') > 0, 'missing.stale'),
    ...when(countIn(rungs) > 0 && countIn(rungs, 'secretariat_checked', 'independently_verified') === 0, 'missing.checked'), ...when(promised && countIn(groups) === 0, 'missing.groups'),
    ...when(kind !== 'group' && (ladder?.expected ?? 0) === 0, 'missing.money'), ...when((ladder?.missing ?? 0) > 0, 'missing.rate'),
  ];
  return lists.length === 0 ? { head: 'missing', says: ['missing.nothing'] } : { head: 'missing', says: ['missing.known'], lists };
}

/** The figures that a first text is written around, for a subject of a kind. */
export const figuresFor: Readonly<Record<SubjectKind, readonly FigureKey[]>> = {
  country: ['standing', 'rungs', 'clauses', 'groups', 'ladder', 'members'], group: ['standing', 'rungs', 'clauses', 'groups', 'work'], member: ['standing', 'rungs', 'clauses', 'groups', 'ladder'],
};
