/** Work that is done a few at a time. */
export interface Turns {
  /** Does a piece of work when its turn comes. Throws 503 where too many wait already. */
  readonly take: <Value>(work: () => Promise<Value>) => Promise<Value>;
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
  return {
    take: async (work) => {
      if (running >= mostAtOnce && waiting.length >= mostWaiting) throw new Response('Too many ask for this at once. Try again in a few seconds.', { status: 503, headers: { 'Retry-After': '10' } });
      if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
