import { roleNames, type HeldRole, type PersonActor } from '#app/access/actor';
import type { Decision } from '#app/access/decision';
import type { Rule } from '#app/access/permit';

/** A role with the day it began and what it counts in, in words; null for the platform. */
export interface DatedRole extends HeldRole {
  readonly id: string;
  readonly scope: string | null;
  readonly since_on: string;
}

/** What somebody may do, or may not: the roles that allow it, or the reason why none does. */
export interface Explained {
  /** `commitment:create`. */
  readonly rule: string;
  /** Open to whoever is signed in, about what is their own; roles may open more. */
  readonly own: boolean;
  readonly by: readonly DatedRole[];
  /** A key of a catalogue; none where it is allowed. */
  readonly reason: string | undefined;
}

/** Every state that a record can be in, by whatever its states are called: a rule recognises its own. */
const states = [
  'draft', 'submitted', 'returned', 'verified', 'published', 'announced', 'confirmed', 'checked', 'declared', 'evidence_checked', 'proposed', 'chartered', 'active', 'reporting', 'suspended', 'forming',
  'convened', 'in_progress', 'adjourned', 'minutes_draft', 'in_correction', 'approved', 'review', 'open', 'nothing', 'applied', 'invited', 'under_review', 'responses_in', 'offered', 'accepted', 'unverified', 'more_asked', 'waiting', 'decided',
  'done', 'preliminary', 'final', 'endorsed', 'right_of_reply', 'drafting', 'consultation', 'final_review', 'launched',
] as const;

const nowhere: HeldRole = { role: 'auditor', coalition_id: null, organisation_id: null, working_group_id: null, country_iso2: null };

/**
 * Records as somebody would meet them where a role counts, with everything that a rule may ask about: in every state, or about every
 * role, each as somebody else's and as their own. Policies decide on plain records, so the real rules answer, not a copy of them.
 */
