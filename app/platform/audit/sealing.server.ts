import { sql } from 'kysely';
import { database } from '#app/platform/database.server';
import { log } from '#app/platform/log.server';
import { anchor } from './anchors.server';
import { entriesBetween, lastSeal } from './entries.server';
import { formNow, linkOf, noSeal, packed, type Seal } from './seals';

const mostEntries = 5000;
const everyMs = 60_000;

/** AU-3: up to where the trail was seen, and by which transaction: the ones before it have to be over before nothing more can come in between. */
interface Horizon {
  readonly upTo: string | null;
  readonly horizon: string;
}

let waiting: Horizon | undefined;
let lookedAt: number | undefined;

/** Called again and again by the worker: from its first minute on, once in each, what is settled by now is sealed, and the head of a new day is anchored. */
export async function keepSealing(now: Date): Promise<void> {
  lookedAt ??= now.getTime();
  if (Math.abs(now.getTime() - lookedAt) < everyMs) return;
  lookedAt = now.getTime();
  await sealTrail();
  await anchor(now);
}

/** Seals what is settled; returns how many seals were added. */
export async function sealTrail(): Promise<number> {
  waiting ??= await seen();
  let added = 0;
  if (await isOver(waiting)) {
    const { upTo } = waiting;
    waiting = undefined;
    while (upTo !== null && (await sealUpTo(upTo))) added += 1;
  }
  return added;
}

/**
 * AU-3: an entry has its number before its transaction commits, so that one with a smaller number can still come. Whoever has taken one by now runs
 * in a transaction that began to write before this one, which takes the next number of all: once these are over, everything up to here is there for good.
 */
async function seen(): Promise<Horizon> {
  const found = await sql<Horizon>`select (select max(id)::text from audit_log) as "upTo", pg_current_xact_id()::text as horizon`.execute(database());
  return found.rows[0] ?? { upTo: null, horizon: '0' };
}

async function isOver({ horizon }: Horizon): Promise<boolean> {
  const found = await sql<{ over: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${horizon}::xid8 as over`.execute(database());
  return found.rows[0]?.over ?? false;
}

/** One more seal, by one process at a time; false where nothing is left, or another process is at it. */
const sealUpTo = (upTo: string): Promise<boolean> => database().transaction().execute(async (tx) => {
  const mine = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('concord_audit_seal')) as mine`.execute(tx);
  if (mine.rows[0]?.mine !== true) return false;
  const last = await lastSeal(tx);
  const entries = await entriesBetween(tx, last?.up_to ?? null, upTo, mostEntries);
  const end = entries.at(-1);
  if (end === undefined) return false;
  const seal: Seal = { number: String(BigInt(last?.number ?? '0') + 1n), form: formNow, up_to: end.id, entries: packed(entries) };
  const sha256 = linkOf(last?.sha256 ?? noSeal, seal);
  await tx.insertInto('audit_seals').values({ ...seal, entries: Buffer.from(seal.entries), sha256: Buffer.from(sha256) }).execute();
  log.info('audit trail sealed', { seal: seal.number, entries: entries.length, sha256: Buffer.from(sha256).toString('hex') });
  return true;
});
