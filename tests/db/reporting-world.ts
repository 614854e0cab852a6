import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { planReport } from '#app/reporting/reports/operations.server';
import { sendSection, signOffSection } from '#app/reporting/sections/operations.server';
import { writeSection } from '#app/reporting/sections/texts/operations.server';
import { approveReport } from '#app/reporting/reports/approvals/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { freezeReport, publishReport } from '#app/reporting/reports/publication.server';
import { askForReplies } from '#app/reporting/reports/replies/operations.server';
import { sectionKinds, type SectionKind } from '#app/reporting/sections/model';
import { submitUpdate, type UpdateForm } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { database } from '#app/platform/database.server';
import { personActor } from '#app/accounts/viewer.server';
import { openTestDatabase } from '#tests/harness/database';
import { give, holder, person, valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, openCommitments, refOf } from './commitments-world';

/** A coalition with a cycle that is open, commitments, and the people who report, read and publish. */
export interface ReportingWorld extends CommitmentsWorld {
  readonly cycle: { readonly id: string; readonly ref: string };
  /** A second officer: nobody approves their own. */
  readonly second: PersonActor;
  /** For tests that go past every guard. */
  readonly ownerUrl: string;
  /** An instant in the cycle. */
  readonly later: Date;
}

/** What a report is planned and frozen by. */
export type Desk = Pick<ReportingWorld, 'officer' | 'coalition' | 'cycle' | 'later'>;

export const cycleForm = { year: 2026, opens_on: '2026-03-01', due_on: '2026-11-30', grace_on: '2026-12-15', lock_on: '2027-01-15' };

export async function openReporting(): Promise<ReportingWorld> {
  // The same database of this worker: what is opened next finds it empty.
  const { ownerUrl } = await openTestDatabase();
  const world = await openCommitments();
  const cycle = valueOf(await planCycle(permit(cyclePolicy.plan, world.officer, { coalition_id: world.coalition }), { now: world.now }, cycleForm));
  // The focal point gets mail.
  const id = await person('Amina Wekesa', world.now, { mail: 'amina@harbour.example', organisation_id: world.organisation });
  await give(id, 'focal_point', world.now, { organisation_id: world.organisation });
  const focal = await personActor(id, world.now);
  return { ...world, ownerUrl, focal, cycle, second: await holder('secretariat_officer', world.now, { coalition_id: world.coalition }), later: new Date('2026-10-05T09:00:00Z') };
}

export const published = async (world: CommitmentsWorld, more?: Parameters<typeof draft>[1]): Promise<string> => brought(world, await draft(world, more), 'published', more?.now);

export async function goalsOf(ref: string): Promise<{ id: string; last_value: string | null; last_value_on: string | null }[]> {
  return database().selectFrom('goals as g').innerJoin('commitments as c', 'c.id', 'g.commitment_id').select(['g.id', 'g.last_value', 'g.last_value_on']).where('c.ref', '=', ref).orderBy('g.position').execute();
}

export const said = (values: UpdateForm['values'], more: Partial<UpdateForm> = {}): UpdateForm => ({
  answer: 'update', completion: 'limited', narrative: 'Forty schools are connected.', barriers: null, enablers: null, equity: null, language: 'en', as_of: '2026-09-30', values, ...more,
});

export async function subjectOf(world: ReportingWorld, ref: string) {
  const commitment = await refOf(ref);
  const update = await database().selectFrom('progress_updates').selectAll().where('commitment_id', '=', commitment.id).where('cycle_id', '=', world.cycle.id).executeTakeFirst();
  return { ...commitment, commitment_id: commitment.id, cycle_id: world.cycle.id, id: update?.id ?? '', status: update?.status ?? 'draft', written_by: update?.written_by ?? null };
}

/** Submits an update of the first goal as the focal point. */
export async function reported(world: ReportingWorld, ref: string, value: string | null, more: Partial<UpdateForm> = {}, who = world.focal, now = world.later) {
  const [goal] = await goalsOf(ref);
  const values = goal === undefined ? [] : [{ goal_id: goal.id, value, missing: value === null ? 'not_counted' : null }];
  return submitUpdate(permit(updatePolicy.write, who, await subjectOf(world, ref)), { now }, said(values, more));
}

const bodies: Partial<Record<SectionKind, string>> = {
  promises: 'How the promises stand.\n\n{{figure:standing}}\n\nWhat they serve.\n\n{{figure:clauses}}', equity: 'Whom they name.\n\n{{figure:groups}}', money: 'What was paid.\n\n{{figure:ladder}}\n\n{{figure:currencies}}',
  work: 'What the groups did.\n\n{{figure:members}}\n\n{{figure:work}}',
};

