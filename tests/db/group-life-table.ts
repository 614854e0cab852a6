import type { GroupAct } from '#app/paths';
import type { GroupStatus } from '#app/working-groups/model';

/** Whoever may meet a group. `proposer` is the officer who proposed it, `reporter` the co-chair who took it to its report. */
export const roles = ['lead', 'officer', 'proposer', 'admin', 'chair', 'reporter', 'secretary', 'member', 'auditor', 'elsewhere', 'stranger', 'signed_out'] as const;
export type Role = (typeof roles)[number];

/** In some states: who may, and of everybody else why not. */
interface Row {
  readonly states: readonly GroupStatus[];
  readonly may?: readonly Role[];
  readonly not_now?: readonly Role[];
  readonly not_your_own?: readonly Role[];
  readonly chair_only?: readonly Role[];
  readonly secretariat_only?: readonly Role[];
}

const desk = ['lead', 'officer', 'proposer'] as const;
const room = ['chair', 'reporter', 'secretary'] as const;
const leading = [...desk, ...room] as const;
const nobody = ['member', 'auditor', 'elsewhere', 'stranger', 'signed_out'] as const;

/** The life of a group, act by act, as the house has agreed on it: written, not computed. Each state stands in one row of each act, each role in one column of the row. */
export const table: Readonly<Record<GroupAct, readonly Row[]>> = {
  charter: [
    { states: ['proposed'], may: ['lead', 'officer', 'admin'], not_your_own: ['proposer'], secretariat_only: [...room, ...nobody] },
    { states: ['chartered', 'active', 'reporting', 'concluded', 'dissolved'], not_now: [...desk, 'admin'], secretariat_only: [...room, ...nobody] },
  ],
  commencement: [
    { states: ['chartered'], may: leading, chair_only: ['admin', ...nobody] },
    { states: ['proposed', 'active', 'reporting', 'concluded', 'dissolved'], not_now: leading, chair_only: ['admin', ...nobody] },
  ],
  reporting: [
    { states: ['active'], may: leading, chair_only: ['admin', ...nobody] },
    { states: ['proposed', 'chartered', 'reporting', 'concluded', 'dissolved'], not_now: leading, chair_only: ['admin', ...nobody] },
  ],
  conclusion: [
    { states: ['reporting'], may: [...desk, 'chair', 'secretary'], not_your_own: ['reporter'], chair_only: ['admin', ...nobody] },
    { states: ['proposed', 'chartered', 'active', 'concluded', 'dissolved'], not_now: leading, chair_only: ['admin', ...nobody] },
  ],
  dissolution: [
    { states: ['proposed', 'chartered', 'active', 'reporting'], may: desk, secretariat_only: ['admin', ...room, ...nobody] },
    { states: ['concluded', 'dissolved'], not_now: desk, secretariat_only: ['admin', ...room, ...nobody] },
  ],
};
