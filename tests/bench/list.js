// The public list beside a bare page, in one run.
import { load, middle } from './asking.js';
import { legend, pagesOf } from './pages.js';
import { openWorld } from './portal.js';

const seconds = Number(process.env['SECONDS'] ?? 4);
const rounds = 3;

/** @param {readonly number[]} sizes */
export async function benchList(sizes) {
  /** @type {import('./portal.js').World[]} */
  const worlds = [];
  try {
    for (const size of sizes) worlds.push(await openWorld(size));
    const all = await Promise.all(worlds.map(async (world) => ({ world, pages: await pagesOf(world) })));
    /** @type {Map<number, Map<string, Awaited<ReturnType<typeof load>>[]>>} */
    const measured = new Map(all.map(({ world, pages }) => [world.commitments, new Map(pages.map((page) => [page.name, []]))]));
    for (const { pages } of all) for (const page of pages) await load(page, 2);
    // In turns, so that whatever else the machine does meets all of them.
    for (let round = 0; round < rounds; round += 1) {
      for (let at = 0; at < (all[0]?.pages.length ?? 0); at += 1) {
        for (const { world, pages } of all) {
          const page = pages[at];
          if (page !== undefined) measured.get(world.commitments)?.get(page.name)?.push(await load(page, seconds));
        }
      }
    }
    console.log(legend);
    /** @param {number} size @param {string} name */
    const rate = (size, name) => middle((measured.get(size)?.get(name) ?? []).map((one) => one.perSecond));
    for (const { world, pages } of all) {
      const size = world.commitments;
      const grown = size === sizes[0] ? '' : ` | time at ${sizes[0]} x`;
      console.log(`${`${size} commitments`.padEnd(41)} | answers/s | processor ms |    KB | of bare${grown}`);
      for (const { name, bare = name } of pages) {
        const rows = measured.get(size)?.get(name) ?? [];
        const growth = grown === '' ? '' : ` | ${(rate(sizes[0] ?? 0, name) / rate(size, name)).toFixed(2)}`;
        console.log(`${name.padEnd(41)} | ${rate(size, name).toFixed(0).padStart(9)} | ${middle(rows.map((one) => one.processor)).toFixed(2).padStart(12)} | ${((rows[0]?.bytes ?? 0) / 1024).toFixed(1).padStart(5)} | ${(rate(size, name) / rate(size, bare)).toFixed(2).padStart(7)}${growth}`);
      }
      console.log();
    }
  } finally {
    for (const world of worlds) await world.close();
  }
}
