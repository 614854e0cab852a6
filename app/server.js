// Starts the portal: `node app/server.js` (built) or `node app/server.js --dev` (reloads on change).
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

async function builtPortal() {
  process.env['NODE_ENV'] ??= 'production';
  const express = createRequire(import.meta.url)('express');
  /** @type {import('@remix-run/node').ServerBuild} */
  const build = await import(new URL('../build/server/index.js', import.meta.url).href);
  const assets = express.Router();
  assets.use('/assets', express.static(`${root}/build/client/assets`, { immutable: true, maxAge: '1y', index: false }));
  // Which files there are is known from the start, so that no page asks the disk whether it is one.
  const names = new Set(readdirSync(`${root}/build/client`, { recursive: true }).map((name) => `/${name}`));
  const others = express.static(`${root}/build/client`, { maxAge: '1h', index: false });
  assets.use(/** @type {import('express').RequestHandler} */ ((request, response, next) => (names.has(request.path) ? others(request, response, next) : next())));
  return { build, entry: build.entry.module, files: assets, mode: 'production' };
}

async function developmentPortal() {
  process.env['NODE_ENV'] ??= 'development';
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: true, hmr: { port: Number(process.env['PORT'] ?? 3000) + 1 } } });
  const load = () => vite.ssrLoadModule('virtual:remix/server-build');
  const first = await load();
  return { build: load, entry: first['entry'].module, files: vite.middlewares, mode: 'development' };
}

const portal = await (process.argv.includes('--dev') ? developmentPortal() : builtPortal());
await portal.entry.start(portal);
