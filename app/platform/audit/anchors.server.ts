import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, type Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { lastSeal } from './entries.server';

/** AU-4: the last seal of the trail on a day, kept outside of the database. */
export interface Anchor {
  readonly day: Day;
  readonly seal: string;
  readonly sha256: string;
}

let file: string | undefined;

export function openAnchors(dataDir: string): void {
  file = join(dataDir, 'audit-anchors');
}

/** AU-4: writes the head of the trail into the file of this machine, once on every day. */
export async function anchor(now: Date): Promise<void> {
  if (file === undefined) return;
  const day = dayOf(now);
  if ((await anchors()).some((one) => one.day === day)) return;
  const head = await lastSeal(database());
  if (head === undefined) return;
  await appendFile(file, `${day} ${head.number} ${Buffer.from(head.sha256).toString('hex')}\n`, { mode: 0o600 });
}

/** What this machine has anchored, the first day first. */
export async function anchors(): Promise<readonly Anchor[]> {
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : Promise.reject(error)));
  return text.split('\n').flatMap((line) => {
    const [day, seal, sha256] = line.trim().split(/\s+/);
    return day === undefined || seal === undefined || sha256 === undefined ? [] : [{ day, seal, sha256 }];
  });
}
