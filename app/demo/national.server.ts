import { permit } from '#app/access/permit';
import { coalitionPolicy } from '#app/coalitions/policy';
import { createDraft, saveMeasure } from '#app/commitments/drafting/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { publishCommitment, submitCommitment, verifyCommitment } from '#app/commitments/review/operations.server';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { pillarsCode } from '#app/countries/worth';
import { addPerson } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { platform } from '#app/members/people/roles/model';
import { database } from '#app/platform/database.server';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { foundCoalition } from '#app/reporting/founding/operations.server';
import { charterGroup } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { give, type Cast } from './people.server';
import { as, at, must, teller } from './stage.server';
import { chapters, type Story } from './story';
import type { Texts } from './texts.server';

/** What national coalitions have of their own: members, and in Senegal a secretariat, a group, a cycle and commitments. Peru's has just been formed. */
export async function nationalIn(story: Story, cast: Cast, texts: Texts): Promise<void> {
  await localMembers(story, cast);
  await senegal(story, cast, texts);
  await peru(story, cast);
}

/** Organisations of a country join its coalition. */
async function localMembers(story: Story, cast: Cast): Promise<void> {
  const now = story.ago(chapters.groups);
  for (const { organisation_id, iso2, category } of cast.others) {
    const coalition_id = iso2 === null ? undefined : cast.national.get(iso2);
    if (coalition_id !== undefined) await must(admitMember(permit(membershipPolicy.admit, teller, { coalition_id, organisation_id }), at(now), { category, joined_on: now.toISOString().slice(0, 10) }));
  }
}

const undertakings = [
  {
    title: 'Raccorder 300 écoles rurales à la fibre', action: 'Le Sénégal raccorde 300 écoles rurales à la fibre et paie trois ans d’abonnement.', type: 'infrastructure', line: 'P1.2', groups: ['rural_remote'], unit: 'schools', target: '300', baseline: '40',
  },
  {
    title: 'Former 4 000 enseignantes et enseignants aux leçons numériques', action: 'Chaque région forme ses enseignantes et enseignants pendant le temps de service.', type: 'capacity', line: 'P3.1', groups: ['girls_women'], unit: 'teachers', target: '4000', baseline: '600',
  },
] as const;

async function senegal(story: Story, cast: Cast, texts: Texts): Promise<void> {
  const coalition_id = cast.national.get('SN');
  const ministry = cast.ministries.find(({ iso2 }) => iso2 === 'SN');
  if (coalition_id === undefined || ministry === undefined) return;
  const begun = story.ago(chapters.groups - 10);
  const officer = await hireAt(begun, 'Fatou Diop', 'fatou.diop@coalition-sn.example', 'secretariat_officer', coalition_id);
  const reviewer = await hireAt(begun, 'Ibrahim Moussa', 'ibrahim.moussa@coalition-sn.example', 'reviewer', coalition_id);
  await must(charterGroup(permit(groupPolicy.charter, await as(officer, begun), { coalition_id }), at(begun), {
    kind: 'working_group', cadence: 'quarterly', quorum_share: '50', decision_rule: 'consensus', notice_days: 14, starts_on: story.dayAgo(chapters.groups - 10), ends_on: null,
    texts: { fr: { name: 'Connectivité des écoles du Sénégal', mandate: 'Dit quelles écoles sont raccordées, à quel prix, et qui paie.' }, en: { name: 'School connectivity in Senegal', mandate: null } },
  }));
  const planned = story.ago(chapters.cycleOpens + 8);
  await must(planCycle(permit(cyclePolicy.plan, await as(officer, planned), { coalition_id }), at(planned), {
    year: story.year, opens_on: story.dayAgo(chapters.cycleOpens), due_on: story.dayAgo(chapters.cycleDue), grace_on: story.dayAgo(chapters.cycleGrace), lock_on: story.dayAgo(chapters.cycleLock),
  }));
  for (const [number, { title, action, type, line, groups, unit, target, baseline }] of undertakings.entries()) {
    const [drafted, read] = [story.ago(200 - number * 40), story.ago(190 - number * 40)];
    const author = await as(ministry.focal_point, drafted);
    const place = { coalition_id, lead_organisation_id: null, lead_country_iso2: 'SN' };
    const { id } = await must(createDraft(permit(commitmentPolicy.create, author, place), at(drafted), {
      language: 'fr', title, action, problem: null, type, nodes: [texts.clauses.get(line) ?? ''], beneficiaries: [...groups], countries: [], learner_data: false, origin: null, visibility: 'public', embargo_until: null,
    }));
    const draft = { id, ...place, submitted_by: null, status: 'draft' as const };
    await must(saveMeasure(permit(commitmentPolicy.edit, author, draft), at(drafted), undefined, {
      starts_on: story.dayAgo(180 - number * 40),
      goals: [{ statement: null, target_value: target, unit, target_on: `${story.year + 3}-12-31`, baseline_value: baseline, baseline_year: story.year - 1, method: null, ascending: true }],
    }));
    await must(submitCommitment(permit(commitmentPolicy.submit, author, draft), at(drafted)));
    const sent = { ...draft, submitted_by: ministry.focal_point };
    await must(verifyCommitment(permit(commitmentPolicy.verify, await as(reviewer, read), { ...sent, status: 'submitted' }), at(read)));
    await must(publishCommitment(permit(commitmentPolicy.publish, await as(officer, read), { ...sent, status: 'verified' }), at(read)));
  }
}

async function hireAt(now: Date, name: string, mail: string, role: 'secretariat_officer' | 'reviewer', coalition_id: string): Promise<string> {
  const { person_id } = await must(addPerson(permit(peoplePolicy.add, teller, { organisation_id: null, coalition_ids: [] }), at(now), { name, mail, language: 'fr', time_zone: 'Africa/Dakar', publish_name: false, title: null }));
  await give(person_id, role, { ...platform, coalition_id }, now);
  return person_id;
}

/** Formed from the template three weeks ago: still forming, with its first people invited and its groups waiting for their seats. */
async function peru(story: Story, cast: Cast): Promise<void> {
  const now = story.ago(21);
  const pillars = await database().selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').innerJoin('frameworks as f', 'f.id', 'v.framework_id')
    .select('n.id').where('f.code', '=', pillarsCode).where('n.kind', '=', 'pillar').where('v.status', '=', 'published').orderBy('n.position').limit(3).execute();
  const versions = await database().selectFrom('framework_versions').select('id').where('status', '=', 'published').execute();
  await must(foundCoalition(permit(coalitionPolicy.form, await as(cast.lead, now), { parent_id: cast.coalition_id }), at(now), 'pe', {
    country_iso2: 'PE', names: {}, mandate: 'Une lo que hacen el Estado, las regiones y la sociedad civil para que cada escuela aprenda en línea.', language: 'es',
    coordinator: { name: 'Marisol Quispe', mail: 'marisol.quispe@coalicion-pe.example' }, secretariat: { name: 'Tomás Castro', mail: 'tomas.castro@coalicion-pe.example' },
    pillars: pillars.map(({ id }) => id), versions: versions.map(({ id }) => id), cycle: null,
  }));
}
