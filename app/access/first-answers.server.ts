import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { database } from '#app/platform/database.server';
import { actorKey, type Actor } from './actor';

/** A form that somebody posted: its key, and the address that it was posted to. */
export interface Posted {
  readonly actor: Actor;
  readonly key: string;
  readonly address: string;
}

/** Keeps where a form led that has written something. */
export async function keepFirstAnswer({ actor, key, address }: Posted, location: string): Promise<void> {
  await database().updateTable('form_submissions').set({ address, location }).where('key', '=', key).where('actor', '=', actorKey(actor)).where('location', 'is', null).execute();
}

const [tries, pauseMs] = [20, 50];

/** Where the same form led when the same person posted it before to the same address. A first try that has written and is about to be answered is waited for. */
export async function firstAnswer({ actor, key, address }: Posted): Promise<string | undefined> {
  for (let at = 0; at < tries; at += 1) {
    const found = await database().selectFrom('form_submissions').select(['address', 'location', sql<boolean>`created_at > clock_timestamp() - interval '5 seconds'`.as('is_recent')])
      .where('key', '=', key).where('actor', '=', actorKey(actor)).executeTakeFirst();
    if (found?.location != null) return found.address === address ? found.location : undefined;
    if (found?.is_recent !== true) return undefined;
    await sleep(pauseMs);
  }
  return undefined;
}
