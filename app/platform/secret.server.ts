import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The installation's key, kept outside the database: it seals the secrets of mails that wait. Made at the first start,
 * readable by its owner alone. Losing it loses only what waits at that moment.
 */
let key: Buffer | undefined;

export async function openSecret(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const read = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (read.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes in hexadecimal`);
  key = read;
}

function opened(): Buffer {
  if (key === undefined) throw new Error('the installation’s key is not open yet');
  return key;
}

/** AES-256-GCM: nonce (12 bytes), tag (16 bytes), text. */
export function seal(text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', opened(), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where the bytes were changed or sealed with another key. */
export function unseal(bytes: Uint8Array): string {
  const sealed = Buffer.from(bytes);
  const decipher = createDecipheriv('aes-256-gcm', opened(), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/**
 * A secret that is the same each time it is asked for, in place of one that is remembered: for a link that many mails carry. Nobody can make
 * it without the key; what it opens keeps its hash.
 */
export const derivedSecret = (purpose: string): string => createHmac('sha256', opened()).update(purpose).digest('base64url');
