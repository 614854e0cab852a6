import { problem, type Problem } from '#app/access/result';
import { longestPassword, shortestPassword } from '../model';

/** zxcvbn's scale is 0 to 4; 3 stands for at least 100 million guesses. */
const lowestScore = 3;

/** What anybody would try first on this site. */
const house = ['concord', 'coalition', 'declaration', 'secretariat', 'commitment', 'learning', 'digital'];

/** The words of 50,000 leaked passwords are loaded at the first use; most processes need them never. */
const estimator = () => (loading ??= load());
let loading: ReturnType<typeof load> | undefined;
async function load() {
  const [{ zxcvbn, zxcvbnOptions }, { adjacencyGraphs, dictionary }] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  zxcvbnOptions.setOptions({ dictionary, graphs: adjacencyGraphs, maxLength: 72 });
  return zxcvbn;
}

/**
 * AC-6: what is wrong with a password that somebody chooses, or undefined. `known` is what others know of them (name, address):
 * it must be strong without those words too.
 */
export async function weaknessOf(password: string, known: readonly string[]): Promise<Problem | undefined> {
  const plain = password.normalize('NFKC');
  if ([...plain].length < shortestPassword) return problem('accounts:problems.password_short', 'password', { minimum: shortestPassword });
  if (plain.length > longestPassword) return problem('accounts:problems.password_long', 'password', { maximum: longestPassword });
  const score = await estimator();
  const words = [...house, ...known.flatMap((text) => text.toLowerCase().split(/[\s@.,_+-]+/))].filter((word) => word.length >= 3);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain.toLowerCase()).replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const weak = [plain, rest].some((candidate) => score(candidate, words).score < lowestScore);
  return weak ? problem('accounts:problems.password_easy', 'password') : undefined;
}
