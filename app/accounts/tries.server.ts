import { problem, type Problem } from '#app/access/result';
import { networkOf, takeTry } from '#app/platform/rate-limit.server';
import { hashOf } from './secrets.server';

const minutes = 60;

/** What people send who are not signed in is counted per network and per address, before it is kept: there is no puzzle. The problem, where there was too much. */
export async function mayWrite(kind: 'application' | 'comment', client: string, mail: string, now: Date): Promise<Problem | undefined> {
  const tries = await Promise.all([
    takeTry({ bucket: `${kind}:network:${networkOf(client)}`, most: 20, minutes }, now),
    takeTry({ bucket: `${kind}:address:${hashOf(mail)}`, most: 5, minutes }, now),
  ]);
  return tries.every(Boolean) ? undefined : problem('accounts:problems.too_many', undefined, { minutes });
}
