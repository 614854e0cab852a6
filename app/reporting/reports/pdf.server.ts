import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { readStoredFile, storeFile } from '#app/platform/files.server';
import { log } from '#app/platform/log.server';
import { renderPdf } from '#app/document/pdf.server';
import { chaptersOf } from './chapters.server';
import { printable } from './printable';
import type { ReportRecord } from './queries.server';

/**
 * The PDF of a published report in one language: set once, at the first question, and kept. What is published never changes, so the
 * file that is kept is what would be set again, byte for byte (RP-5).
 */
export async function reportPdf(report: ReportRecord, language: Language, demo: boolean): Promise<Uint8Array> {
  const kept = await keptFile(report, language);
  if (kept !== undefined) return kept;
  const key = `${report.id} ${language}`;
  const setting = underWay.get(key) ?? setAndKeep(report, language, demo).finally(() => underWay.delete(key));
  underWay.set(key, setting);
  return setting;
}

/** Two who ask at once wait for one setting. */
const underWay = new Map<string, Promise<Uint8Array>>();

async function keptFile({ id }: ReportRecord, language: Language): Promise<Uint8Array | undefined> {
  const row = await database().selectFrom('report_files').select('file_id').where('report_id', '=', id).where('language', '=', language).executeTakeFirst();
  if (row === undefined) return undefined;
  try {
    return (await readStoredFile(database(), row.file_id))?.bytes;
  } catch (error) {
    // Lost or damaged on the disk: it is set again.
    log.warn('kept report', { file: row.file_id, why: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

async function setAndKeep(report: ReportRecord, language: Language, demo: boolean): Promise<Uint8Array> {
  const t = textFor(language, 'reporting');
  const bytes = await renderPdf(printable(report, chaptersOf(report, t, language), { t, press: textFor(language, 'document'), language, demo }));
  await database().transaction().execute(async (tx) => {
    const stored = await storeFile(tx, { bytes, name: `${report.ref}.${language}.pdf`, uploadedBy: null });
    // A report too large for the store is set each time.
    if ('problem' in stored) return;
    await tx.insertInto('report_files').values({ report_id: report.id, language, file_id: stored.id })
      .onConflict((conflict) => conflict.columns(['report_id', 'language']).doUpdateSet({ file_id: stored.id })).execute();
  });
  return bytes;
}
