import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { paths } from '#app/paths';

/** A role of the demo world, and the way in. */
export type Role = 'member' | 'chair' | 'secretariat' | 'reviewer' | 'coordinator' | 'coordinator.fj' | 'admin' | 'auditor' | 'officer';

/** Signs in with one press on the sign-in page, as people try the portal. Works with and without scripts. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.locator(`form:has(input[value="${role}@demo.example"]) button, button[value="${role}@demo.example"]`).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Changes the language of an account; says which it was. The account is found whatever language it speaks. */
export async function speak(page: Page, language: string): Promise<string> {
  await page.goto(paths.account);
  const field = page.locator('select[name="language"]');
  const before = await field.inputValue();
  if (before !== language) {
    await field.selectOption(language);
    await page.locator('form', { has: field }).getByRole('button').click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  }
  return before;
}

/** The pattern of an address: references, countries and keys are one thing, whatever stands there. */
export function patternOf(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .split('/')
    .map((part, at) => (/\d|^[A-Z]{2}$|%/.test(part) || (at > 1 && /^[a-z]{2}$/.test(part)) ? '*' : part))
    .join('/');
}

/** Every address on the portal that a page links to, as paths. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
}

/** The language that an address names; undefined for signed-in pages. */
export const languageIn = (path: string): string | undefined => /^\/(en|fr|es|ar|ru|zh)(?=[/?]|$)/.exec(path)?.[1];

export interface Visited {
  readonly path: string;
  readonly status: number;
  readonly gzipped: number;
  readonly html: string;
}

/** Fetches one page as a visitor without a browser: its status, its bytes as they travel. */
export async function visit(request: APIRequestContext, path: string): Promise<Visited> {
  const answer = await request.get(path, { maxRedirects: 0 });
  const body = await answer.body();
  return { path, status: answer.status(), gzipped: gzipSync(body).length, html: body.toString('utf8') };
}

/** Where a walk begins, and where it may go. */
interface Route {
  readonly start: readonly string[];
  /** Every pattern of address is visited at most so often: the walk meets every kind of page and stays short. */
  readonly each: number;
  readonly goes: (link: string) => boolean;
}

/** So many pages are asked for at a time: while one is being read, the portal makes the next. */
const atOnce = 4;

/** Follows the links of pages, nearest first; files are left alone. */
export async function walk(request: APIRequestContext, { start, each, goes }: Route): Promise<Visited[]> {
  const waiting = [...start];
  const seen = new Set(waiting);
  const counts = new Map<string, number>();
  const visited: Visited[] = [];
  const isDue = (path: string): boolean => {
    const times = counts.get(patternOf(path)) ?? 0;
    counts.set(patternOf(path), times + 1);
    return times < each;
  };
  while (waiting.length > 0) {
    const due: string[] = [];
    for (let path = waiting.shift(); path !== undefined; path = due.length < atOnce ? waiting.shift() : undefined) if (isDue(path)) due.push(path);
    const pages = await Promise.all(due.map((path) => visit(request, path)));
    visited.push(...pages);
    for (const link of pages.flatMap(({ html }) => linksOf(html))) {
      const clean = link.replace(/#.*$/, '');
      if (seen.has(clean) || !goes(clean) || /^\/(assets|evidence)\/|\.(csv|xlsx|docx|zip|json|pdf|xml|svg)(\?|$)/.test(clean)) continue;
      seen.add(clean);
      waiting.push(clean);
    }
  }
  return visited;
}

/** The public pages of a language, from its home page. */
export const walkPublic = (request: APIRequestContext, language: string, each = 2): Promise<Visited[]> =>
  walk(request, { start: [`/${language}`], each, goes: (link) => languageIn(link) === language });
