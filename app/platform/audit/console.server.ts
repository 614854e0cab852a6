import { WrongUsage, type Outcome } from '#app/platform/console.server';
import { checkTrail, type TrailCheck } from './check.server';

const mostLines = 200;

const said = ({ seals, sealed, unsealed, head, broken, differences, anchors, adrift, holds }: TrailCheck): string[] => [
  `${sealed} entries in ${seals} seals: ${holds ? 'the trail holds' : 'THE TRAIL DIFFERS'}`, `  head        ${head ?? 'nothing is sealed yet'}`, `  since then  ${unsealed} entries, not sealed yet`, `  anchors     ${anchors}`,
  ...broken.map((number) => `  broken      seal ${number} does not follow from the one before it and from what it says`),
  ...differences.slice(0, mostLines).map(({ seal, id, fate, table, record, action }) => `  ${fate.padEnd(10)}  entry ${id}${table === null ? '' : `: ${action} of ${table} ${record}`} (seal ${seal})`),
  ...(differences.length > mostLines ? [`  and more    ${differences.length - mostLines}`] : []),
  ...adrift.map(({ day, seal, sha256 }) => `  anchor      on ${day} seal ${seal} was ${sha256}: it is gone or another one`),
];

/** `verify audit`: recomputes the chain of the audit trail and names every entry that was altered, deleted or inserted since it was sealed. */
export async function verifyAudit(ref: string | undefined): Promise<Outcome> {
  if (ref !== undefined) throw new WrongUsage('The audit trail is verified as a whole: leave the reference away.');
  const check = await checkTrail();
  return { refused: !check.holds, lines: said(check), facts: { ...check } };
}
