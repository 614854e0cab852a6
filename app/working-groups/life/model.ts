import type { GroupAct } from '#app/paths';
import type { GroupStatus } from '#app/working-groups/model';

/** What takes a group on in its life: each a resource of its own. */
export const lifeActs = ['charter', 'commencement', 'reporting', 'conclusion', 'dissolution'] as const satisfies readonly GroupAct[];

const from: Readonly<Record<GroupAct, readonly GroupStatus[]>> = {
  charter: ['proposed'], commencement: ['chartered'], reporting: ['active'], conclusion: ['reporting'], dissolution: ['proposed', 'chartered', 'active', 'reporting'],
};
export const fits = (act: GroupAct, status: string): boolean => from[act].some((one) => one === status);

/** GL-1: the state that each leads to. */
export const leadsTo = { charter: 'chartered', commencement: 'active', reporting: 'reporting', conclusion: 'concluded', dissolution: 'dissolved' } as const satisfies Record<GroupAct, GroupStatus>;

/** The acts that end a group ask for a reason. */
export const ends = (act: GroupAct): act is 'conclusion' | 'dissolution' => act === 'conclusion' || act === 'dissolution';

/** GL-3: what a group lacks to begin its work with the seats that it has today, the first first. */
export type Lack = 'chair' | 'vote';
export const lacking = (seats: readonly { readonly role: string; readonly voting: boolean; readonly holder_id: string | null }[]): readonly Lack[] => [
  ...(seats.some((one) => one.role === 'chair' && one.holder_id !== null) ? [] : ['chair' as const]),
  ...(seats.some((one) => one.voting) ? [] : ['vote' as const]),
];
/** What says so. */
export const lackWords = { chair: 'working-groups:life.wrong.no_chair', vote: 'working-groups:problems.no_voting_seat' } as const satisfies Record<Lack, string>;

/** GL-3: what of a group has to be over before it ends, by the references that people know. */
export interface Standing {
  readonly sessions: readonly string[];
  readonly minutes: readonly string[];
  readonly procedures: readonly string[];
  readonly meetings: readonly string[];
  /** Not final yet: of one that concludes. */
  readonly recommendations: readonly string[];
}
export const standingKinds = ['sessions', 'minutes', 'procedures', 'meetings', 'recommendations'] as const satisfies readonly (keyof Standing)[];

/** Which kinds stand in the way of an act. A group that is dissolved leaves drafts of recommendations as drafts. */
export const inTheWay = (act: 'conclusion' | 'dissolution', standing: Standing): readonly (keyof Standing)[] =>
  standingKinds.filter((kind) => standing[kind].length > 0 && (kind !== 'recommendations' || act === 'conclusion'));
