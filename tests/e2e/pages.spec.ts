import { expect, test, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { kilobyte, phone, problemsOf, problemsOfAll, scriptScales, widthProblemsOf } from './inspection';
import { languageIn, linksOf, patternOf, signInAs, speak, walk, walkPublic, type Role, type Visited } from './visiting';

test.describe('every public page', () => {
  test('answers, weighs little, and carries no script', async ({ request }) => {
    test.setTimeout(180_000);
    const visited = await walkPublic(request, 'en');
    expect(visited.length).toBeGreaterThan(25);
    expect(visited.filter((page) => page.status !== 200).map((page) => `${page.status} ${page.path}`)).toEqual([]);
    expect(visited.filter((page) => page.html.match(/<title>/g)?.length !== 1).map((page) => page.path)).toEqual([]);
    expect(visited.filter((page) => /<script/.test(page.html)).map((page) => page.path)).toEqual([]);
    expect(visited.filter((page) => page.gzipped > 25 * kilobyte).map((page) => `${page.gzipped} ${page.path}`)).toEqual([]);
    const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(visited[0]?.html ?? '')?.[1] ?? '';
    const style = await request.get(sheet);
    expect(gzipSync(await style.body()).length).toBeLessThanOrEqual(15 * kilobyte);
    console.log(`public pages: ${visited.length} visited, heaviest ${Math.max(...visited.map((page) => page.gzipped))} bytes, style ${gzipSync(await style.body()).length} bytes`);
  });

  for (const language of ['fr', 'es', 'ar', 'ru', 'zh']) {
    test(`answers in ${language}, with its language and direction, no wider than the screen`, async ({ page, request }) => {
      test.setTimeout(120_000);
      const visited = await walkPublic(request, language, 1);
      expect(visited.filter(({ status }) => status !== 200).map(({ status, path }) => `${status} ${path}`)).toEqual([]);
      expect(visited.filter(({ html }) => !html.includes(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)).map(({ path }) => path)).toEqual([]);
      // A key that has no words shows itself: "list.title".
      expect(visited.flatMap((one) => (/>\s*[a-z_]+(?:\.[a-z_]+)+\s*</.exec(one.html.replace(/<(style|script|title)[\s\S]*?<\/\1>/g, '')) ?? []).map((key) => `${one.path} ${key}`))).toEqual([]);
      // Arabic is looked at as a whole below.
      await page.setViewportSize(phone);
      if (language !== 'ar') expect(await widthProblemsOf(page, visited.map(({ path }) => path))).toEqual([]);
    });
  }

  for (const language of ['en', 'ar']) {
    test(`nothing is wrong with any at 320 px in ${language}`, async ({ page, request }) => {
      test.setTimeout(300_000);
      const visited = await walkPublic(request, language, 1);
      await page.setViewportSize(phone);
      expect(await problemsOfAll(page, [...visited.map((one) => one.path), `/${language}/nothing`, '/sign-in', '/sign-in/forgotten'])).toEqual([]);
    });
  }
});

/** Whose pages are walked, in the language of each unless told; those with the longest words first. */
const people: readonly { readonly role: Role; readonly language?: string }[] = [
  { role: 'auditor' }, { role: 'officer' }, { role: 'secretariat', language: 'ar' }, { role: 'reviewer' }, { role: 'admin' }, { role: 'coordinator' }, { role: 'member' }, { role: 'chair' },
];

test.describe('every signed-in page', () => {
  const inspected = new Set<string>();
  for (const { role, language } of people) {
    test(`of ${role}${language === undefined ? '' : ` in ${language}`} answers, weighs little, and nothing is wrong with it at 320 px`, async ({ page }) => {
      test.setTimeout(300_000);
      await page.setViewportSize(phone);
      await signInAs(page, role);
      const before = language === undefined ? undefined : await speak(page, language);
      if (role === 'member') await beginCommitment(page);
      const own = await page.locator('html').getAttribute('lang');
      const visited = await walk(page.request, { start: ['/my'], each: 3, goes: (link) => [undefined, own].includes(languageIn(link)) });
      const problems = visited.filter(({ status }) => status !== 200).map(({ status, path }) => `${status} ${path}`);
      problems.push(...(await problemsOfAll(page, visited.filter(isNewIn(inspected)).map(({ path }) => path), (one) => {
        const weigh = scriptScales(one);
        return async (path) => [...(await problemsOf(one, path)), ...(await weigh(path))];
      })));
      if (before !== undefined) await speak(page, before);
      expect(visited.length).toBeGreaterThan(60);
      expect(problems).toEqual([]);
    });
  }
});

/** Leaves a commitment half written, so that the steps of its form are met too. */
async function beginCommitment(page: Page): Promise<void> {
  await page.goto('/commitments/new');
  await page.locator('[name="title"]').fill('Teachers for every island');
  await page.locator('button[name="later"]').click();
  await page.waitForURL('**/my');
}

/**
 * Keeps pages on which something can be done that could not be done on an earlier one: of pages of one shape, whatever their records and
 * whoever sees them, one is inspected in each direction of reading. Public pages without such acts are those that everybody sees.
 */
function isNewIn(inspected: Set<string>): (visited: Visited) => boolean {
  return ({ path, status, html }) => {
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    const forms = [...main.matchAll(/<form\b[^>]*?\saction="([^"]*)"/g)].map((match) => match[1] ?? '');
    const acts = [...new Set([...forms, ...linksOf(main)].filter((address) => languageIn(address) === undefined).map(patternOf))];
    const shape = [/<html[^>]* dir="(...)"/.exec(html)?.[1], patternOf(path), ...acts.sort()].join(' ');
    if (status !== 200 || inspected.has(shape) || (languageIn(path) !== undefined && acts.length === 0)) return false;
    inspected.add(shape);
    return true;
  };
}
