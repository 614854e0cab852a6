import { holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export const mailPolicy = {
  /** The log of all mail: who keeps the portal, and who writes in the coalition's name. */
  log: rule('mail:log', (actor: Actor, _: { readonly log: true }) => allowIf(holdsAnywhere(actor, [...secretariat, 'platform_admin', 'auditor']), 'access:reasons.secretariat_only')),
  /** One mail: those, and the person it was written to. */
  read: rule('mail:read', (actor: Actor, mail: { readonly person_id: string | null }) =>
    allowIf((actor.kind === 'person' && actor.id === mail.person_id) || holdsAnywhere(actor, [...secretariat, 'platform_admin', 'auditor']), 'access:reasons.secretariat_only')),
};
