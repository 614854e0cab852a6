import { holds, speakers, type Actor } from '#app/access/actor';
import { all, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byLead, inState } from '../policy';
import type { JoinRef, PartnerRef } from './model';

/** Speaks for the organisation that is the partner, or would be. */
const byPartner = (actor: Actor, partner_id: string) => (): Decision => allowIf(holds(actor, speakers, { organisation_id: partner_id }), 'access:reasons.not_your_organisation');
/** One side asks, the other answers. */
const byAnother = (actor: Actor, { asked_by }: PartnerRef) => (): Decision => allowIf(actor.kind !== 'person' || actor.id !== asked_by, 'access:reasons.not_your_own');

/** CO-4: who may ask for a partner and to be one, and who answers. Who takes consent back needs no state: it is their name. */
function answers(actor: Actor, p: PartnerRef): Decision {
  if (p.consent === 'confirmed') return byPartner(actor, p.partner_id)();
  if (p.consent !== 'asked') return deny('access:reasons.not_now');
  return all(p.side === 'lead' ? byPartner(actor, p.partner_id) : byLead(actor, p), inState('complete', p), byAnother(actor, p));
}

export const partnerPolicy = {
  ask: rule('partner:ask', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('complete', c))),
  open: rule('partner:open', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('complete', c))),
  join: rule('partner:join', (actor: Actor, c: JoinRef) => all(byPartner(actor, c.partner_id), () => allowIf(c.open_to_join && c.status === 'published', 'access:reasons.not_now'))),
  answer: rule('partner:answer', answers),
  remove: rule('partner:remove', (actor: Actor, p: PartnerRef) => all(byLead(actor, p), inState('complete', p))),
};
