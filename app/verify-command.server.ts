import { WrongUsage, type Command, type Outcome } from './platform/console.server';
import { verifyAudit } from './platform/audit/console.server';
import { verifyOutcomes } from './reporting/outcomes/console.server';
import { verifyReports } from './reporting/snapshots/console.server';
import { verifyMinutes } from './working-groups/minutes/console.server';

/** What is sealed, and how it is recomputed: all there is, or what has one reference. */
const sealed: Readonly<Record<string, (ref: string | undefined) => Promise<Outcome>>> = { audit: verifyAudit, minutes: verifyMinutes, outcome: verifyOutcomes, report: verifyReports };

export const verifyCommand: Command = {
  usage: 'minutes|outcome|report [REF], audit',
  does: 'recomputes what was sealed; status 1 where something differs',
  words: [1, 2],
  run: ({ words: [what = '', ref] }) => {
    const verify = Object.hasOwn(sealed, what) ? sealed[what] : undefined;
    if (verify === undefined) throw new WrongUsage(`"${what}" cannot be verified.`);
    return verify(ref);
  },
};
