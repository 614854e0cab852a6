import { sql, type RawBuilder } from 'kysely';
import { personOf, spokenFor, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import { waitingAmendments } from '../amendments/queries.server';
import { waitingSafeguards } from '../safeguards/queries.server';
import { answerWithinWorkingDays, mendWithinWorkingDays, publishWithinWorkingDays, type CommitmentRef } from '../model';
import { commitmentPolicy } from '../policy';
import { readable, todayOf, type View } from '../readable.server';
import type { SmartScore } from '../smart/model';
import { addWorkingDays, workingDaysUntil } from './model';

/** A commitment on somebody's desk. Days are `YYYY-MM-DD`. */
export interface DeskRow extends CommitmentRef {
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly lead: string;
  readonly submitted_on: string | null;
  readonly verified_on: string | null;
  readonly returned_on: string | null;
  readonly smart_score: SmartScore | null;
}

const mostRows = 200;

async function deskRows(viewer: Actor, condition: RawBuilder<unknown>, view: View): Promise<(DeskRow & { readonly total: number })[]> {
  const found = await sql<DeskRow & { readonly total: number }>`
    select c.id, c.ref, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, c.smart_score, coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as title_language,
      coalesce(o.name, n.name, c.lead_country_iso2) as lead, to_char(c.submitted_at at time zone 'UTC', 'YYYY-MM-DD') as submitted_on, to_char(c.verified_at at time zone 'UTC', 'YYYY-MM-DD') as verified_on,
      to_char(c.returned_at at time zone 'UTC', 'YYYY-MM-DD') as returned_on, count(*) over ()::int as total
    from commitments c
    left join lateral (select x.title, x.language from commitment_texts x where x.commitment_id = c.id order by x.language = ${view.language} desc, x.language = c.language desc limit 1) t on true
    left join organisations o on o.id = c.lead_organisation_id
    left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    where ${condition} and ${readable(viewer, view)} order by c.submitted_at nulls last, c.ref limit ${mostRows}`.execute(database());
  return found.rows;
}

export interface ReviewQueue {
  readonly rows: readonly QueueRow[];
  /** How many younger ones wait behind these. */
  readonly more: number;
}
export type QueueRow = DeskRow & { readonly days_left: number };

/** What waits to be read, verified or published by this viewer, oldest first; what they submitted themselves is never in it (PE-1 included). */
export async function reviewQueue(viewer: Actor, view: View): Promise<ReviewQueue> {
  const today = todayOf(view);
  const rows = await deskRows(viewer, sql`c.status in ('submitted', 'verified') and c.submitted_by is distinct from ${personOf(viewer)}::uuid`, view);
  const queue = rows
    .filter((row) => may(row.status === 'submitted' ? commitmentPolicy.verify : commitmentPolicy.publish, viewer, row).allowed)
    .map((row) => ({ ...row, days_left: workingDaysUntil(today, answerBy(row)) }));
  return { rows: queue, more: (rows[0]?.total ?? 0) - rows.length };
}

const answerBy = ({ status, submitted_on, verified_on }: DeskRow): string =>
  status === 'verified' && verified_on !== null ? addWorkingDays(verified_on, publishWithinWorkingDays) : addWorkingDays(submitted_on ?? '1970-01-01', answerWithinWorkingDays);

/** What a viewer speaks for and is not yet public: drafts, what was returned, what is being read. */
export async function ownCommitments(viewer: Actor, view: View): Promise<{ readonly drafts: readonly DeskRow[]; readonly returned: readonly DeskRow[]; readonly submitted: readonly DeskRow[] }> {
  if (viewer.kind !== 'person') return { drafts: [], returned: [], submitted: [] };
  const { organisations, countries } = spokenFor(viewer);
  const own = sql`(c.lead_organisation_id = any(${organisations}::uuid[])
    or c.lead_country_iso2 = any(${countries}::text[]) or c.created_by = ${viewer.id}) and c.source_name is null`;
  const rows = await deskRows(viewer, sql`c.status in ('draft', 'returned', 'submitted', 'verified') and ${own}`, view);
  return {
    drafts: rows.filter((row) => row.status === 'draft'), returned: rows.filter((row) => row.status === 'returned'),
    submitted: rows.filter((row) => row.status === 'submitted' || row.status === 'verified'),
  };
}

/** What commitments ask of a viewer: to answer what was returned, and to read what waits. */
export async function dueCommitments(viewer: Actor, view: View): Promise<Due[]> {
  const t = textFor(view.language, 'commitments');
  const [{ returned }, queue, amendments, safeguards] = await Promise.all([ownCommitments(viewer, view), reviewQueue(viewer, view), waitingAmendments(viewer, view), waitingSafeguards(viewer, view)]);
  const link = paths.in(view.language);
  return [
    ...returned.map((row) => ({ key: `returned ${row.id}`, title: row.title, language: row.title_language, ref: row.ref, href: paths.commitmentStep(row.ref, 'check'), why: t('due.returned'), due_on: row.returned_on === null ? null : addWorkingDays(row.returned_on, mendWithinWorkingDays), act: t('due.answer') })),
    ...queue.rows.map((row) => ({ key: `review ${row.id}`, title: row.title, language: row.title_language, ref: row.ref, href: link.commitment(row.ref), why: t(`due.${row.status}`, { lead: row.lead }), due_on: answerBy(row), act: t('due.read') })),
    ...amendments.map((row) => ({
      key: `amendment ${row.amendment_id}`, title: row.title, language: row.title_language, ref: row.ref, href: paths.amendment(row.ref, row.number), why: t('due.amendment', { lead: row.lead }), due_on: addWorkingDays(row.asked_on, answerWithinWorkingDays), act: t('due.decide'),
    })),
    ...safeguards.map((row) => ({
      key: `safeguard ${row.safeguard_id}`, title: row.title, language: row.title_language, ref: row.ref, href: paths.safeguard(row.ref), why: t(`due.safeguard_${row.safeguard === 'draft' ? 'draft' : 'reviewed'}`, { lead: row.lead }), due_on: addWorkingDays(row.written_on, answerWithinWorkingDays), act: t('due.decide'),
    })),
  ];
}
