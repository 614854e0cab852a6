import { listen } from './database.server';
import { log } from './log.server';

/**
 * How often the data have changed since this process listens: every audited write tells every process, at its commit.
 * While nobody is listening, for instance because the database is away, nothing may be kept: the epoch is undefined.
 */
let changes = 0;
let listening = false;

export function dataEpoch(): number | undefined {
  return listening ? changes : undefined;
}

/** Listens from now on; the driver comes back by itself after a lost connection, and what was missed counts as a change. */
export async function listenForChanges(): Promise<() => Promise<void>> {
  const unlisten = await listen('concord_changed', () => { changes += 1; }, () => {
    changes += 1;
    listening = true;
  });
  log.info('listening for changes');
  return async () => {
    listening = false;
    await unlisten();
  };
}
