import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { readStoredFile, storeFile } from '#app/platform/files.server';
import { log } from '#app/platform/log.server';
import { renderPdf } from '#app/reporting/document/pdf.server';
import { chaptersOf } from './chapters.server';
import { printable } from './printable';
import type { ReportRecord } from './queries.server';

/**
 * The PDF of a published report in one language: set once, at the first question, and kept. What is published never changes, so the
 * file that is kept is what would be set again, byte for byte (RP-5).
 */
export async function reportPdf(report: ReportRecord, language: Language, demo: boolean): Promise<Uint8Array> {
  const name = fileName(report, language);
  const kept = await keptFile(name);
  if (kept !== undefined) return kept;
  const setting = underWay.get(name) ?? setAndKeep(report, language, demo, name).finally(() => underWay.delete(name));
  underWay.set(name, setting);
  return setting;
}

/** Two who ask at once wait for one setting. */
const underWay = new Map<string, Promise<Uint8Array>>();

/** Named by the edition, which no upload can be: what a person uploads carries who did. */
const fileName = (report: ReportRecord, language: Language): string => `report-${report.id}-${report.edition}-${language}.pdf`;

async function keptFile(name: string): Promise<Uint8Array | undefined> {
  const row = await database().selectFrom('files').select('id').where('name', '=', name).where('uploaded_by', 'is', null).where('media_type', '=', 'application/pdf').orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
  if (row === undefined) return undefined;
  try {
    return (await readStoredFile(database(), row.id))?.bytes;
  } catch (error) {
    // Lost or damaged on the disk: it is set again.
    log.warn('kept report', { file: row.id, why: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

async function setAndKeep(report: ReportRecord, language: Language, demo: boolean, name: string): Promise<Uint8Array> {
  const t = textFor(language, 'reporting');
  const bytes = await renderPdf(printable(report, chaptersOf(report, t, language), { t, language, demo }));
  // A report too large for the store is set each time.
  await database().transaction().execute((tx) => storeFile(tx, { bytes, name, uploadedBy: null }));
  return bytes;
}
