import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { linkPolicy, type LinkRef } from './policy';

const acts = { decision: linkPolicy.decide, refusal: linkPolicy.decline, change: linkPolicy.change, end: linkPolicy.end, objection: linkPolicy.object } as const;
export type LinkAct = keyof typeof acts;

/** What a viewer can do about a link now, the foremost first. */
export const linkActsOn = (viewer: Actor, link: LinkRef): readonly LinkAct[] =>
  (Object.keys(acts) as LinkAct[]).filter((act) => may(acts[act], viewer, link).allowed);
