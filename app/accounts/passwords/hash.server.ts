import { hash, verify } from '@node-rs/argon2';
import { turnsOf } from '#app/platform/turns.server';
import { newSecret } from '../secrets.server';

/** Argon2id (the library's default kind): 64 MiB and three passes, about a quarter of a second on the machines of today. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** At most two at once: a flood of sign-ins must not take the memory and the processors from everybody else. */
const turns = turnsOf(2);

export const hashPassword = (password: string): Promise<string> => turns.take(() => hash(password.normalize('NFKC'), cost));

let nobodys: Promise<string> | undefined;

/**
 * Whether a password is the one behind a hash. Without a hash it takes just as long and says no, so that the time of an answer
 * does not tell whether somebody has an account.
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const compared = stored ?? (await (nobodys ??= hashPassword(newSecret())));
  const matches = await turns.take(() => verify(compared, password.normalize('NFKC')));
  return matches && stored !== undefined;
}
