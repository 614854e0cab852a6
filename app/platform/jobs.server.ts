import { sql } from 'kysely';
import { dayOf, type Day } from './clock';
import { database, type Tx } from './database.server';
import { newId } from './identity';
import { log } from './log.server';

/** Work for later: a row in the transaction that causes it, run afterwards, at least once, by whoever claims it. */
export type JobRunner = (payload: Readonly<Record<string, unknown>>, now: Date) => Promise<void>;

const runners = new Map<string, JobRunner>();
const mostAttempts = 10;
const leaseSeconds = 300;

/** Names what a kind of job does; each kind once, at start. */
export function onJob(kind: string, run: JobRunner): void {
  runners.set(kind, run);
}

const daily = new Set<string>();
let putOn = '';

/**
 * Names what is done once on every day (of UTC). What it does is derived from the clock and has keys of its own, so that a day on which
 * nobody ran leaves nothing undone: the next one does it.
 */
export function onDay(kind: string, run: (now: Date) => Promise<void>): void {
  onJob(kind, (_payload, now) => run(now));
  daily.add(kind);
}

/** Puts today's work on the list; several processes put it there once. */
export async function putDailyJobs(now: Date): Promise<void> {
  const day = dayOf(now);
  if (day === putOn || daily.size === 0) return;
  await database().insertInto('jobs').values([...daily].map((kind) => ({ id: newId(), kind, payload: {}, run_at: now, unique_key: `${kind}:${day}` })))
    .onConflict((conflict) => conflict.column('unique_key').doNothing()).execute();
  putOn = day;
}

/** The last day before this one on which daily work was done; undefined where it never was. */
export async function lastDoneBefore(kind: string, day: Day): Promise<Day | undefined> {
  const found = await database().selectFrom('jobs').select('unique_key').where('kind', '=', kind).where('status', '=', 'done').where('unique_key', '<', `${kind}:${day}`).orderBy('unique_key', 'desc').limit(1).executeTakeFirst();
  return found?.unique_key?.slice(kind.length + 1);
}

/** Puts a job on the list. The same unique key is the same job. */
export async function enqueueJob(tx: Tx, job: { kind: string; payload: Readonly<Record<string, string | number>>; runAt: Date; uniqueKey?: string }): Promise<void> {
  await tx.insertInto('jobs').values({ id: newId(), kind: job.kind, payload: job.payload, run_at: job.runAt, unique_key: job.uniqueKey ?? null })
    .onConflict((conflict) => conflict.column('unique_key').doNothing()).execute();
}

/** Runs what is due; returns how many were claimed. A job that throws is tried again with growing pauses, ten times. */
export async function runJobs(now: Date, most = 5): Promise<number> {
  if (runners.size === 0) return 0;
  const claimed = await sql<{ id: string; kind: string; payload: Record<string, unknown>; attempts: number }>`
    update jobs set attempts = attempts + 1, locked_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where id in (select id from jobs where status = 'queued' and run_at <= ${now} and kind = any(${[...runners.keys()]})
      and (locked_until is null or locked_until < clock_timestamp()) order by run_at, id limit ${most} for update skip locked)
    returning id, kind, payload, attempts`.execute(database());
  for (const job of claimed.rows) await runOne(job, now);
  return claimed.rows.length;
}

async function runOne(job: { id: string; kind: string; payload: Record<string, unknown>; attempts: number }, now: Date): Promise<void> {
  const settle = (facts: { status?: 'done' | 'failed'; last_error?: string; run_at?: Date }) =>
    database().updateTable('jobs').set({ locked_until: null, ...facts, ...(facts.status === undefined ? {} : { settled_at: sql`clock_timestamp()` }) }).where('id', '=', job.id).execute();
  try {
    await runners.get(job.kind)?.(job.payload, now);
    await settle({ status: 'done' });
  } catch (error) {
    log.error('job', error, { job: job.id, kind: job.kind });
    const why = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await settle(job.attempts >= mostAttempts ? { status: 'failed', last_error: why } : { last_error: why, run_at: new Date(Date.now() + 1000 * 2 ** job.attempts) });
  }
}
