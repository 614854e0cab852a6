import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { describe, expect, it } from 'vitest';
import { declaredRules } from '#app/access/permit';
import routes from '#app/routes';
import { actorKinds } from './cast';
import { openRules, openToRead, openToSend, readingRules } from './open';
import type { RuleStates } from './states';
import { answersTo, tableOf } from './table';

// Every policy is loaded, so that every rule has declared itself.
import.meta.glob('/app/**/policy.ts', { eager: true });

interface RouteModule {
  readonly loader?: unknown;
  readonly action?: unknown;
  readonly default?: unknown;
  readonly handle?: { readonly access?: { readonly loader?: string; readonly action?: string } };
}
const modules = import.meta.glob<RouteModule>('/app/routes/*.{ts,tsx}');
const domains = Object.entries(import.meta.glob<readonly RuleStates[]>(['./*.ts', '!./*.test.ts', '!./cast.ts', '!./states.ts', '!./table.ts', '!./open.ts'], { eager: true, import: 'default' }))
  .map(([path, rules]) => ({ name: path.slice(2, -3), rules }));

interface Route {
  readonly address: string;
  readonly file: string;
}
function flat(entries: readonly RouteConfigEntry[], above = ''): Route[] {
  return entries.flatMap((entry) => {
    const address = entry.path === undefined ? above : `${above}/${entry.path}`;
    return [{ address: address === '' ? '/' : address, file: entry.file }, ...flat(entry.children ?? [], address)];
  });
}
const table = flat(routes);

async function accessOf({ file }: Route) {
  const module = await modules[`/app/${file}`]?.();
  if (module === undefined) return { reads: false, acts: false, said: {} };
  return { reads: module.loader !== undefined || module.default !== undefined, acts: module.action !== undefined, said: module.handle?.access ?? {} };
}

describe('every route', () => {
  const isDeclared = (name: string | undefined) => name === 'public' || name === 'signed_in' || (name !== undefined && declaredRules().has(name));

  it('says who may read and who may act: a declared rule, signed_in or public', async () => {
    const undeclared: string[] = [];
    for (const route of table) {
      const { reads, acts, said } = await accessOf(route);
      if (reads && !isDeclared(said.loader)) undeclared.push(`${route.address} (${route.file}): who may read? It says ${said.loader ?? 'nothing'}`);
      if (acts && !isDeclared(said.action)) undeclared.push(`${route.address} (${route.file}): who may act? It says ${said.action ?? 'nothing'}`);
      if (!acts && said.action !== undefined) undeclared.push(`${route.address} (${route.file}): names a permission for an action that is not there`);
    }
    expect(undeclared).toEqual([]);
  });
  it('is open to everybody only where the short list says so', async () => {
    const read: string[] = [];
    const sent: string[] = [];
    for (const route of table) {
      const { said, acts } = await accessOf(route);
      if (said.loader === 'public') read.push(route.address);
      if (acts && said.action === 'public') sent.push(route.address);
    }
    expect([...new Set(read)].sort()).toEqual([...openToRead].sort());
    expect([...new Set(sent)].sort()).toEqual([...openToSend].sort());
  });
  it('stands in the table of contents, and is there', () => {
    const named = new Set(table.map((route) => `/app/${route.file}`));
    expect(Object.keys(modules).filter((file) => !named.has(file))).toEqual([]);
    expect([...named].filter((file) => !(file in modules))).toEqual([]);
  });
});

describe('every rule', () => {
  const covered = domains.flatMap(({ rules }) => rules.map((one) => one.rule));

  it('is asked about records in every state that matters to it', () => {
    expect([...declaredRules().keys()].filter((name) => !covered.includes(name))).toEqual([]);
    expect(covered.filter((name, at) => covered.indexOf(name) !== at)).toEqual([]);
  });
  it.each(domains)('of $name answers every kind of actor as it is written down', async ({ name, rules }) => {
    const written = fileURLToPath(new URL(`./expected/${name}.txt`, import.meta.url));
    const now = tableOf(rules);
    if (process.env['ACCESS_WRITE'] === '1') {
      await mkdir(fileURLToPath(new URL('./expected', import.meta.url)), { recursive: true });
      await writeFile(written, now);
    }
    expect(now).toBe(await readFile(written, 'utf8').catch(() => 'nothing: write it with ACCESS_WRITE=1 and read it before you commit it'));
  });
});

describe('whatever the tables say', () => {
  const every = domains.flatMap(({ rules }) => rules.flatMap(({ rule, states }) => Object.entries(states).map(([state, subject]) => ({ rule, state, ...answersTo(rule, subject) }))));
  const who = (kinds: readonly string[], except: readonly string[]) => every.filter(({ rule, may }) => !except.includes(rule) && may.some((kind) => kinds.includes(kind))).map(({ rule, state }) => `${rule} | ${state}`);

  it('who is not signed in may do nothing but what is open', () => {
    expect(who(['public'], openRules)).toEqual([]);
  });
  it('an auditor reads, and changes nothing', () => {
    expect(who(['auditor'], [...openRules, ...readingRules])).toEqual([]);
  });
  it('who holds no role may do nothing to the records of others', () => {
    expect(who(['stranger'], openRules)).toEqual([]);
  });
  it('the portal does what it is there for: it publishes, verifies and approves nothing', () => {
    const rulesOf = (kind: string) => [...new Set(every.filter(({ rule, may }) => !openRules.includes(rule) && may.some((one) => one === kind)).map(({ rule }) => rule))].sort();
    expect(rulesOf('system:import')).toEqual(['activity:take', 'commitment:import', 'endorsement:import', 'framework:import', 'funding_link:take', 'indicator:import', 'organisation:register', 'pledge:take', 'rates:import', 'session:take']);
    expect(rulesOf('system:console')).toEqual(['import:run', 'installation:initialise', 'person:invite', 'role:grant']);
    expect(rulesOf('system:demo')).toEqual(['coalition:edit', 'coalition:form', 'membership:admit', 'organisation:register', 'person:add', 'role:grant']);
  });
  it('every refusal has a reason that is a key of a catalogue', () => {
    expect(every.flatMap(({ rule, refused }) => [...refused.keys()].filter((reason) => !/^[a-z-]+:reasons\.\w+$/.test(reason)).map((reason) => `${rule}: ${reason}`))).toEqual([]);
  });
  it('every kind of actor may do something, and is refused something', () => {
    const useful = actorKinds.filter((kind) => every.some(({ may }) => may.includes(kind)));
    expect(actorKinds.filter((kind) => !useful.includes(kind))).toEqual([]);
  });
});
