// Lets a script of plain JavaScript use a TypeScript module of this repository, without a build.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/**
 * @param {string} path a module from the root of the repository, like `/db/migrate.ts`
 * @returns {Promise<{ module: Record<string, any>, close: () => Promise<void> }>}
 */
export async function loadSource(path) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vite = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: ['app', 'db', 'emails', 'tests'].map((name) => ({ find: new RegExp(`^#${name}/`), replacement: `${root}${name}/` })) },
  });
  return { module: await vite.ssrLoadModule(path), close: () => vite.close() };
}
