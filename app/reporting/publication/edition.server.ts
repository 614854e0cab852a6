import type { LoaderFunctionArgs } from '@remix-run/node';
import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { licences } from '#app/coalitions/licences';
import type { Text } from '#app/languages/catalogue';
import { textFor } from '#app/languages/catalogues.server';
import { languages, type Language } from '#app/languages/language';
import { requireLanguage } from '#app/languages/request.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { viewOf } from '#app/reporting/figures/view';
import { findReport, type ReportRecord, type View } from '#app/reporting/reports/queries.server';
import { chaptersOf, recordsBehind } from './chapters.server';
import type { EditionModel, Issue } from './edition';
import { outOn, publishedTo } from './published.server';

/** An edition that is out: the one that is named, or the one that stands. Every reader of a report begins here. */
export async function findEdition(viewer: Actor, ref: string, number: number | undefined, view: View, publicUrl: string): Promise<{ edition: EditionModel; report: ReportRecord } | undefined> {
  const report = await findReport(viewer, ref, view, number);
  if (report === undefined) return undefined;
  const edition = editionOf(report, { t: textFor(view.language, 'reporting'), language: view.language, publicUrl, issues: await issuesOf(ref, view.now) });
  return edition === undefined ? undefined : { edition, report };
}

async function issuesOf(ref: string, now: Date): Promise<Issue[]> {
  const found = await sql<Issue>`select r.edition as number, ${outOn} as "on" from reports r where r.ref = ${ref} and ${publishedTo(now)} order by r.edition`.execute(database());
  return found.rows;
}

/** The edition that an address asks for, with the number that it names, else 404. */
export async function requireEdition({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>): Promise<{ edition: EditionModel; report: ReportRecord; viewer: Actor; named: number | undefined }> {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const named = namedEdition(params['edition']);
  const found = await findEdition(viewer, params['ref'] ?? '', named, { language, now: context.now }, context.publicUrl);
  if (found === undefined) throw notFound();
  return { ...found, viewer, named };
}

/** The number of an edition in an address; one that is no number is that of no edition. */
export function namedEdition(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
}

interface Telling {
  readonly t: Text;
  readonly language: Language;
  /** Where the portal is found, `https://example.org`. */
  readonly publicUrl: string;
  readonly issues: readonly Issue[];
}

/** The edition of a report that is out; undefined of one that has no snapshot. Nothing here asks for a clock or for the machine's language (RP-5). */
export function editionOf(report: ReportRecord, { t, language, publicUrl, issues }: Telling): EditionModel | undefined {
  const { snapshot, published_on } = report;
  if (snapshot === null || published_on === null) return undefined;
  const chapters = chaptersOf(report, t, language);
  const address = publicUrl + paths.in(language).report(report.ref, report.edition);
  const written = new Set(report.sections.flatMap((section) => section.languages));
  return {
    id: report.id, ref: report.ref, number: report.edition, year: report.year, coalition_id: report.coalition_id, language, authoritative: report.authoritative,
    title: report.title, titleLanguage: report.title_language, summary: report.summary, publisher: report.coalition, publisherLanguage: report.coalition_language, publishedOn: published_on, asOf: snapshot.as_of,
    snapshot: { id: snapshot.id, sha256: snapshot.sha256 }, chapters,
    figures: report.figures.map((stored) => ({
      id: stored.id, stored, view: viewOf(stored, { t, language, sha256: snapshot.sha256 }), records: recordsBehind(stored),
      chapter: chapters.find((one) => one.pieces.some((piece) => piece.kind === 'figure' && piece.figure.name === stored.name))?.number ?? null,
    })),
    languages: languages.filter((one) => written.has(one)), address, issues, corrections: { corrected_by: report.corrected_by, errata: report.errata },
    licence: report.licence, citation: citationOf(report, published_on, address, t),
  };
}

/** With the licence where there is one: who quotes has to name it. */
function citationOf({ coalition: publisher, title, edition, licence }: ReportRecord, publishedOn: string, address: string, t: Text): string {
  const said = t('edition.citation', { publisher, year: publishedOn.slice(0, 4), title, edition, address });
  return licence === null ? said : `${said} ${t('edition.citation_licence', { licence: licences[licence].short })}`;
}
