import type { Text } from '#app/languages/catalogue';
import { verifications, type Verification } from '#app/records/verification/model';

/** Commitments of a scope that stand alike and were looked at alike. */
export interface StandingCount {
  readonly scope: string;
  readonly standing: string;
  readonly rung: Verification | 'not_reported';
  readonly count: number;
  readonly reporting: number;
  readonly expected: number;
}

/** How far promises are, the best first; kept and not kept are the two that cannot change any more. */
export const groups = {
  kept: ['reached_on_time', 'reached_late'], on_track: ['on_track'], at_risk: ['at_risk'], off_track: ['off_track'], not_kept: ['not_reached'], stale: ['stale'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Group = keyof typeof groups;
export const groupKeys = Object.keys(groups) as readonly Group[];
export const groupName = (group: Group, t: Text): string => (group === 'kept' || group === 'not_kept' ? t(`extracts.groups.${group}`) : t(`parts.standing.${group}`));
export const rungKeys = ['not_reported', ...verifications] as const;

/** What is told of one scope. */
export interface Standing {
  readonly count: number;
  readonly groups: Readonly<Record<Group, number>>;
  readonly rungs: Readonly<Record<(typeof rungKeys)[number], number>>;
  readonly reporting: number;
  readonly expected: number;
}

export function standingIn(counts: readonly StandingCount[], scope: string): Standing {
  const here = counts.filter((one) => one.scope === scope);
  const sum = (of: (one: StandingCount) => boolean, value: 'count' | 'reporting' | 'expected' = 'count') => here.filter(of).reduce((all, one) => all + one[value], 0);
  const each = <Key extends string>(keys: readonly Key[], of: (key: Key) => number) => Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, number>;
  return {
    count: sum(() => true), reporting: sum(() => true, 'reporting'), expected: sum(() => true, 'expected'),
    groups: each(groupKeys, (group) => sum(({ standing }) => groups[group].some((one) => one === standing))),
    rungs: each(rungKeys, (rung) => sum((one) => one.rung === rung)),
  };
}
