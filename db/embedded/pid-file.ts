import { execFileSync } from 'node:child_process';
import { readFile, readlink, realpath, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What `postmaster.pid` in a cluster tells, compared with the processes that really exist. */
export type PidFile =
  | { readonly state: 'absent' }
  /** Left behind by a server that is gone, is a zombie, or whose number now belongs to another program. */
  | { readonly state: 'stale'; readonly text: string }
  | { readonly state: 'live'; readonly pid: number; readonly port: number; readonly ready: boolean };

/** A server that has just made its pid file has not written it yet; an empty file older than this is a leftover. */
const WRITING_MS = 2_000;

/** Reads and judges the pid file of a cluster folder. */
export async function readPidFile(cluster: string): Promise<PidFile> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { state: 'absent' };
  // Lines: process, folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) {
    const found = await stat(path).catch(() => undefined);
    if (!found) return { state: 'absent' };
    return Date.now() - found.mtimeMs < WRITING_MS ? { state: 'live', pid: 0, port: 0, ready: false } : { state: 'stale', text };
  }
  if (!(await isPostgresOn(cluster, pid))) return { state: 'stale', text };
  return { state: 'live', pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Removes a stale pid file, which would keep PostgreSQL from starting when its number is taken by a zombie or by
 * another program. A file that changed since it was judged is somebody's new server and stays.
 */
export async function removeStale(cluster: string, judged: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === judged) await unlink(path).catch(() => undefined);
}

/** Whether a process does work: it exists and is not a zombie that its parent never collected. */
export async function isRunning(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return /^[^Z]/.test(ask('stat', pid));
  const line = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => undefined);
  // The second field is the program's name in brackets and may itself hold brackets and spaces.
  return line !== undefined && !['Z', 'X'].includes(line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3));
}

async function isPostgresOn(cluster: string, pid: number): Promise<boolean> {
  if (!(await isRunning(pid))) return false;
  if (process.platform !== 'linux') return /(^|\/)postgres$/.test(ask('comm', pid));
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  if (name.trim() !== 'postgres') return false;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === undefined || folder === (await realpath(cluster));
}

function ask(column: 'stat' | 'comm', pid: number): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
