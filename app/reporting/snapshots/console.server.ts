import type { Outcome } from '#app/platform/console.server';
import { checkReport, frozenReports, type ReportCheck } from './check.server';

const said = ({ ref, edition, sha256, recomputed, trailed, figures, rows, holds }: ReportCheck): string[] => [
  `${ref}, edition ${edition}: ${holds ? 'the snapshot holds' : 'THE SNAPSHOT DIFFERS'}`, `  sealed      ${sha256}`, `  recomputed  ${recomputed}`, `  trail       ${trailed ?? 'nothing'}`,
  ...figures.map((key) => `  figure      ${key} is not what the snapshot gives`),
  ...(rows === null ? ['  rows        cannot be told again: the trail does not know this freeze'] : [
    ...(rows.counts.length === 0 ? ['  rows        as the trail tells them'] : []),
    ...rows.rows.map(({ kind, ref: of, fate, facts }) => `  ${fate.padEnd(10)}  ${kind} ${of}${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`),
    ...(rows.counts.length > 0 && rows.rows.length < total(rows) ? [`  and more    ${total(rows) - rows.rows.length}`] : []),
  ]),
];

const total = ({ counts }: NonNullable<ReportCheck['rows']>): number => counts.reduce((sum, { count }) => sum + count, 0);

/** `verify report REF`, or all there are: recomputes hash, figures, and the rows themselves from the trail. */
export async function verifyReports(ref: string | undefined): Promise<Outcome> {
  const reports = await frozenReports(ref);
  if (reports.length === 0 && ref !== undefined) return { refused: true, lines: [`No report is frozen under ${ref}.`], facts: { ref, frozen: false } };
  const checks: ReportCheck[] = [];
  for (const report of reports) checks.push(...[await checkReport(report)].flatMap((check) => check ?? []));
  const broken = checks.filter((one) => !one.holds);
  return { refused: broken.length > 0, lines: checks.length === 0 ? ['No report is frozen.'] : checks.flatMap(said), facts: checks.length === 1 && ref !== undefined ? { ...checks[0] } : { checked: checks.length, broken } };
}
