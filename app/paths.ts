import { isLanguage, type Language } from './languages/language';
import { accountsPaths } from './paths/accounts';
import { administrationPaths } from './paths/administration';
import { commitmentsPaths } from './paths/commitments';
import { countriesPaths } from './paths/countries';
import { declarationPaths } from './paths/declaration';
import { financingPaths } from './paths/financing';
import { membersPaths } from './paths/members';
import { publicPaths } from './paths/public';
import { reportingPaths } from './paths/reporting';
import { workingGroupsPaths } from './paths/working-groups';

export type * from './acts';
export type { About } from './paths/query';

/** One set for each language, since every row of a list asks for it. */
const inEach = new Map<Language, ReturnType<typeof publicPaths>>();
function pathsIn(language: Language): ReturnType<typeof publicPaths> {
  let known = inEach.get(language);
  if (known === undefined) inEach.set(language, (known = publicPaths(language)));
  return known;
}

/** The only place where an address is spelled, told in `paths/` by part. Public pages carry their language; signed-in pages follow the profile. */
export const paths = {
  in: pathsIn,
  root: '/',
  ...accountsPaths,
  ...membersPaths,
  ...commitmentsPaths,
  ...countriesPaths,
  ...financingPaths,
  ...declarationPaths,
  ...workingGroupsPaths,
  ...reportingPaths,
  ...administrationPaths,
} as const;

/** A list's address as CSV, XLSX or JSON, with the same filters. */
export function fileOf(path: string, kind: 'csv' | 'svg' | 'xlsx' | 'json' | 'pdf' | 'docx' | 'zip'): string {
  const [before = '', query] = path.split('?');
  return `${before}.${kind}${query === undefined ? '' : `?${query}`}`;
}

/** The language that an address names, or undefined for signed-in pages. */
export function languageOfPath(path: string): Language | undefined {
  const first = path.split('/')[1];
  return isLanguage(first) ? first : undefined;
}

/** The first words of public addresses. */
const publicRoots = new Set([
  'commitments', 'countries', 'members', 'adherences', 'financing', 'declaration', 'frameworks', 'consultations', 'requests', 'offers', 'platforms', 'indicators', 'coalitions', 'working-groups', 'sessions', 'decisions', 'procedures', 'actions', 'recommendations', 'meetings', 'reports',
  'data', 'methods', 'search', 'privacy', 'accessibility',
]);

/** A public address that was given without its language (`/commitments/CMT-2026-0042`, `/commitments.csv`), in one; undefined for any other. */
export function withLanguage(path: string, language: Language): string | undefined {
  const root = /^\/([a-z-]+)(?:\.[a-z]+)?(?=\/|\?|$)/.exec(path)?.[1];
  return root !== undefined && publicRoots.has(root) ? `/${language}${path}` : undefined;
}

/** The same page in another language: in its address where that has one, else asked for beside it. */
export function inLanguage(path: string, language: Language): string {
  if (languageOfPath(path) !== undefined) return path.replace(/^\/[a-z]{2}(?=\/|$|\?)/, `/${language}`);
  const [page = '', search] = path.split('?');
  const query = new URLSearchParams(search);
  query.set('lang', language);
  return `${page}?${query.toString()}`;
}

/** Only our own addresses are followed after signing in: never another site's. */
export function safeNext(asked: string | null | undefined): string | undefined {
  if (asked === null || asked === undefined || !/^\/(?![/\\])/.test(asked)) return undefined;
  return asked.length <= 2000 ? asked : undefined;
}
