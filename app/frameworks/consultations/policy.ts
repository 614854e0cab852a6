import { holds, holdsAnywhere, speakers, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { Party } from '../endorsements/policy';
import { keepsTexts, type VersionRef } from '../policy';
import type { Audience, CommentStatus } from './model';

export interface ConsultationRef {
  readonly id: string;
}
export interface CommentRef {
  readonly id: string;
  readonly status: CommentStatus;
  /** Of the version that the consultation is on. */
  readonly version_status: string;
}

const keepersOnly = (actor: Actor): Decision => allowIf(keepsTexts(actor), 'access:reasons.secretariat_only');
/** CN-7: what became of a comment stands from publication on. */
const stillDraft = ({ version_status }: CommentRef): Decision => allowIf(version_status === 'draft', 'access:reasons.not_now');
const inState = (fits: boolean): Decision => allowIf(fits, 'access:reasons.not_now');

/** Whether somebody speaks for a party: they comment in its name, everybody else in their own. */
export const speaksForSome = (actor: Actor): boolean => holdsAnywhere(actor, speakers);

export const consultationPolicy = {
  /** CN-2: puts a draft out. */
  open: rule('consultation:open', (actor: Actor, version: VersionRef): Decision => all(() => keepersOnly(actor), () => allowIf(version.status === 'draft', 'frameworks:reasons.published_stays'))),
  /** Changes its days. */
  move: rule('consultation:move', (actor: Actor, _consultation: ConsultationRef): Decision => keepersOnly(actor)),
  /** CN-3: ends it before its last day is over. */
  close: rule('consultation:close', (actor: Actor, _consultation: ConsultationRef): Decision => keepersOnly(actor)),
  /** CN-4: takes it back before it opens. */
  withdraw: rule('consultation:withdraw', (actor: Actor, _consultation: ConsultationRef): Decision => keepersOnly(actor)),
  history: rule('consultation:history', (actor: Actor, _consultation: ConsultationRef): Decision => keepersOnly(actor)),
};

export const commentPolicy = {
  /** CN-5: for a party that one speaks for; without one for oneself, where everybody is asked. */
  send: rule('comment:send', (actor: Actor, { audience, organisation_id, country_iso2 }: Party & { readonly audience: Audience }): Decision => {
    if (organisation_id === null && country_iso2 === null) return audience === 'public' ? allow : allowIf(false, 'frameworks:reasons.members_only');
    return allowIf(holds(actor, speakers, { organisation_id, country_iso2 }), country_iso2 === null ? 'access:reasons.not_your_organisation' : 'access:reasons.not_your_country');
  }),
  /** CN-6: lets it through. */
  release: rule('comment:release', (actor: Actor, comment: CommentRef): Decision => all(() => keepersOnly(actor), () => inState(comment.status === 'waiting'), () => stillDraft(comment))),
  /** CN-6: does not let it in, or takes it out, also later: somebody may take back that their name is shown. */
  refuse: rule('comment:refuse', (actor: Actor, comment: CommentRef): Decision => all(() => keepersOnly(actor), () => inState(comment.status !== 'refused'))),
  /** CN-7: says what came of it. */
  dispose: rule('comment:dispose', (actor: Actor, comment: CommentRef): Decision => all(() => keepersOnly(actor), () => inState(comment.status === 'published'), () => stillDraft(comment))),
};
