import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Licence } from '#app/coalitions/licences';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { figuresOf } from '#app/reporting/figures/queries.server';
import { outOn, publishedTo, standingTo } from '#app/reporting/publication/published.server';
import type { StoredFigure } from '#app/reporting/figures/model';
import type { Missing } from '#app/reporting/snapshots/missing';
import { leftOutOf, sectionsOf, type ReportSection } from '#app/reporting/sections/queries.server';
import { untoldFigures } from '#app/reporting/sections/told.server';
import { chairGroups } from './approvals/queries.server';
import { errataOf, type Erratum } from './errata/queries.server';
import { repliesOf, type ReportReply } from './replies/queries.server';

/** For whom it is read. */
export interface View {
  readonly language: Language;
  readonly now: Date;
}

export interface ReportRow {
  readonly ref: string;
  readonly year: number;
  readonly title: string;
  readonly title_language: string;
  readonly summary: string | null;
  readonly published_on: string;
  readonly as_of: string;
  readonly coalition: string;
}

const title = (language: Language) => sql`left join report_texts t on t.report_id = r.id and t.language = ${language} left join report_texts a on a.report_id = r.id and a.language = r.language`;
const coalitionName = (language: Language) => sql`left join lateral (select x.name, x.language from coalition_texts x where x.coalition_id = c.id order by x.language = ${language} desc, x.language = 'en' desc, x.language limit 1) ct on true`;

/** Published reports, the latest first. Reports stand in public: every viewer sees the same. */
export async function listReports(_viewer: Actor, { language, now }: View): Promise<ReportRow[]> {
  const found = await sql<ReportRow>`
    select r.ref, y.year, coalesce(t.title, a.title, r.ref) as title, case when t.title is null then r.language else t.language end as title_language, coalesce(t.summary, a.summary) as summary,
      ${outOn} as published_on, s.as_of, coalesce(ct.name, c.slug) as coalition
    from reports r join cycles y on y.id = r.cycle_id join snapshots s on s.report_id = r.snapshot_of join coalitions c on c.id = y.coalition_id ${title(language)} ${coalitionName(language)}
    where ${standingTo(now)} order by y.year desc, r.published_at desc, r.ref`.execute(database());
  return found.rows;
}

export interface ReportRecord {
  readonly id: string;
  readonly ref: string;
  readonly edition: number;
  readonly status: string;
  readonly version: number;
  readonly coalition_id: string;
  readonly coalition: string;
  /** In the reader's language where it is named in it, else in English, else in the first. */
  readonly coalition_language: Language;
  readonly cycle_id: string;
  readonly cycle_ref: string;
  readonly year: number;
  /** The authoritative language. */
  readonly authoritative: Language;
  readonly title: string;
  readonly title_language: Language;
  readonly summary: string | null;
  readonly published_on: string | null;
  /** Null until it is frozen. */
  readonly snapshot: { readonly id: string; readonly as_of: string; readonly sha256: string; readonly frozen_on: string; readonly missing: readonly Missing[] | null } | null;
  /** The edition whose snapshot and figures it reads: itself, or the one that it corrects without changing a figure. */
  readonly snapshot_of: string;
  /** How it may be used: what stood when it was published, and before that what its coalition says now; null where nobody has said. */
  readonly licence: Licence | null;
  /** In which its coalition counts days. */
  readonly zone: string;
  /** The last day on which members who are named may reply. */
  readonly reply_until: string | null;
  /** Why nobody was asked. */
  readonly reply_nobody: string | null;
  readonly embargo_until: Date | null;
  /** The groups whose chair approves it. */
  readonly chairs: readonly string[];
  /** The edition that corrects this one, once it is out. */
  readonly corrected_by: number | null;
  readonly replies: readonly ReportReply[];
  readonly errata: readonly Erratum[];
  readonly sections: readonly ReportSection[];
  /** SE-11: the profiles that were left out of it, for its desk; for everybody else there are none. */
  readonly left_out: readonly ReportSection[];
  readonly figures: readonly (StoredFigure & { readonly id: string })[];
}

