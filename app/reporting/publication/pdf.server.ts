import { database } from '#app/platform/database.server';
import { readStoredFile, storeFile } from '#app/platform/files.server';
import { log } from '#app/platform/log.server';
import { renderPdf } from '#app/document/pdf.server';
import { tellingOf } from './about.server';
import type { EditionModel } from './edition';
import { printable } from './printable';

/**
 * The PDF of an edition in one language: set once, at the first question, and kept. What is published never changes, so the
 * file that is kept is what would be set again, byte for byte (RP-5).
 */
export async function editionPdf(edition: EditionModel, demo: boolean): Promise<Uint8Array> {
  const kept = await keptFile(edition);
  if (kept !== undefined) return kept;
  const key = `${edition.id} ${edition.language}`;
  const setting = underWay.get(key) ?? setAndKeep(edition, demo).finally(() => underWay.delete(key));
  underWay.set(key, setting);
  return setting;
}

/** Two who ask at once wait for one setting. */
const underWay = new Map<string, Promise<Uint8Array>>();

async function keptFile({ id, language }: EditionModel): Promise<Uint8Array | undefined> {
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

async function setAndKeep(edition: EditionModel, demo: boolean): Promise<Uint8Array> {
  const { id, language } = edition;
  const bytes = await renderPdf(printable(edition, tellingOf(edition, demo)));
  await database().transaction().execute(async (tx) => {
    const stored = await storeFile(tx, { bytes, name: `${edition.ref}-${edition.number}.${language}.pdf`, uploadedBy: null });
    // A report too large for the store is set each time.
    if ('problem' in stored) return;
    await tx.insertInto('report_files').values({ report_id: id, language, file_id: stored.id })
      .onConflict((conflict) => conflict.columns(['report_id', 'language']).doUpdateSet({ file_id: stored.id })).execute();
  });
  return bytes;
}
