import { Tag, type Tone } from '#app/ui/tag';
import type { CycleState } from './model';

const tones: Readonly<Record<CycleState, Tone>> = { planned: 'draft', open: 'prog', grace: 'late', locked: 'none', published: 'ok' };

/** The state of a cycle, in the words of reporting. */
export const cycleTag = (state: CycleState, t: (key: string) => string) => <Tag tone={tones[state]}>{t(`cycles.states.${state}`)}</Tag>;
