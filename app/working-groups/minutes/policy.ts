import { holds, type Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { inState, leads, leadsWork, type SessionRef } from '#app/working-groups/policy';
import { mayApproveText } from './model';

/** A session with what decides about its minutes: who attended, who wrote the text, and who seconded it as it stands. */
export interface MinutesRef extends SessionRef {
  readonly attended: readonly string[];
  readonly authors: readonly string[];
  readonly seconded_by: string | null;
}

const attended = (actor: Actor, { attended: people }: MinutesRef) => actor.kind === 'person' && people.includes(actor.id);
const cameOnly = (actor: Actor, minutes: MinutesRef) => allowIf(attended(actor, minutes), 'working-groups:reasons.attended_only');
const here = (actor: Actor, minutes: MinutesRef) => (attended(actor, minutes) ? allow : leads(actor, minutes));

export const minutesPolicy = {
  /** The page on which minutes are worked on: who leads, and who attended. */
  work: rule('minutes:work', (actor: Actor, minutes: MinutesRef) => here(actor, minutes)),
  compose: rule('minutes:compose', (actor: Actor, minutes: MinutesRef) => all(() => leads(actor, minutes), () => inState(minutes, 'adjourned'))),
  /** The words, until those who attended have them. */
  write: rule('minutes:write', (actor: Actor, minutes: MinutesRef) => all(() => leads(actor, minutes), () => inState(minutes, 'minutes_draft'))),
  /** Who was there without a seat, and links to what lies elsewhere. */
  note: rule('minutes:note', (actor: Actor, minutes: MinutesRef) => all(() => leads(actor, minutes), () => inState(minutes, 'in_progress', 'adjourned', 'minutes_draft'))),
  circulate: rule('minutes:circulate', (actor: Actor, minutes: MinutesRef) => all(() => leads(actor, minutes), () => inState(minutes, 'minutes_draft'))),
  /** WG-6: only those who attended. */
  amend: rule('minutes:amend', (actor: Actor, minutes: MinutesRef) => all(() => cameOnly(actor, minutes), () => inState(minutes, 'in_correction'))),
  settle: rule('minutes:settle', (actor: Actor, minutes: MinutesRef) => all(() => leads(actor, minutes), () => inState(minutes, 'in_correction'))),
  second: rule('minutes:second', (actor: Actor, minutes: MinutesRef) => all(
    () => here(actor, minutes), () => inState(minutes, 'in_correction'), () => allowIf(actor.kind === 'person' && !minutes.authors.includes(actor.id), 'working-groups:reasons.another_seconds'))),
  approve: rule('minutes:approve', (actor: Actor, minutes: MinutesRef) => all(
    () => allowIf(holds(actor, ['wg_chair', 'wg_cochair'], minutes), 'working-groups:reasons.chair_approves'), () => inState(minutes, 'in_correction'),
    () => allowIf(actor.kind === 'person' && mayApproveText(actor.id, minutes.authors, minutes.seconded_by), 'working-groups:reasons.sole_author'))),
  publish: rule('minutes:publish', (actor: Actor, minutes: MinutesRef) => all(() => leads(actor, minutes), () => inState(minutes, 'approved'))),
  err: rule('minutes:err', (actor: Actor, minutes: MinutesRef) => all(() => leads(actor, minutes), () => inState(minutes, 'approved', 'published'))),
};

export const pastPolicy = {
  /** A meeting that took place elsewhere is typed in by those who plan the group's sessions. */
  record: rule('group:record_past', leadsWork),
};
