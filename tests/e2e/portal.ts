import type { FullConfig } from '@playwright/test';
import { startPortal, tellDemo, type Portal } from '../harness/portal';

/**
 * Playwright's global set-up: the demo world, told once, and a portal with a copy of it for each worker, for the whole run. With PORTAL_URL
 * set the tests use that portal instead, for instance a development server.
 */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env['PORTAL_URL']) return () => Promise.resolve();
  const forget = await tellDemo();
  const portals: Portal[] = [];
  const stop = async () => {
    await Promise.all(portals.map((portal) => portal.stop()));
    await forget();
  };
  try {
    for (let worker = 0; worker < workers; worker += 1) portals.push(await startPortal({ DEMO: '1' }));
  } catch (error) {
    await stop();
    throw error;
  }
  process.env['PORTAL_URLS'] = portals.map(({ url }) => url).join(' '); // the workers inherit it, and read the configuration again
  return stop;
}
