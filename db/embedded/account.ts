import { stat } from 'node:fs/promises';
import { type Account, run } from './program';

/**
 * Who runs PostgreSQL: `undefined` means this process's own account. Root has to name somebody else, since PostgreSQL
 * refuses root: the owner of an existing cluster, else `postgres`, else `nobody`.
 *
 * @throws Error in words when the cluster belongs to somebody else, or when root finds no other account.
 */
export async function findAccount(cluster: string): Promise<Account | undefined> {
  const self = process.getuid?.();
  const owner = await stat(cluster).catch(() => undefined);
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new Error(`The database in ${cluster} belongs to user ${owner.uid}. Start Concord as that user or as root, or set another DATA_DIR.`);
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([numericId('-u', name), numericId('-g', name)]);
    if (uid && gid) return { name, uid, gid };
  }
  throw new Error('PostgreSQL refuses to run as root and this machine has neither a "postgres" nor a "nobody" account. Start Concord as an ordinary user.');
}

/** Whether the account may enter a folder; asked of the operating system, which alone knows every rule of the file system. */
export async function mayEnter(folder: string, account: Account | undefined): Promise<boolean> {
  const answer = await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account);
  return answer.code === 0;
}

async function numericId(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  const answer = await run('id', [flag, name], undefined);
  return answer.code === 0 ? Number(answer.stdout) : undefined;
}
