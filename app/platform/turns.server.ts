/** Work that is done a few at a time. */
export interface Turns {
  /** Does a piece of work when its turn comes. Throws 503 where too many wait already. */
  readonly take: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** A turn for work that ends somewhere else: what it gives ends the turn. Nothing where too many wait, or who waits is gone before it comes. */
  readonly begin: (gone?: AbortSignal) => Promise<(() => void) | undefined>;
}

/**
 * Holds back what costs much, so that a flood of it leaves memory, processors and connections to everybody else.
 *
 * @param mostAtOnce pieces of work that go on side by side
 * @param mostWaiting pieces that may wait; whoever comes after them is asked to come back
 */
export function turnsOf(mostAtOnce: number, mostWaiting = Infinity): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  const begin = async (gone?: AbortSignal) => {
    if (running < mostAtOnce) running += 1;
    else if (waiting.length >= mostWaiting || !(await called(waiting, gone))) return undefined;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    };
  };
  return {
    begin,
    take: async (work) => {
      const end = await begin();
      if (end === undefined) throw new Response('Too many ask for this at once. Try again in a few seconds.', { status: 503, headers: { 'Retry-After': '10' } });
      try {
        return await work();
      } finally {
        end();
      }
    },
  };
}

/** Waits to be called; who is gone leaves the line to the others. */
const called = (waiting: (() => void)[], gone: AbortSignal | undefined): Promise<boolean> => new Promise((resolve) => {
  const come = () => {
    gone?.removeEventListener('abort', leave);
    resolve(true);
  };
  const leave = () => {
    waiting.splice(waiting.indexOf(come), 1);
    resolve(false);
  };
  if (gone?.aborted === true) return resolve(false);
  waiting.push(come);
  gone?.addEventListener('abort', leave, { once: true });
});
