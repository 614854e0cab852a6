import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import type { AmendmentForm } from '#app/commitments/amendments/input.server';
import type { AmendmentRef } from '#app/commitments/amendments/model';
import { askAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import type { Measure, What } from '#app/commitments/drafting/model';
import { createDraft, publishCommitment, saveMeasure, submitCommitment, verifyCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import type { CommitmentRef, Status } from '#app/commitments/model';
import { draftVersion, type NodeForm } from '#app/frameworks/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { database } from '#app/platform/database.server';
import { openFiles } from '#app/platform/files.server';
import { loadReference } from '#db/reference/load';
import { desk, holder, openWorld, otherDesk, story, valueOf } from './accounts-world';

/** A small coalition with a Declaration of one principle and two action lines, two organisations and the people of each. */
export interface CommitmentsWorld {
  readonly now: Date;
  readonly ownerUrl: string;
  readonly coalition: string;
  readonly organisation: string;
  readonly other: string;
  /** P1 and its action lines P1.1 and P1.2. */
  readonly nodes: readonly string[];
  readonly focal: PersonActor;
  readonly deputy: PersonActor;
  readonly stranger: PersonActor;
  readonly coordinator: PersonActor;
  readonly officer: PersonActor;
  readonly lead: PersonActor;
  readonly reviewer: PersonActor;
  readonly auditor: PersonActor;
  /** The portal's own way into the database, for connections beside it. */
  readonly appUrl: string;
  readonly close: () => Promise<void>;
}

const inAll = (text: string) => ({ en: text, fr: text, es: text, ar: text, ru: text, zh: text });
const clause = (code: string, kind: NodeForm['kind'], children: readonly NodeForm[] = []): NodeForm => ({ code, kind, title: inAll(`Clause ${code}`), text: inAll(`Text of ${code}`), children });

export async function openCommitments(now = new Date('2026-03-02T09:00:00Z')): Promise<CommitmentsWorld> {
  const db = await openWorld();
  await loadReference(db.ownerUrl);
  await openFiles(await mkdtemp(join(tmpdir(), 'concord-files-')));
  const coalition = valueOf(await formCoalition(permit(coalitionPolicy.form, story, { parent_id: null }), { now }, { slug: 'global', kind: 'global', country_iso2: null, texts: { en: { name: 'Global coalition', mandate: null } } })).id;
  const form = { name: inAll('Declaration'), short_name: inAll('Declaration'), standing: 'working_paraphrase' as const, source: null, nodes: [clause('P1', 'principle', [clause('P1.1', 'action_line'), clause('P1.2', 'action_line')])] };
  const version = valueOf(await draftVersion(permit(frameworkPolicy.draft, await desk(), { code: 'CONNDECL' }), { now }, form));
  valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id: version.id, status: 'draft', edited_by: null }), { now }));
  const nodes = await database().selectFrom('framework_nodes').select('id').orderBy('code').execute();
  const register = async (name: string) => valueOf(await registerOrganisation(permit(organisationPolicy.register, story, { register: true }), { now }, {
    name, short_name: null, type_code: '70', constituency: 'private', country_iso2: 'KE', website: null, identifiers: [],
  })).id;
  const organisation = await register('Harbour Telecom Group');
  const other = await register('Open Shelf Alliance');
  return {
    now, ownerUrl: db.ownerUrl, coalition, organisation, other, nodes: nodes.map((node) => node.id),
    focal: await holder('focal_point', now, { organisation_id: organisation }),
    deputy: await holder('deputy_focal_point', now, { organisation_id: organisation }),
    stranger: await holder('focal_point', now, { organisation_id: other }),
    coordinator: await holder('country_coordinator', now, { country_iso2: 'KE' }),
    officer: await holder('secretariat_officer', now, { coalition_id: coalition }),
    lead: await holder('secretariat_lead', now, { coalition_id: coalition }),
    reviewer: await holder('reviewer', now, { coalition_id: coalition }),
    auditor: await holder('auditor', now, { coalition_id: coalition }),
    appUrl: db.appUrl,
    close: db.close,
  };
}

export const what = (world: CommitmentsWorld, more: Partial<What> = {}): What => ({
  language: 'en', title: 'Connect 140 schools', action: 'Harbour Telecom Group connects 140 primary schools in the northern counties.', problem: null, type: 'infrastructure',
  nodes: world.nodes.slice(1, 2), beneficiaries: ['rural_remote'], countries: [{ country_iso2: 'KE', share: null }], learner_data: false, origin: null, visibility: 'public', embargo_until: null, ...more,
});
export const measure = (more: Partial<Measure['goals'][number]> = {}, starts_on: string | null = null): Measure => ({
  starts_on, goals: [{ statement: null, target_value: '140', unit: 'schools', target_on: '2030-12-31', baseline_value: '12', baseline_year: 2025, method: null, ascending: true, ...more }],
});

export async function refOf(ref: string): Promise<CommitmentRef & { version: number }> {
  const row = await database().selectFrom('commitments').selectAll().where('ref', '=', ref).executeTakeFirstOrThrow();
  return { ...row, status: row.status as Status };
}

/** A draft of the organisation with both steps filled in. */
export async function draft(world: CommitmentsWorld, { now = world.now, form = {}, goal = {}, starts_on = null }: { now?: Date; form?: Partial<What>; goal?: Partial<Measure['goals'][number]>; starts_on?: string | null } = {}): Promise<string> {
  const subject = { coalition_id: world.coalition, lead_organisation_id: world.organisation, lead_country_iso2: null };
  const { ref } = valueOf(await createDraft(permit(commitmentPolicy.create, world.focal, subject), { now }, what(world, form)));
  valueOf(await saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), { now }, undefined, measure(goal, starts_on)));
  return ref;
}

/** Walks a draft to the state that is asked for, each step by who does it. */
export async function brought(world: CommitmentsWorld, ref: string, to: 'submitted' | 'verified' | 'published', now = world.now): Promise<string> {
  valueOf(await submitCommitment(permit(commitmentPolicy.submit, world.focal, await refOf(ref)), { now }));
  if (to === 'submitted') return ref;
  valueOf(await verifyCommitment(permit(commitmentPolicy.verify, world.reviewer, await refOf(ref)), { now }));
  if (to === 'verified') return ref;
  valueOf(await publishCommitment(permit(commitmentPolicy.publish, world.officer, await refOf(ref)), { now }));
  return ref;
}

/** A change of the first goal is asked for, by who looks after the commitment; what another decides on. */
export async function askedAmendment(world: CommitmentsWorld, ref: string, goal: Partial<AmendmentForm['goals'][number]>, now: Date): Promise<AmendmentRef> {
  const commitment = await refOf(ref);
  const { title, action, lead, starts_on, countries, goals } = await promisedIn(database(), commitment.id);
  const form = { title, action, lead: lead.ref, starts_on, countries, reason: 'The tender gave fewer schools.', goals: goals.map(({ id: _, ...one }, at) => ({ ...one, ...(at === 0 ? goal : {}) })) };
  const { id } = valueOf(await askAmendment(permit(amendmentPolicy.ask, world.focal, commitment), { now }, undefined, form));
  return { ...commitment, amendment_id: id, amendment: 'asked', asked_by: world.focal.id };
}
