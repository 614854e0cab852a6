import { readFileSync } from 'node:fs';
import { projectFiles } from '#tests/architecture/source';

/** Catalogues as they are on disk: namespace, language, and every key with its words. */
export type Words = ReadonlyMap<string, string>;

export const sixLanguages = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const;

export function readCatalogues(): ReadonlyMap<string, ReadonlyMap<string, Words>> {
  const found = new Map<string, Map<string, Words>>();
  for (const path of projectFiles()) {
    const [, namespace, language] = /^app\/([^/]+)\/languages\/(\w+)\.json$/.exec(path) ?? [];
    if (namespace === undefined || language === undefined) continue;
    const languages = found.get(namespace) ?? new Map<string, Words>();
    languages.set(language, new Map(flat(JSON.parse(readFileSync(path, 'utf8')))));
    found.set(namespace, languages);
  }
  return found;
}

function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}

const forms = /_(zero|one|two|few|many|other)$/;
export const stemOf = (key: string): string => key.replace(forms, '');
export const isPlural = (key: string): boolean => forms.test(key);

/** `{{name}}` and `{{count}}`, sorted: what a sentence is given. */
export const placeholdersOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))].sort();

export interface Usage {
  /** Calls with a literal key, as namespace (or undefined where the file does not say) and key. */
  readonly calls: readonly { readonly path: string; readonly namespaces: readonly string[]; readonly key: string }[];
  /** Every literal and every pattern in the source that could be a key. */
  readonly literals: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the source asks for. */
export function readUsage(): Usage {
  const calls: Usage['calls'][number][] = [];
  const literals = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const path of projectFiles().filter((one) => /^app\/.*\.tsx?$/.test(one) && !/\.test\.tsx?$/.test(one))) {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      continue;
    }
    for (const match of text.matchAll(/'([\w:.-]+)'|"([\w:.-]+)"/g)) literals.add(match[1] ?? match[2] ?? '');
    for (const match of text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)) {
      const parts = (match[1] ?? '').split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
      if (parts.join('').length < 2 || /[^\w:.-]/.test(parts.join(''))) continue;
      patterns.set(match[1] ?? '', new RegExp(`^${parts.map(escaped).join('[\\w.-]+')}$`));
    }
    calls.push(...callsOf(path, text));
  }
  return { calls, literals, patterns: [...patterns.values()] };
}

/** Calls of a text function whose namespace the file names: `const t = useText('members')`. */
function callsOf(path: string, text: string): Usage['calls'][number][] {
  const bound = new Map<string, string[]>();
  for (const match of text.matchAll(/(?:const|let)\s+(\w+)\s*=\s*(?:useText|textFor)\((?:[^()']|\([^()]*\))*'([\w-]+)'\)/g)) {
    const [, name = '', namespace = ''] = match;
    bound.set(name, [...(bound.get(name) ?? []), namespace]);
  }
  return [...text.matchAll(/(?<![\w.])(\w+)\(\s*'([a-z][\w-]*(?:[.:][\w-]+)+|[a-z][\w-]*)'\s*[,)]/g)].flatMap((match) => {
    const [, name = '', key = ''] = match;
    const own = bound.get(name);
    if (own !== undefined) return [{ path, namespaces: own, key }];
    // Columns are handed the words of the page they stand on: any catalogue may hold the key.
    return name === 't' ? [{ path, namespaces: [], key }] : [];
  });
}
