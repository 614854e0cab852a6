import { sql } from 'kysely';
import { permit } from '#app/access/permit';
import { done } from '#app/access/result';
import { inTransaction } from '#app/access/transaction.server';
import { reachable, readersAt } from '#app/commitments/attention/unattended.server';
import { database, type Tx } from '#app/platform/database.server';
import { dayThere, todayOfCoalition } from '../day.server';
import { lastDayFor } from '../model';
import { cyclePolicy } from '../policy';
import { lockCycle } from '../settings.server';
import { silentLeads } from './leads.server';
import { remindIn } from './letters.server';
import { isRested, levelOf, levels, stageOn, type Level, type SilentLead, type Stage } from './model';

/**
 * CY-4: reminds of what a cycle waits for, 30 and 7 days before it is due, 3 and 14 days after, then up the line: those who administer the
 * lead, then the secretariat. Read from the records and the clock: a day on which nobody ran is made good by the next one, and what was noted
 * is never sent twice. Nobody gets two in a week: whoever was written to lately is written to when the week is over.
 */
export async function remindOfCycles(now: Date): Promise<void> {
  const open = await database().selectFrom('cycles as y').select(['y.id', 'y.coalition_id']).where('y.published_at', 'is', null).where('y.opens_on', '<=', dayThere(now, sql.ref('y.coalition_id'))).execute();
  for (const cycle of open) {
    const granted = permit(cyclePolicy.nudge, { kind: 'system', name: 'clock' }, { ...cycle, published: false });
    await inTransaction(granted, { now }, async (tx) => {
      await remindOfOne(tx, granted, now);
      return done({});
    });
  }
}

interface Task {
  readonly stage: Stage;
  readonly level: Level;
  readonly due_on: string;
  readonly personId: string;
  readonly leads: SilentLead[];
}

async function remindOfOne(tx: Tx, granted: Parameters<typeof lockCycle>[1], now: Date): Promise<void> {
  const cycle = await lockCycle(tx, granted);
  const today = await todayOfCoalition(tx, cycle.coalition_id, now);
  const tasks = new Map<string, Task>();
  for (const lead of await silentLeads(tx, cycle, now)) {
    const stage = stageOn(lead.due_on, today);
    // When nothing is taken any more, nobody is asked for it.
    if (stage === undefined || today > lastDayFor(cycle, lead.due_on)) continue;
    const { level, people } = await readersFrom(tx, cycle.coalition_id, lead, levelOf(stage), now);
    for (const personId of people) {
      const key = [personId, stage, level, lead.due_on].join();
      const task = tasks.get(key) ?? { stage, level, due_on: lead.due_on, personId, leads: [] };
      task.leads.push(lead);
      tasks.set(key, task);
    }
  }
  const last = await lastNudges(tx, [...tasks.values()]);
  for (const { personId, leads, stage, level } of tasks.values()) {
    if (!isRested(last.get(personId) ?? null, now)) continue;
    if (await remindIn(tx, personId, leads, { cycle, stage, level, words: null, nudged_by: null, today, now })) last.set(personId, now);
  }
}

/** When each of them was last reminded, of whatever cycle, or at the desk. */
async function lastNudges(tx: Tx, tasks: readonly Task[]): Promise<Map<string, Date | string>> {
  const ids = [...new Set(tasks.map(({ personId }) => personId))];
  const rows = ids.length === 0 ? [] : await tx.selectFrom('cycle_nudges').select((eb) => ['person_id', eb.fn.max('nudged_at').as('last')]).where('person_id', 'in', ids).groupBy('person_id').execute();
  const last = new Map<string, Date | string>(rows.map(({ person_id, last: at }) => [person_id, at]));
  for (const { leads, level } of tasks) {
    if (level !== 'speakers') continue;
    for (const { id, nudged_at } of leads.flatMap(({ readers }) => readers)) if (nudged_at !== null && new Date(nudged_at) > new Date(last.get(id) ?? 0)) last.set(id, nudged_at);
  }
  return last;
}

/** Those at a level, or at the next one where nobody can be reached. */
async function readersFrom(tx: Tx, coalition_id: string, lead: SilentLead, from: Level, now: Date): Promise<{ level: Level; people: readonly string[] }> {
  for (const level of levels.slice(levels.indexOf(from))) {
    const people = level === 'speakers' ? lead.readers.map(({ id }) => id)
      : await reachable(tx, await readersAt(tx, { coalition_id, lead_organisation_id: lead.organisation_id, lead_country_iso2: lead.country_iso2 }, level, now));
    if (people.length > 0) return { level, people };
  }
  return { level: 'secretariat', people: [] };
}
