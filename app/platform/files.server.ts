import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import type { Reader, Tx } from './database.server';
import { newId } from './identity';

/**
 * Files on the local disk, named by their hash: written before the transaction that names them commits, so that a row never
 * points to nothing; a file that no row names is harmless. They leave only through the guard of the record they belong to.
 */
let folder: string | undefined;

export const largestFile = 10 * 1_048_576;

/** What may be kept, by what the bytes say it is. Plain text formats carry no signature and are told by their name and content. */
const signed = new Set([
  'application/pdf', 'image/png', 'image/jpeg', 'image/webp',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
]);
const plain: Readonly<Record<string, string>> = { csv: 'text/csv', txt: 'text/plain', json: 'application/json' };

export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly uploadedBy: string | null;
}

export type FileProblem = 'empty' | 'too_large' | 'type';

export async function openFiles(dataDir: string): Promise<void> {
  folder = join(dataDir, 'files');
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

function pathOf(sha256: string): string {
  if (folder === undefined) throw new Error('the file store is not open yet');
  return join(folder, sha256.slice(0, 2), sha256);
}

/** The media type that the bytes themselves show, or the problem with the file. The name is believed only for plain text. */
export async function sniff(bytes: Uint8Array, name: string): Promise<{ mediaType: string } | { problem: FileProblem }> {
  if (bytes.length === 0) return { problem: 'empty' };
  if (bytes.length > largestFile) return { problem: 'too_large' };
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return signed.has(found.mime) ? { mediaType: found.mime } : { problem: 'type' };
  const mediaType = plain[name.toLowerCase().split('.').at(-1) ?? ''];
  return mediaType === undefined || bytes.includes(0) || looksLikeMarkup(bytes) ? { problem: 'type' } : { mediaType };
}

const looksLikeMarkup = (bytes: Uint8Array): boolean => /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 256)));

/** Keeps a file and its row. The size, the type and the hash are facts of the bytes. */
export async function storeFile(tx: Tx, given: GivenFile): Promise<{ id: string } | { problem: FileProblem }> {
  const seen = await sniff(given.bytes, given.name);
  if ('problem' in seen) return seen;
  return { id: await keep(tx, given, seen.mediaType) };
}

/** Keeps a file as it came, whatever it is: for imports, whose readers say themselves what they can take. Never served as a page. */
export async function storeSource(tx: Tx, given: GivenFile): Promise<{ id: string }> {
  return { id: await keep(tx, given, 'application/octet-stream') };
}

async function keep(tx: Tx, given: GivenFile, mediaType: string): Promise<string> {
  const sha256 = createHash('sha256').update(given.bytes).digest('hex');
  const path = pathOf(sha256);
  if (!(await stat(path).then(() => true, () => false))) {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const draft = `${path}.${newId()}`;
    await writeFile(draft, given.bytes, { mode: 0o600, flush: true });
    await rename(draft, path);
  }
  const id = newId();
  const name = given.name.replace(/[\\/\p{Cc}]/gu, '_').slice(-200) || 'file';
  await tx.insertInto('files').values({ id, sha256, size_bytes: given.bytes.length, media_type: mediaType, name, uploaded_by: given.uploadedBy }).execute();
  return id;
}

/** A file's bytes; its hash is checked again on the way out, so that a damaged disk is found and not served. */
export async function readStoredFile(db: Reader, id: string): Promise<{ bytes: Buffer; name: string; mediaType: string } | undefined> {
  const row = await db.selectFrom('files').select(['sha256', 'name', 'media_type']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const bytes = await readFile(pathOf(row.sha256));
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) throw new Error(`file ${id} does not match its hash`);
  return { bytes, name: row.name, mediaType: row.media_type };
}

/** An answer that downloads the file and can never run as a page. */
export function fileAnswer(file: { bytes: Buffer; name: string; mediaType: string }): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
