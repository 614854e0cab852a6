import { may, permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { invitePersonIn } from '#app/accounts/invitations/operations.server';
import { normalAddress } from '#app/accounts/model';
import { formCoalitionIn, useVersionsIn } from '#app/coalitions/operations.server';
import type { coalitionPolicy } from '#app/coalitions/policy';
import { textFor } from '#app/languages/catalogues.server';
import { languages, type Language } from '#app/languages/language';
import { peoplePolicy } from '#app/members/people/policy';
import { platform, type RoleScope } from '#app/members/people/roles/model';
import { grantRoleIn } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { roleSubject } from '#app/members/people/roles/queries.server';
import { addDays, dayOf } from '#app/platform/clock';
import { pillarsCode } from '#app/countries/worth';
import type { Tx } from '#app/platform/database.server';
import { charterGroupIn } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { COUNTRIES } from '#db/reference/countries';
import { planCycleIn } from '../cycles/operations.server';
import { cyclePolicy } from '../cycles/policy';
import { graceDays, lockDays, namesOf, type Founding, type Named } from './model';

type Form = PermitFor<typeof coalitionPolicy.form>;
/** The new coalition, with those above it, whose secretariats act for it. */
interface Place {
  readonly coalition_id: string;
  readonly above: readonly string[];
}

/**
 * CA-4: forms a national coalition from the template: its texts, the people who begin it, a working group for each pillar, the versions it
 * works by, and its first cycle. All of it or nothing: what is refused anywhere leaves nothing behind.
 */
export function foundCoalition(granted: Form, occasion: Occasion, slug: string, founding: Founding): Promise<Result<{ id: string; slug: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const formed = await formCoalitionIn(tx, granted, occasion, { slug, kind: 'national', country_iso2: founding.country_iso2, texts: textsOf(founding) });
    if (!formed.ok) return formed;
    const { id } = formed.value;
    const place: Place = { coalition_id: id, above: granted.subject.parent_id === null ? [] : [granted.subject.parent_id] };
    const steps = [
      () => useVersionsIn(tx, granted, id, founding.versions),
      () => nameIn(tx, granted, occasion, founding, { field: 'coordinator_mail', who: founding.coordinator, role: 'country_coordinator', scope: { ...platform, country_iso2: founding.country_iso2 } }),
      () => nameIn(tx, granted, occasion, founding, { field: 'secretariat_mail', who: founding.secretariat, role: 'secretariat_lead', scope: { ...platform, coalition_id: id } }),
      () => charterGroups(tx, granted, occasion, founding, place),
      () => planFirst(tx, granted, founding, place),
    ];
    for (const step of steps) {
      const result = await step();
      if (!result.ok) return result;
    }
    return formed;
  });
}

export const countryName = (iso2: string, language: Language): string => COUNTRIES.find((one) => one.iso2 === iso2)?.name[language] ?? iso2;
const words = (language: Language) => textFor(language, 'coalitions');

function textsOf({ country_iso2, names, mandate, language: written }: Founding) {
  const all = namesOf(names, (language) => words(language)('founding.named', { country: countryName(country_iso2, language) }));
  return Object.fromEntries(languages.map((language) => [language, { name: all[language], mandate: language === written ? mandate : null }]));
}

interface Naming {
  /** Where a problem is said. */
  readonly field: string;
  readonly who: Named | null;
  readonly role: 'country_coordinator' | 'secretariat_lead';
  readonly scope: RoleScope;
}

/** Gives a role to whoever has the address; who is not known yet is invited. */
async function nameIn(tx: Tx, granted: Form, occasion: Occasion, { language }: Founding, { field, who, role, scope }: Naming): Promise<Result<null>> {
  if (who === null) return done(null);
  const known = await tx.selectFrom('person_mails as m').innerJoin('people as p', 'p.id', 'm.person_id').select('p.id').where('m.address', '=', normalAddress(who.mail)).executeTakeFirst();
  const person = known === undefined
    ? await invitePersonIn(tx, permit(peoplePolicy.invite, granted.actor, { organisation_id: null, coalition_ids: [] }), occasion, { ...who, language, time_zone: 'UTC', publish_name: false, title: null })
    : done({ person_id: known.id });
  if (!person.ok) return refused(...person.problems.map((one) => ({ ...one, field })));
  const subject = await roleSubject(person.value.person_id, role, scope, tx);
  const decision = may(rolePolicy.grant, granted.actor, subject);
  if (!decision.allowed) return refused(problem(decision.reason, field));
  const given = await grantRoleIn(tx, permit(rolePolicy.grant, granted.actor, subject), occasion, { ends_at: null, reason: words(language)('founding.reason') });
  if (given.ok || given.problems.every((one) => one.code === 'accounts:problems.role_held')) return done(null);
  return refused(...given.problems.map((one) => ({ ...one, field })));
}

/** A group for each pillar, named after it and the country, in every language in which the pillar has a text. */
async function charterGroups(tx: Tx, granted: Form, occasion: Occasion, { pillars, country_iso2 }: Founding, place: Place): Promise<Result<null>> {
  if (pillars.length === 0) return done(null);
  const texts = await tx.selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').innerJoin('frameworks as f', 'f.id', 'v.framework_id').innerJoin('framework_node_texts as t', 't.node_id', 'n.id')
    .select(['n.id', 't.language', 't.title', 't.body']).where('n.id', 'in', [...pillars]).where('n.kind', '=', 'pillar').where('f.code', '=', pillarsCode).where('v.status', '=', 'published').orderBy('n.position').execute();
  if (new Set(texts.map((one) => one.id)).size !== new Set(pillars).size) return refused(problem('coalitions:problems.pillar', 'pillars'));
  for (const pillar of new Set(texts.map((one) => one.id))) {
    const named = texts.filter((one) => one.id === pillar).map((one) => {
      const language = one.language as Language;
      return [language, { name: words(language)('founding.group', { pillar: one.title, country: countryName(country_iso2, language) }), mandate: one.body }] as const;
    });
    const chartered = await charterGroupIn(tx, permit(groupPolicy.charter, granted.actor, place), occasion, {
      kind: 'working_group', cadence: 'monthly', quorum_share: '50', decision_rule: 'consensus', notice_days: 14, starts_on: dayOf(occasion.now), ends_on: null, texts: Object.fromEntries(named),
    });
    if (!chartered.ok) return chartered;
  }
  return done(null);
}

async function planFirst(tx: Tx, granted: Form, { cycle }: Founding, place: Place): Promise<Result<unknown>> {
  if (cycle === null) return done(null);
  const { opens_on, due_on } = cycle;
  return planCycleIn(tx, permit(cyclePolicy.plan, granted.actor, place), { year: Number(opens_on.slice(0, 4)), opens_on, due_on, grace_on: addDays(due_on, graceDays), lock_on: addDays(due_on, lockDays) });
}
