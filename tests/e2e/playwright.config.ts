import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.js';

const executablePath = findBrowser();
/** The portal of this worker: each has one of its own. One that is given is used by one worker alone. */
const given = process.env['PORTAL_URL'];
const portal = given ?? process.env['PORTAL_URLS']?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: './portal.ts',
  // The tests of a worker share one portal and one database; what one writes, another may count. So files run side by side, tests of a file never.
  workers: given === undefined ? 2 : 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  // Two cores may be busy with other tests.
  expect: { timeout: 15_000 },
  // A trace of every step takes as long as the steps: who looks for a fault asks for one with `--trace retain-on-failure`.
  reporter: [['list']],
  use: {
    ...(portal === undefined ? {} : { baseURL: portal }),
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(root ? ['--no-sandbox'] : []), // Chromium's sandbox refuses root
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
