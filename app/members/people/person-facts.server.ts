import type { PersonActor } from '#app/access/actor';
import type { Decision } from '#app/access/decision';
import { may } from '#app/access/permit';
import type { Language } from '#app/languages/language';
import type { RoleName } from '#app/access/actor';
import type { PersonMay } from './person-acts';
import { peoplePolicy } from './policy';
import { findPerson, scopeChoices, type Choice, type PersonDetail } from './queries.server';
import { roleScopes, type ScopeKind } from './roles/model';
import { rolePolicy, rolesToOffer } from './roles/policy';
import { coalitionsOverOrganisation, findRole } from './roles/queries.server';
import { suspensionPolicy } from './suspension/policy';
import { personOver } from './suspension/queries.server';

/** A person with what the viewer may do about each of their roles. */
export interface PersonFacts {
  readonly person: PersonDetail;
  /** By role id. */
  readonly endings: Readonly<Record<string, Decision>>;
  /** What the viewer may do about their account. */
  readonly may: PersonMay;
  /** Roles that can be offered in the form. */
  readonly offered: readonly RoleName[];
  /** What is being offered, once a role was chosen: the kinds of scope it has and what each can be. */
  readonly offering: { readonly role: RoleName; readonly scopes: readonly { readonly kind: ScopeKind; readonly choices: readonly Choice[] }[] } | undefined;
}

/** Everything the page of a person shows; undefined where the viewer sees no such person. */
export async function personFacts(viewer: PersonActor, id: string, chosen: string | null, { language, now }: { language: Language; now: Date }): Promise<PersonFacts | undefined> {
  const person = await findPerson(viewer, id, { language, now });
  if (person === undefined) return undefined;
  const endings = await Promise.all(person.roles.map(async (held) => {
    const role = await findRole(person.id, held.id);
    return [held.id, role === undefined ? { allowed: false, reason: 'access:reasons.not_now' } : may(rolePolicy.end, viewer, role.subject)] as const;
  }));
  const offered = viewer.id === person.id ? [] : rolesToOffer(viewer);
  const role = offered.find((one) => one === chosen);
  const offering = role === undefined ? undefined : { role, scopes: await Promise.all(roleScopes[role].map(async (kind) => ({ kind, choices: kind === 'platform' ? [] : await scopeChoices(kind, person, language) }))) };
  return { person, endings: Object.fromEntries(endings), may: await accountActs(viewer, person, now), offered, offering };
}

async function accountActs(viewer: PersonActor, person: PersonDetail, now: Date): Promise<PersonMay> {
  const organisation_id = person.organisations[0]?.id ?? null;
  const [coalition_ids, over] = await Promise.all([coalitionsOverOrganisation(organisation_id), personOver(person.id, now)]);
  return {
    invite: may(peoplePolicy.invite, viewer, { organisation_id, coalition_ids }).allowed,
    suspend: may(suspensionPolicy.suspend, viewer, over).allowed,
    reinstate: may(suspensionPolicy.reinstate, viewer, over).allowed,
    explain: may(peoplePolicy.explain, viewer, { id: person.id }).allowed,
  };
}
