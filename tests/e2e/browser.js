// Finds the Chromium that the browser tests use, and installs one where there is none: node tests/e2e/browser.js
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** Screens in Arabic and Chinese need their letters. */
const PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk'];
/** The same Chromium without a window: each page that a test opens costs a fraction there. Not every distribution has it. */
const WINDOWLESS = 'chromium-headless-shell';

/**
 * The path of a Chromium that runs: CHROME_PATH, else one of the usual names, else Playwright's own download.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  const given = process.env['CHROME_PATH'];
  const named = [WINDOWLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(onPath);
  return [...(given ? [given] : []), ...named, chromium.executablePath()].find(runs);
}

/** @param {string} name */
function onPath(name) {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
}

/**
 * Some distributions put a script in the place of a browser, which only says how to get one.
 *
 * @param {string} path
 */
function runs(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function run(command, ...parameters) {
  console.log(`> ${command} ${parameters.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** @param {string[]} packages */
const install = (...packages) => run('apt-get', 'update', '-q') && run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages);

/** Installs a browser the way that this machine allows. */
function installBrowser() {
  if (mayInstall()) {
    console.log('No Chromium on this machine; installing the one of the distribution.');
    install(...PACKAGES);
    if (findBrowser()) return;
  }
  console.log("No Chromium on this machine; downloading Playwright's own.");
  run('npx', 'playwright', 'install', ...(mayInstall() ? ['--with-deps'] : []), 'chromium');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const given = process.env['CHROME_PATH'];
  if (given && !runs(given)) console.log(`CHROME_PATH names ${given}, which does not run; looking elsewhere.`);
  if (!findBrowser()) installBrowser();
  if (!given && mayInstall() && onPath(WINDOWLESS).every((path) => !existsSync(path))) {
    console.log('Installing the Chromium without a window, which takes less of this machine.');
    if (!install(WINDOWLESS)) console.log('It could not be installed; the other one does as well.');
  }
  const browser = findBrowser();
  if (browser) {
    console.log(`The browser tests use ${browser}.`);
  } else {
    console.error('No Chromium was found and none could be installed. Install Chromium or Google Chrome, or set CHROME_PATH to one.');
    process.exitCode = 1;
  }
}
