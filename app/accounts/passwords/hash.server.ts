import { hash, verify } from '@node-rs/argon2';
import { newSecret } from '../secrets.server';

/** Argon2id (the library's default kind): 64 MiB and three passes, about a quarter of a second on the machines of today. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** At most two at once: a flood of sign-ins must not take the memory and the processors from everybody else. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), cost));

let nobodys: Promise<string> | undefined;

/**
 * Whether a password is the one behind a hash. Without a hash it takes just as long and says no, so that the time of an answer
 * does not tell whether somebody has an account.
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const compared = stored ?? (await (nobodys ??= hashPassword(newSecret())));
  const matches = await inTurn(() => verify(compared, password.normalize('NFKC')));
  return matches && stored !== undefined;
}
