import { test } from '@playwright/test';
import type { Way } from '../journey/traveller';
import { openWorld, type World } from './world';

/** How each story is told: where everything helps, and where little does. */
export const ways: readonly Way[] = [
  { language: 'en', width: 1280, scripts: true },
  { language: 'en', width: 360, scripts: false },
];

export const howOf = ({ scripts }: Way): string => `${scripts ? 'with' : 'without'} scripts`;

/** Before the tests around it a world is opened for them, and those who take part are settled in it; after them it ends. */
export function worldOf(settle: (world: World, way: Way) => Promise<void>): () => World {
  let world: World | undefined;
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(900_000);
    world = await openWorld(browser);
    await settle(world, ways[0]!);
  });
  test.afterEach(async ({ browser }) => { await Promise.all(browser.contexts().map((context) => context.close())); });
  test.afterAll(() => world?.end());
  return () => {
    if (world === undefined) throw new Error('The world is opened before the tests');
    return world;
  };
}
