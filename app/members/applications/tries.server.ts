import { problem, type Problem } from '#app/access/result';
import { hashOf } from '#app/accounts/secrets.server';
import { networkOf, takeTry } from '#app/platform/rate-limit.server';

const minutes = 60;

/** Applications are counted per network and per address, before they are kept: there is no puzzle. The problem, where there were too many. */
export async function mayApply(client: string, mail: string, now: Date): Promise<Problem | undefined> {
  const tries = await Promise.all([
    takeTry({ bucket: `application:network:${networkOf(client)}`, most: 20, minutes }, now),
    takeTry({ bucket: `application:address:${hashOf(mail)}`, most: 5, minutes }, now),
  ]);
  return tries.every(Boolean) ? undefined : problem('accounts:problems.too_many', undefined, { minutes });
}
