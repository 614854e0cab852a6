import type { Outcome } from '#app/platform/console.server';
import { checkOutcome, sealedOutcomes, type OutcomeCheck } from './check.server';

const said = ({ ref, sha256, recomputed, trailed, altered, holds }: OutcomeCheck): string[] => [
  `${ref}: ${holds ? 'the seal holds' : 'THE SEAL IS BROKEN'}`, `  sealed      ${sha256}`, `  recomputed  ${recomputed}`, `  trail       ${trailed ?? 'nothing'}`,
  ...altered.map((path) => `  altered     ${path}`),
];

/** `verify outcome REF`, or all there are: recomputes the seal of outcome reports from texts, from rows and from the trail. */
export async function verifyOutcomes(ref: string | undefined): Promise<Outcome> {
  const reports = await sealedOutcomes(ref);
  if (reports.length === 0 && ref !== undefined) return { refused: true, lines: [`No outcome report is approved under ${ref}.`], facts: { ref, sealed: false } };
  const checks: OutcomeCheck[] = [];
  for (const report of reports) checks.push(await checkOutcome(report));
  const broken = checks.filter((one) => !one.holds);
  return { refused: broken.length > 0, lines: checks.length === 0 ? ['No outcome report is approved.'] : checks.flatMap(said), facts: ref === undefined ? { checked: checks.length, broken } : { ...checks[0] } };
}
