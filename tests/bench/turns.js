// Measuring several worlds side by side.
import { middle } from './asking.js';

/** How long something takes, in milliseconds. @param {() => Promise<unknown>} work */
export async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The middle of some tries in each world, in turns, so that whatever else the machine does meets all of them. @template One @param {number} tries @param {readonly One[]} worlds @param {(world: One) => Promise<unknown>} work */
export async function inTurns(tries, worlds, work) {
  const took = /** @type {number[][]} */ (worlds.map(() => []));
  for (let at = 0; at < tries; at += 1) for (const [of, world] of worlds.entries()) took[of]?.push(await timed(() => work(world)));
  return took.map(middle);
}
