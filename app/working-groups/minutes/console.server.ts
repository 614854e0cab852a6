import type { Outcome } from '#app/platform/console.server';
import { allSeals, checkSeal, type SealCheck } from './seal.server';

const said = ({ ref, session, sha256, recomputed, trailed, altered, holds }: SealCheck): string[] => [
  `${ref} (${session}): ${holds ? 'the seal holds' : 'THE SEAL IS BROKEN'}`, `  sealed      ${sha256}`, `  recomputed  ${recomputed}`, `  trail       ${trailed ?? 'nothing'}`,
  ...altered.map((path) => `  altered     ${path}`),
];

/** `verify minutes REF`, or all there are: recomputes seals from the bytes, from the rows, from the names and from the trail. */
export async function verifyMinutes(ref: string | undefined): Promise<Outcome> {
  const refs = ref === undefined ? (await allSeals()).map((one) => one.ref) : [ref];
  const checks: SealCheck[] = [];
  for (const one of refs) {
    const check = await checkSeal(one);
    if (check === undefined) return { refused: true, lines: [`No minutes are sealed under ${one}.`], facts: { ref: one, sealed: false } };
    checks.push(check);
  }
  const facts = ref === undefined ? { checked: checks.length, broken: checks.filter((one) => !one.holds) } : { ...checks[0] };
  return { refused: checks.some((one) => !one.holds), lines: checks.length === 0 ? ['No minutes are sealed.'] : checks.flatMap(said), facts };
}
