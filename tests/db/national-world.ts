import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import type { What } from '#app/commitments/drafting/model';
import { createDraft, publishCommitment, saveMeasure, submitCommitment, verifyCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { database } from '#app/platform/database.server';
import type { Founding } from '#app/reporting/founding/model';
import { foundCoalition } from '#app/reporting/founding/operations.server';
import { clause, published } from './frameworks-world';
import { give, holder, valueOf } from './accounts-world';
import { measure, refOf, what, type CommitmentsWorld } from './commitments-world';

/** The six pillars, published; the ids of its nodes. */
export async function pillarsIn(now: Date): Promise<readonly string[]> {
  await published(now, 'SIX-PILLARS', [1, 2, 3, 4, 5, 6].map((number) => ({ ...clause(String(number)), kind: 'pillar' as const })));
  // Other texts have pillars, too.
  await published(now, 'TES-KEYS', [{ ...clause('K1'), kind: 'pillar' as const }]);
  return (await database().selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').innerJoin('frameworks as f', 'f.id', 'v.framework_id').select('n.id').where('f.code', '=', 'SIX-PILLARS').orderBy('n.code').execute()).map(({ id }) => id);
}

export const founding = (more: Partial<Founding> = {}): Founding => ({
  country_iso2: 'KE', names: {}, mandate: 'Connects every school of the country.', language: 'en', coordinator: { name: 'Wanjiru Otieno', mail: 'wanjiru@education.example' },
  secretariat: { name: 'Otieno Kamau', mail: 'otieno@education.example' }, pillars: [], versions: [], cycle: null, ...more,
});

export const found = (world: Pick<CommitmentsWorld, 'coalition' | 'lead' | 'now'>, form: Founding, slug = form.country_iso2.toLowerCase(), actor: PersonActor = world.lead) =>
  foundCoalition(permit(coalitionPolicy.form, actor, { parent_id: world.coalition }), { now: world.now }, slug, form);

/** A national coalition with its own secretariat, reviewer and a member of the world. */
export interface National {
  readonly id: string;
  readonly officer: PersonActor;
  readonly reviewer: PersonActor;
}

export async function openNational(world: CommitmentsWorld, more: Partial<Founding> = {}): Promise<National> {
  const { id } = valueOf(await found(world, founding(more)));
  const officer = await holder('secretariat_officer', world.now, { coalition_id: id });
  await give(officer.id, 'section_editor', world.now, { coalition_id: id });
  valueOf(await admitMember(permit(membershipPolicy.admit, officer, { coalition_id: id, organisation_id: world.organisation }), { now: world.now }, { category: 'full', joined_on: '2026-01-01' }));
  // The focal point as they are now: a member's.
  return { id, officer: await personActor(officer.id, world.now), reviewer: await holder('reviewer', world.now, { coalition_id: id }) };
}

/** A commitment of the world's organisation under a coalition, as far as it is to come. */
export async function promisedUnder(world: CommitmentsWorld, national: National, form: Partial<What> = {}, to: 'draft' | 'published' = 'published', now = world.now): Promise<string> {
  const subject = { coalition_id: national.id, lead_organisation_id: world.organisation, lead_country_iso2: null };
  const { ref } = valueOf(await createDraft(permit(commitmentPolicy.create, world.focal, subject), { now }, what(world, form)));
  valueOf(await saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), { now }, undefined, measure()));
  if (to === 'draft') return ref;
  valueOf(await submitCommitment(permit(commitmentPolicy.submit, world.focal, await refOf(ref)), { now }));
  valueOf(await verifyCommitment(permit(commitmentPolicy.verify, national.reviewer, await refOf(ref)), { now }));
  valueOf(await publishCommitment(permit(commitmentPolicy.publish, national.officer, await refOf(ref)), { now }));
  return ref;
}