/** A report with every section, planned by one officer. */
export async function planned(world: Desk): Promise<{ id: string; ref: string }> {
  const sections = sectionKinds.filter((kind) => kind !== 'other').map((kind) => ({
    kind, owner_id: null, texts: { en: { heading: `Chapter ${kind}`, body: bodies[kind] ?? `Text of **${kind}**.` } },
  }));
  const titles = { en: { title: 'Annual progress report 2026', summary: 'What was promised and what was done.' }, fr: { title: 'Rapport annuel 2026', summary: null } };
  return valueOf(await planReport(permit(reportPolicy.plan, world.officer, { coalition_id: world.coalition, cycle_id: world.cycle.id }), { now: world.later }, { language: 'en', titles, sections }));
}

export async function reportOf(ref: string) {
  return database().selectFrom('reports as r').innerJoin('cycles as y', 'y.id', 'r.cycle_id').select(['r.id', 'r.ref', 'r.status', 'r.edition', 'r.version', 'y.coalition_id', 'y.ref as cycle_ref']).where('r.ref', '=', ref).orderBy('r.edition', 'desc').executeTakeFirstOrThrow();
}

export async function sectionsOf(ref: string) {
  const report = await reportOf(ref);
  const sections = await database().selectFrom('report_sections').selectAll().where('report_id', '=', report.id).orderBy('position').execute();
  return sections.map((section) => ({ ...section, subject: { ...report, section_id: section.id, section_status: section.status, left_out: section.left_out_at !== null, owner_id: section.owner_id, owners: sections.map((one) => one.owner_id), chairs: [] } }));
}

/** Sends every section that is not signed off yet to review, and has it signed off by another. */
export async function signed(world: ReportingWorld, ref: string, who = world.second): Promise<void> {
  for (const { position } of await sectionsOf(ref)) await signedOff(world, ref, position, who);
}
export async function signedOff(world: ReportingWorld, ref: string, position: number, who = world.second): Promise<void> {
  const section = async () => { const one = (await sectionsOf(ref))[position - 1]; if (one === undefined) throw new Error('no such section'); return one.subject; };
  if ((await section()).section_status === 'signed_off' || (await section()).left_out) return;
  if ((await section()).section_status !== 'in_review') valueOf(await sendSection(permit(sectionPolicy.send, world.officer, await section()), { now: world.later }));
  valueOf(await signOffSection(permit(sectionPolicy.signOff, who, await section()), { now: world.later }));
}

export const freeze = async (world: Desk, ref: string, confirmation = world.cycle.ref) =>
  freezeReport(permit(reportPolicy.freeze, world.officer, await reportOf(ref)), { now: world.later }, confirmation);
/** Asks nobody for a reply, and has both approve: what is signed off and frozen may be published then. The first refusal is the answer. */
export async function approved(world: ReportingWorld, ref: string, now = world.later): Promise<Result<unknown>> {
  const report = await reportOf(ref);
  if (!['right_of_reply', 'approved'].includes(report.status)) {
    const asked = await askForReplies(permit(reportPolicy.ask, world.lead, report), { now }, { working_days: 10, nobody: 'The report names no member.' });
    if (!asked.ok) return asked;
  }
  for (const who of [world.lead, world.second]) {
    const approvals = await database().selectFrom('report_approvals').select(['capacity', 'person_id']).where('report_id', '=', report.id).execute();
    if (approvals.some((one) => one.person_id === who.id)) continue;
    const given = await approveReport(permit(reportPolicy.approve, who, { ...(await reportOf(ref)), approvals, chairs: [] }), { now });
    if (!given.ok) return given;
  }
  return done(null);
}
export async function publish(world: ReportingWorld, ref: string, embargo: string | null = null, now = world.later): Promise<Result<{ ref: string }>> {
  const ready = (await reportOf(ref)).status === 'published' ? done(null) : await approved(world, ref, now);
  return ready.ok ? publishReport(permit(reportPolicy.publish, world.lead, await reportOf(ref)), { now }, embargo) : ready;
}
export const write = async (world: ReportingWorld, ref: string, position: number, body: string, who = world.officer) => {
  const section = (await sectionsOf(ref))[position - 1];
  if (section === undefined) throw new Error('no such section');
  return writeSection(permit(sectionPolicy.write, who, section.subject), { now: world.later }, undefined, 'en', { heading: 'Chapter', body });
};

export const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => ('problems' in result ? result.problems?.map((one) => one.code) : undefined);
