import { startPortal } from '../harness/portal';

/**
 * Playwright's global set-up: one portal with the demo world for the whole run. With PORTAL_URL set the tests use
 * that portal instead, for instance a development server.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['PORTAL_URL']) return () => Promise.resolve();
  const portal = await startPortal({ DEMO: '1' });
  process.env['PORTAL_URL'] = portal.url; // the workers inherit it, and read the configuration again
  return async () => {
    delete process.env['PORTAL_URL'];
    await portal.stop();
  };
}
