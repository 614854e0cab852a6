import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import type { EditionModel } from '#app/reporting/publication/edition';
import { rowsWithParties } from '#app/reporting/snapshots/rows.server';
import { countryName, findCountry } from '#db/reference/countries';
import { snapshotUnder } from '../figures/storing.server';
import { commitmentsIn, movedSince } from './commitments.server';
import { isKnown } from './known.server';
import type { OwnReply, OwnReport, SinceBefore, Subject } from './model';
import { moneyIn, pledgesIn } from './money.server';

/** How many of its records a page and paper list; the file has all. */
export const listed = 50;

/** What an edition says of one country or one member, from its snapshot alone; undefined of whom the snapshot does not know. The caller has found the edition behind its guard. */
export async function ownReportOf(_viewer: Actor, edition: EditionModel, subject: Subject, most: number | null = listed): Promise<OwnReport | undefined> {
  const db = database();
  const { snapshot, language } = edition;
  const known = await knownIn(snapshot.id, subject, language);
  if (known === undefined) return undefined;
  const [commitments, money, pledges, endorsements, replies, since] = await Promise.all([
    commitmentsIn(db, snapshot.id, subject, most), known.parties ? moneyIn(db, snapshot.id, subject) : null, known.parties ? pledgesIn(db, snapshot.id, subject, most) : [],
    endorsementsIn(snapshot.id, subject), repliesBy(edition.id, subject), sinceBefore(edition, subject, most),
  ]);
  const beside = [...commitments.commitments, ...commitments.silent].map(({ lead }) => lead);
  return { subject, name: known.name, names: await namesIn(snapshot.id, [...beside, ...pledges.map(({ provider }) => provider)]), ...commitments, money, pledges, endorsements, replies, since };
}

/** Members as they were called when the snapshot was frozen. */
async function namesIn(snapshotId: string, refs: readonly string[]): Promise<Record<string, string>> {
  const found = await sql<{ ref: string; name: string }>`select ref, facts ->> 'name' as name from snapshot_rows where snapshot_id = ${snapshotId}::uuid and kind = 'member' and ref = any(${[...new Set(refs)]}::text[])`.execute(database());
  return Object.fromEntries(found.rows.map(({ ref, name }) => [ref, name]));
}

/** Whom a snapshot knows: a member by its own row, a country by any record that names it. */
async function knownIn(snapshotId: string, { kind, code }: Subject, language: Language): Promise<{ name: string; parties: boolean } | undefined> {
  if (kind === 'country' && findCountry(code) === undefined) return undefined;
  const found = await sql<{ name: string | null; parties: boolean }>`
    select r.facts ->> 'name' as name, coalesce((s.rule_versions ->> 'rows')::int, 0) >= ${rowsWithParties} as parties from snapshot_rows r join snapshots s on s.id = r.snapshot_id
    where r.snapshot_id = ${snapshotId}::uuid and ${isKnown({ kind, code })} limit 1`.execute(database());
  const [row] = found.rows;
  return row === undefined ? undefined : { parties: row.parties, name: kind === 'country' ? countryName(code, language) : row.name ?? code };
}

async function endorsementsIn(snapshotId: string, { code }: Subject): Promise<OwnReport['endorsements']> {
  const found = await sql<OwnReport['endorsements'][number]>`select ref, facts ->> 'on' as "on" from snapshot_rows where snapshot_id = ${snapshotId}::uuid and kind = 'endorsement' and facts ->> 'party' = ${code} order by ref collate "C"`.execute(database());
  return found.rows;
}

/** What the edition says of the subject by name, with the answer that stands beside it. */
async function repliesBy(reportId: string, { code }: Subject): Promise<OwnReply[]> {
  const found = await sql<OwnReply>`
    select s.position, p.figure_key, p.about, p.language, p.reply, p.reply_language, to_char(p.replied_at at time zone 'UTC', 'YYYY-MM-DD') as replied_on
    from report_replies p join report_sections s on s.id = p.section_id left join organisations o on o.id = p.organisation_id
    where p.report_id = ${reportId}::uuid and coalesce(p.country_iso2, o.ref) = ${code} order by s.position, p.figure_key nulls last, p.id`.execute(database());
  return found.rows;
}

/** Against the snapshot that the figures of the edition were compared with when it was frozen: another correction of that year changes nothing. */
async function sinceBefore({ snapshot, figures }: EditionModel, subject: Subject, most: number | null): Promise<SinceBefore | null> {
  const against = figures.find(({ stored }) => stored.difference !== null)?.stored.difference?.against;
  const before = against === undefined ? undefined : await snapshotUnder(database(), against.sha256);
  if (against === undefined || before === undefined) return null;
  const whole = subject.kind === 'country' || (before.rule_versions['rows'] ?? 0) >= rowsWithParties;
  return { year: against.year, as_of: against.as_of, ...await movedSince(database(), before.id, snapshot.id, { subject, whole, most }) };
}
