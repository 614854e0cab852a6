import { gzipSync } from 'node:zlib';
import type { APIRequestContext, Page } from '@playwright/test';

/** A role of the demo world, and the way in. */
export type Role = 'member' | 'chair' | 'secretariat' | 'reviewer' | 'coordinator' | 'coordinator.fj' | 'admin' | 'auditor' | 'officer';

/** Signs in with one press on the sign-in page, as people try the portal. Works with and without scripts. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.locator(`form:has(input[value="${role}@demo.example"]) button, button[value="${role}@demo.example"]`).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** The pattern of an address: references and keys are one thing. */
export function patternOf(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .split('/')
    .map((part) => (/\d|^[A-Z]{2}$|%/.test(part) ? '*' : part))
    .join('/');
}

/** Every address on the portal that a page links to, as paths. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
}

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

/**
 * Walks the public pages of a language from its home page: every pattern of address is visited at most `each` times, so that the
 * walk meets every kind of page and stays short.
 */
export async function walk(request: APIRequestContext, language: string, each = 2): Promise<Visited[]> {
  const waiting = [`/${language}`];
  const seen = new Set(waiting);
  const counts = new Map<string, number>();
  const visited: Visited[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path);
    const times = counts.get(pattern) ?? 0;
    if (times >= each) continue;
    counts.set(pattern, times + 1);
    const page = await visit(request, path);
    visited.push(page);
    for (const link of linksOf(page.html)) {
      const clean = link.replace(/#.*$/, '');
      if (seen.has(clean) || !(clean === `/${language}` || clean.startsWith(`/${language}/`)) || /\.(csv|xlsx|json|pdf|xml)(\?|$)/.test(clean)) continue;
      seen.add(clean);
      waiting.push(clean);
    }
  }
  return visited;
}
