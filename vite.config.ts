import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import remixConfig from './remix.config.js';

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.url));
const testing = process.env['VITEST'] !== undefined;

export default defineConfig({
  // The Remix plugin rewrites modules for the browser; tests want them as they are written.
  plugins: [tailwindcss(), testing ? [] : remix(remixConfig)],
  resolve: {
    alias: ['app', 'db', 'emails', 'tests'].map((name) => ({ find: new RegExp(`^#${name}/`), replacement: folder(name) })),
  },
  // Native code is not for the browser's bundler.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  test: {
    include: ['{app,db,emails,tests}/**/*.test.{ts,tsx}'],
    // Opens a desk only; PostgreSQL starts when the first test asks for a database.
    globalSetup: 'tests/harness/server.ts',
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
