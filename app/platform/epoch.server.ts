import { listen } from './database.server';
import { log } from './log.server';

/**
 * How often what is shown has changed since this process listens: every audited write tells every process, at its commit, and an
 * instant at which the clock alone lets something out counts when it comes. While nobody is listening, for instance because the
 * database is away, and until the next such instant is known, nothing may be kept: the epoch is undefined.
 */
export interface Epoch {
  readonly now: () => number | undefined;
  readonly changed: () => void;
  readonly begin: () => void;
  readonly end: () => void;
}

export function createEpoch(next: (now: Date) => Promise<Date | null>, clock: () => number = Date.now): Epoch {
  let changes = 0;
  let listening = false;
  /** Undefined while it is being asked for. */
  let instant: number | undefined;
  let asking = false;

  const ask = async (): Promise<void> => {
    if (asking) return; // who asks already asks again below
    asking = true;
    for (let asked = -1; asked !== changes;) {
      asked = changes;
      const found = await next(new Date(clock())).then((at) => at?.getTime() ?? Infinity, (error: unknown) => log.error('next instant', error));
      // Without an answer nothing is kept until the next change.
      instant = asked === changes ? found ?? undefined : undefined;
    }
    asking = false;
  };
  const changed = (): void => {
    changes += 1;
    instant = undefined;
    if (listening) void ask();
  };
  return {
    now: () => {
      if (!listening || instant === undefined) return undefined;
      if (instant <= clock()) changed();
      return instant === undefined ? undefined : changes;
    },
    changed,
    begin: () => {
      listening = true;
      changed();
    },
    end: () => { listening = false; },
  };
}

let epoch: Epoch | undefined;

export const dataEpoch = (): number | undefined => epoch?.now();

/** Listens from now on; the driver comes back by itself after a lost connection, and what was missed counts as a change. `next` tells the next instant after one at which the clock lets something out. */
export async function listenForChanges(next: (now: Date) => Promise<Date | null>): Promise<() => Promise<void>> {
  const begun = createEpoch(next);
  epoch = begun;
  const unlisten = await listen('concord_changed', begun.changed, begun.begin);
  log.info('listening for changes');
  return async () => {
    begun.end();
    await unlisten();
  };
}
