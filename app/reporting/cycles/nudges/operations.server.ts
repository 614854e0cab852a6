import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { todayOfCoalition } from '../day.server';
import type { cyclePolicy } from '../policy';
import { lockCycle } from '../settings.server';
import { silentLeads } from './leads.server';
import { remindIn } from './letters.server';
import { restedReaders, type SilentLead } from './model';

/** What became of a reminder by hand. */
export interface NudgeOutcome {
  readonly leads: number;
  readonly told: number;
}

/**
 * Reminds those who speak for some leads, each person in one letter about all of theirs. Who has sent everything meanwhile is not written
 * to, nor who got a reminder within a week.
 * @param refs references of organisations and codes of countries
 */
export function nudgeSilent(granted: PermitFor<typeof cyclePolicy.nudge> & { readonly subject: { readonly id: string } }, occasion: Occasion, refs: readonly string[], words: string | null): Promise<Result<NudgeOutcome>> {
  return inTransaction(granted, occasion, async (tx) => {
    const cycle = await lockCycle(tx, granted);
    const { now } = occasion;
    const met = (await silentLeads(tx, cycle, now)).filter(({ ref }) => refs.includes(ref)).map((lead) => ({ lead, readers: restedReaders(lead, now).readers })).filter(({ readers }) => readers.length > 0);
    const byPerson = new Map<string, SilentLead[]>();
    for (const { lead, readers } of met) for (const { id } of readers) byPerson.set(id, [...(byPerson.get(id) ?? []), lead]);
    const reminding = { cycle, stage: 'asked' as const, level: 'speakers' as const, words, nudged_by: personOf(granted.actor), today: await todayOfCoalition(tx, cycle.coalition_id, now), now };
    for (const [personId, leads] of byPerson) await remindIn(tx, personId, leads, reminding);
    return done({ leads: met.length, told: byPerson.size });
  });
}
