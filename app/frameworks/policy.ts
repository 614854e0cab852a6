import { holds, secretariat, type Actor } from '#app/access/actor';
import { allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface VersionRef {
  readonly status: string;
}

const desk = (actor: Actor) => actor.kind === 'person' && actor.roles.some((held) => held.role === 'secretariat_lead' || held.role === 'secretariat_officer');

export const frameworkPolicy = {
  draft: rule('framework:draft', (actor: Actor, _: { readonly code: string }) => (actor.kind === 'system' ? allow : allowIf(desk(actor) || holds(actor, ['platform_admin']), 'access:reasons.secretariat_only'))),
  publish: rule('framework:publish', (actor: Actor, version: VersionRef & { readonly id: string }) => {
    if (version.status !== 'draft') return { allowed: false, reason: 'frameworks:reasons.published_stays' };
    return actor.kind === 'system' ? allow : allowIf(holds(actor, [...secretariat]) || desk(actor), 'access:reasons.secretariat_only');
  }),
  map: rule('framework:map', (actor: Actor, _: { readonly from_node_id: string }) => (actor.kind === 'system' ? allow : allowIf(desk(actor), 'access:reasons.secretariat_only'))),
};
