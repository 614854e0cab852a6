import type { ServerBuild } from '@remix-run/node';
import { holdingBack } from './held-data';

/**
 * The framework flattens and ranks all routes several times for each request, and lays out a router over all of them to render one
 * page. So it is handed only those routes that can match an address at all, by their plain words; among these it decides as ever.
 * An address never sees another answer for it, only a sooner one.
 */
export interface Branches {
  /** The build with the routes that can match, or the whole one; the same object for the same routes. */
  readonly buildFor: (pathname: string) => ServerBuild;
}

type Routes = ServerBuild['routes'];

interface Pattern {
  readonly id: string;
  readonly segments: readonly string[];
}

export function branchesOf(build: ServerBuild): Branches {
  const patterns = patternsOf(build.routes);
  const known = new Map<string, ServerBuild>();
  return {
    buildFor: (pathname) => {
      if (!isPlain(pathname)) return build;
      const asked = segmentsOf(pathname);
      const ids = patterns.flatMap((pattern) => (canMatch(pattern.segments, asked) ? [pattern.id] : []));
      const key = ids.join(' ');
      let branch = known.get(key);
      if (branch === undefined) known.set(key, (branch = branchOf(build, ids)));
      return branch;
    },
  };
}

/** The route of all addresses that are nobody's, alone: it answers every one. What stands above it would answer `/` by itself if it had a path. */
export function nobodysOf(build: ServerBuild): ServerBuild {
  const branch = branchOf(build, patternsOf(build.routes).flatMap(({ id, segments }) => (segments.join('/') === '*' ? [id] : [])));
  return { ...branch, routes: Object.fromEntries(Object.entries(branch.routes).map(([id, { path, ...route }]) => [id, path === undefined || path === '' ? route : { ...route, path }])) };
}

/** Escapes are for the framework to read, and its own addresses concern every route. */
const isPlain = (pathname: string): boolean => !/%|\/\/|\.data$|^\/__manifest/.test(pathname);

const segmentsOf = (path: string): string[] => path.toLowerCase().split('/').filter((segment) => segment !== '');

function patternsOf(routes: Routes): readonly Pattern[] {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route === undefined ? '' : `${pathOf(route.parentId)}/${route.path ?? ''}`;
  };
  return Object.keys(routes).map((id) => ({ id, segments: segmentsOf(pathOf(id)) }));
}

/** Never false for what the framework would match: places, whatever surrounds them, take any word. */
function canMatch(pattern: readonly string[], asked: readonly string[]): boolean {
  if (pattern.at(-1) === '*') return pattern.slice(0, -1).every((segment, at) => fits(segment, asked[at]));
  return pattern.length === asked.length && pattern.every((segment, at) => fits(segment, asked[at]));
}

const fits = (segment: string, word: string | undefined): boolean => word !== undefined && (segment.startsWith(':') || segment === word);

/** The routes with all that stand above them, in the order of the build, which breaks ties. */
function branchOf(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const kept = new Set<string>();
  for (const id of ids) {
    for (let at: string | undefined = id; at !== undefined && at !== ''; at = build.routes[at]?.parentId) kept.add(at);
  }
  const only = <Route>(routes: Readonly<Record<string, Route>>): Record<string, Route> => Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return { ...build, routes: holdingBack(only(build.routes) as Routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}
