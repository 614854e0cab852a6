import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { describe, expect, it } from 'vitest';
import routes from '#app/routes';
import { branchesOf, nobodysOf } from './branches';
import { released } from './held-data';

interface Flat {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly path?: string | undefined;
  readonly index?: boolean | undefined;
}
const flat = (entries: readonly RouteConfigEntry[], parentId: string): Flat[] => entries.flatMap(({ id, file, path, index, children = [] }) => {
  const own = id ?? file;
  return [{ id: own, parentId, path, index }, ...flat(children, own)];
});
const all: readonly Flat[] = [{ id: 'root', path: '' }, ...flat(routes, 'root')];
const built = (given: readonly Flat[], module: object = {}) => ({
  routes: Object.fromEntries(given.map((route) => [route.id, { ...route, module }])), assets: { routes: Object.fromEntries(given.map((route) => [route.id, {}])) },
}) as unknown as ServerBuild;

const trees = new WeakMap<ServerBuild, object[]>();
/** Which route answers, as the framework decides among those it is given. */
function answering(build: ServerBuild, pathname: string): string {
  const given = Object.values(build.routes);
  const below = (parent: string | undefined): object[] => given.filter((route) => route.parentId === parent).map(({ id, path, index }) => ({ id, path, ...(index ? { index } : { children: below(id) }) }));
  let tree = trees.get(build);
  if (tree === undefined) trees.set(build, (tree = below(undefined)));
  const found = matchRoutes(tree as never, pathname) ?? [];
  return found.map(({ route, params }) => `${route.id} ${JSON.stringify(params)}`).join(' > ');
}

describe('the address that is nobody’s', () => {
  it('alone answers every address, the first one too', () => {
    const alone = nobodysOf(built(all));
    for (const address of ['/', '/en', '/ar/countries/KE.pdf', '/evidence/none', '/healthz']) expect(answering(alone, address)).toMatch(/^root .* > routes\/not-found\.tsx /);
  });
});

describe('the branch for an address', () => {
  const build = built(all);
  const branches = branchesOf(build);
  const pathOf = (id: string | undefined): string => {
    const route = all.find((one) => one.id === id);
    return route === undefined ? '' : `${pathOf(route.parentId)}/${route.path ?? ''}`.replaceAll(/\/+/g, '/').replace(/\/$/, '');
  };
  const words = [['en', 'CMT-2026-0042'], ['fr', 'new'], ['AR', 'x.pdf'], ['zz', '%41é']];
  const addresses = [...new Set(['//en', '/en//commitments', '/en/%63ommitments', ...all.flatMap(({ id }) => words.flatMap(([language = '', word = '']) => {
    const path = (pathOf(id) || '/').replace(':lang', language).replaceAll(/:\w+/g, word).replace('*', word);
    return [path, path.toUpperCase(), `${path}/`, `${path}/more`];
  }))])];

  it('answers every address as the whole of the routes would', () => {
    expect(addresses.length).toBeGreaterThan(1000);
    const wrong = addresses.filter((address) => answering(branches.buildFor(address), address) !== answering(build, address));
    expect(wrong).toEqual([]);
  });
  it('is the whole for the addresses of the framework itself', () => {
    expect(branches.buildFor('/__manifest')).toBe(build);
    expect(branches.buildFor('/en/commitments.data')).toBe(build);
  });
  it('is a small part of the routes, and the same one each time', () => {
    const branch = branches.buildFor('/en/commitments');
    expect(Object.keys(branch.routes)).toEqual(['root', 'routes/commitments.tsx', 'routes/not-found.tsx']);
    expect(Object.keys(branch.assets.routes)).toEqual(Object.keys(branch.routes));
    expect(branches.buildFor('/fr/commitments')).toBe(branch);
    expect(Math.max(...addresses.filter((address) => branches.buildFor(address) !== build).map((address) => Object.keys(branches.buildFor(address).routes).length))).toBeLessThan(20);
  });
});

describe('the data of a page', () => {
  const page = { default: () => null, loader: () => Promise.resolve({ rows: [1, 2] }) };
  const branchWith = (module: object) => branchesOf(built([{ id: 'root', path: '' }, { id: 'page', parentId: 'root', path: 'page' }], module)).buildFor('/page');
  const found = async (module: object) => branchWith(module).routes['page']?.module.loader?.({} as never) as Promise<unknown>;

  it('are not written down for a browser that runs no script, and are there for the page', async () => {
    const data = await found(page);
    expect(JSON.stringify(data)).toBe('{}');
    expect(released({ page: data, root: null })).toEqual({ page: { rows: [1, 2] }, root: null });
  });
  it('are written down where a route asks for script', async () => {
    expect(await found({ ...page, handle: { hydrate: ['table'] } })).toEqual({ rows: [1, 2] });
  });
  it('that are no page but an answer are left alone', async () => {
    const answer = new Response('a,b');
    expect(await found({ ...page, loader: () => Promise.resolve(answer) })).toBe(answer);
    expect(await found({ loader: page.loader })).toEqual({ rows: [1, 2] });
  });
});