function specimens({ id: person, language }: PersonActor, { coalition_id, organisation_id, working_group_id, country_iso2 }: HeldRole): readonly unknown[] {
  const coalition = coalition_id ?? 'a coalition';
  const organisation = organisation_id ?? (country_iso2 === null ? 'an organisation' : null);
  const place = { country_iso2, coalition_id: coalition, coalition_ids: [coalition] };
  const pledge = { id: 'a pledge', coalition_id: coalition, provider_organisation_id: organisation, provider_country_iso2: country_iso2 };
  const home = {
    ...place, pledge, counted_in: { ...pledge, id: 'another pledge' }, proposed_by: 'another', place, countries: [country_iso2], over: [[coalition]], parent_id: coalition, working_group_id: working_group_id ?? 'a group',
    organisation_id: organisation, lead_organisation_id: organisation, provider_organisation_id: organisation,
    lead_country_iso2: country_iso2, provider_country_iso2: country_iso2, scope: { coalition_id, organisation_id, working_group_id, country_iso2 },
    submitted_by: 'another', recorded_by: 'another', written_by: 'another', checked_by: 'another', contact_id: 'another', giver_id: 'another', receiver_id: 'another',
    to_id: 'a successor', chair_id: person, approved_by: [], above: [],
    language, translated_by: 'another', started_by: person, safeguard: 'draft', reviewed_by: 'another', amendment: 'asked', asked_by: 'another', cycle_id: 'a cycle', commitment_id: null, request: null, waiting: 0, version_status: 'draft', audience: 'public', confirmed: false, revoked: false, pairs: [],
    tranche_id: 'a tranche', unpaid: true, transaction_id: 'a transaction', recorders: ['another'], receivers: [],
    accepted_by: 'another', verifiers: [], addressee_organisation_id: organisation_id, addressee_country_iso2: country_iso2, partners: [organisation_id], verification: 'self_reported', contest: null,
    nominated_by: 'another', published: false, discontinued: false, open: null,
    receiver_organisation_id: organisation, receiver_country_iso2: country_iso2, said_by: 'another', reversed: false, received: null, replied: false,
    kind: 'plenary', taken_up: false, people: [person], chairs: [working_group_id ?? 'a group'], approvals: [], window_open: true, edition: 2, section_status: 'drafting', left_out: false, comment_by: 'another',
    partner_id: organisation_id, consent: 'asked', side: 'lead', withdrawn: false, gap: 'open', opened_by: 'another', open_to_join: true, running: true, speakers: [person], voters: [person], seated: [person], attended: [person], authors: ['another'], taking: true, seconded_by: null,
  };
  const theirs = { id: coalition_id ?? organisation_id ?? working_group_id ?? 'another', person_id: 'another', owner_id: 'another', owners: ['another'] };
  /** From somebody else, to the place of the role. */
  const received = { ...theirs, provider_organisation_id: 'another', provider_country_iso2: null };
  const mine = { id: person, person_id: person, proposed_by: person, owner_id: person, owners: [person], giver_id: person, receiver_id: person };
  const inStates = states.map((status) => ({ ...home, status, state: status, role: 'focal_point' }));
  /** What is published, and an edition of it under way. */
  const editions = ['described', 'country_confirmed', 'expert_reviewed'].map((status) => (
    { ...home, status: 'published', state: 'published', role: 'focal_point', published: true, open: { number: 2, status, returned: false, writers: [], confirmed_by: 'another', reviewed_by: 'another', owner_organisation_id: null, operator_organisation_id: null } }));
  const read = { ...home, status: 'verified', state: 'verified', role: 'focal_point', safeguard: 'reviewed' };
  const ofRoles = roleNames.map((role) => ({ ...home, status: 'draft', state: 'draft', role }));
  const contested = { ...home, status: 'accepted', state: 'accepted', role: 'focal_point', contest: { contested_by: 'another', organisation_id: null, country_iso2: null, replied_by: null, replied: false } };
  const sent = { ...home, status: 'drafting', state: 'drafting', role: 'focal_point', section_status: 'in_review' };
  /** A payment whose receiver says another figure, and whose provider has answered. */
  const answered = { ...home, status: 'confirmed', state: 'amount_differs', role: 'focal_point', replied: true };
  return [...inStates, read, sent, contested, answered, ...editions, ...ofRoles].flatMap((one) => [{ ...one, ...theirs }, { ...one, ...received }, { ...one, ...mine }]);
}

/**
 * Asks every rule about somebody: first without any role, then with each role alone, where it counts. A refusal is told as it is given
 * for a record that suits the act, so that its reason is about the person; a rule that no person passes is the portal's own and left out.
 */
export function explain(rules: Iterable<Rule<string, never>>, person: PersonActor, roles: readonly DatedRole[]): readonly Explained[] {
  const bare = { ...person, roles: [] };
  const mighty = { ...bare, id: 'somebody', affiliations: [], governments: [], roles: roleNames.map((role) => ({ ...nowhere, role })) };
  const anywhere = specimens(person, nowhere);
  const alone = roles.map((held) => ({ held, actor: { ...bare, roles: [held] }, met: specimens(person, held) }));
  return [...rules].flatMap(({ name, decide }): Explained[] => {
    const ask = decide as (actor: PersonActor, subject: unknown) => Decision;
    const own = anywhere.some((one) => ask(bare, one).allowed);
    const by = alone.filter(({ actor, met }) => met.some((one) => ask(actor, one).allowed && !ask(bare, one).allowed)).map(({ held }) => held);
    if (own || by.length > 0) return [{ rule: name, own, by, reason: undefined }];
    const refusal = anywhere.filter((one) => ask(mighty, one).allowed).map((one) => ask(person, one)).find((decision) => !decision.allowed);
    return refusal === undefined || refusal.allowed ? [] : [{ rule: name, own, by, reason: refusal.reason }];
  });
}
