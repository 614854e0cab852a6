import type { ServerBuild } from '@remix-run/node';

/**
 * The framework writes the data of every page down for the browser, also of a page that carries no script and will never send them. So
 * the loaders of such pages hand their data over under a symbol, which is not written down, and the page takes them out before it is made.
 */
const held = Symbol('held');
interface Holding {
  readonly [held]: unknown;
}

type Routes = ServerBuild['routes'];
type Module = Routes[string]['module'];

/** The routes of one branch, with loaders that hold their data back unless some route of it asks for script. */
export function holdingBack(routes: Routes): Routes {
  const modules = Object.values(routes).map((route) => route.module);
  if (modules.some((module) => (module.handle as { readonly hydrate?: unknown } | undefined)?.hydrate !== undefined)) return routes;
  return Object.fromEntries(Object.entries(routes).map(([id, route]) => [id, { ...route, module: holding(route.module) }]));
}

/** A route without a page answers by itself: its answer is its own. */
function holding(module: Module): Module {
  const { loader } = module;
  if (loader === undefined || module.default === undefined) return module;
  return { ...module, loader: async (asked) => hold(await loader(asked)) };
}

const hold = (data: unknown): unknown => (isPlain(data) ? { [held]: data } : data);
const isPlain = (data: unknown): boolean => typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

/** What the loaders of a page found, as the page asks for it. */
export function released(found: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(found).map(([id, data]) => [id, isPlain(data) && held in (data as object) ? (data as Holding)[held] : data]));
}