/** A published report with its chapters and figures, the edition that is named or the one that stands; else undefined: what is not out yet is as absent as what was never written. */
export async function findReport(viewer: Actor, ref: string, view: View, edition?: number): Promise<ReportRecord | undefined> {
  const report = await recordOf(viewer, ref, view, edition === undefined ? sql`and ${standingTo(view.now)}` : sql`and r.edition = ${edition} and ${publishedTo(view.now)}`);
  if (report === undefined) return undefined;
  const untold = await untoldFigures(database(), report);
  return untold.size === 0 ? report : { ...report, figures: report.figures.filter(({ name }) => !untold.has(name)) };
}

/** A report in whatever state, for its desk: the route decides with `reportPolicy.desk` who sees it. */
export async function findReportDesk(viewer: Actor, ref: string, view: View): Promise<ReportRecord | undefined> {
  const report = await recordOf(viewer, ref, view, sql``);
  return report === undefined ? undefined : { ...report, left_out: await leftOutOf(report.id, view.language, report.authoritative) };
}

async function recordOf(_viewer: Actor, ref: string, { language, now }: View, condition: ReturnType<typeof sql>): Promise<ReportRecord | undefined> {
  const found = await sql<Omit<ReportRecord, 'snapshot' | 'sections' | 'left_out' | 'figures' | 'replies' | 'errata'> & { snapshot_id: string | null; as_of: string | null; sha256: string | null; frozen_on: string | null; missing: readonly Missing[] | null }>`
    select r.id, r.ref, r.edition, r.status, r.version, y.coalition_id, coalesce(ct.name, c.slug) as coalition, coalesce(ct.language, 'en') as coalition_language, y.id as cycle_id, y.ref as cycle_ref, y.year, r.language as authoritative,
      coalesce(t.title, a.title, r.ref) as title, case when t.title is null then r.language else t.language end as title_language, coalesce(t.summary, a.summary) as summary,
      ${outOn} as published_on, s.id as snapshot_id, s.as_of, s.sha256, to_char(s.frozen_at at time zone 'UTC', 'YYYY-MM-DD') as frozen_on, s.missing,
      r.snapshot_of, case when r.published_at is null then c.licence else r.licence end as licence, c.time_zone as zone, r.reply_until, r.reply_nobody, r.embargo_until, ${chairGroups(sql`y.coalition_id`, now)} as chairs,
      (select later.edition from reports later where later.corrects_id = r.id and ${publishedTo(now, sql`later`)}) as corrected_by
    from reports r join cycles y on y.id = r.cycle_id join coalitions c on c.id = y.coalition_id left join snapshots s on s.report_id = r.snapshot_of ${title(language)} ${coalitionName(language)}
    where r.ref = ${ref} ${condition} order by r.edition desc limit 1`.execute(database());
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const { snapshot_id, as_of, sha256, frozen_on, missing, ...head } = row;
  const snapshot = snapshot_id === null || as_of === null || sha256 === null || frozen_on === null ? null : { id: snapshot_id, as_of, sha256, frozen_on, missing };
  const [sections, figures, replies, errata] = await Promise.all([sectionsOf(row.id, language, row.authoritative), figuresOf(row.snapshot_of), repliesOf(row.id, language), errataOf(row.id)]);
  return { ...head, snapshot, sections, left_out: [], figures, replies, errata };
}

/** The report of a cycle, planned or out, for the cycle's board. */
export async function reportOfCycle(_viewer: Actor, cycleId: string): Promise<{ ref: string; status: string } | undefined> {
  return database().selectFrom('reports').select(['ref', 'status']).where('cycle_id', '=', cycleId).orderBy('edition', 'desc').limit(1).executeTakeFirst();
}
