import { execFile } from 'node:child_process';

/** An operating-system account that PostgreSQL may run as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The environment of every program run here: nothing of ours, so that no PG* variable and no secret leaks in. */
export const environment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production', // TypeScript wants it; PostgreSQL does not read it
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
};

export interface Answer {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end as an account; never throws, an unfound or forbidden program has `code` undefined. */
export function run(
  file: string,
  parameters: readonly string[],
  account: Account | undefined,
  { cwd = '/', input = '' }: { cwd?: string; input?: string } = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(file, parameters, { cwd, env: environment, ...identity(account), encoding: 'utf8', maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      resolve({ code, stdout, stderr: stderr || (error?.message ?? '') });
    });
    child.stdin?.on('error', () => undefined); // a program that ends before it has read its input says why through its exit status
    child.stdin?.end(input);
  });
}

/** The spawn options that make a child run as the account. */
export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
