import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { linksOf, patternOf, signInAs, visit, walk, type Role } from './visiting';

const kilobyte = 1024;

test.describe('every public page', () => {
  test('answers, weighs little, and carries no script', async ({ request }) => {
    test.setTimeout(180_000);
    const visited = await walk(request, 'en');
    expect(visited.length).toBeGreaterThan(25);
    expect(visited.filter((page) => page.status !== 200).map((page) => `${page.status} ${page.path}`)).toEqual([]);
    expect(visited.filter((page) => /<script/.test(page.html)).map((page) => page.path)).toEqual([]);
    expect(visited.filter((page) => page.gzipped > 25 * kilobyte).map((page) => `${page.gzipped} ${page.path}`)).toEqual([]);
    const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(visited[0]?.html ?? '')?.[1] ?? '';
    const style = await request.get(sheet);
    expect(gzipSync(await style.body()).length).toBeLessThanOrEqual(15 * kilobyte);
    console.log(`public pages: ${visited.length} visited, heaviest ${Math.max(...visited.map((page) => page.gzipped))} bytes, style ${gzipSync(await style.body()).length} bytes`);
  });

  for (const language of ['fr', 'es', 'ar', 'ru', 'zh']) {
    test(`answers in ${language}, with its language and direction`, async ({ request }) => {
      test.setTimeout(120_000);
      const visited = await walk(request, language, 1);
      expect(visited.filter((page) => page.status !== 200).map((page) => `${page.status} ${page.path}`)).toEqual([]);
      expect(visited.filter((page) => !page.html.includes(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)).map((page) => page.path)).toEqual([]);
      // A key that has no words shows itself: "list.title".
      expect(visited.flatMap((page) => (/>\s*[a-z_]+(?:\.[a-z_]+)+\s*</.exec(page.html.replace(/<(style|script|title)[\s\S]*?<\/\1>/g, '')) ?? []).map((key) => `${page.path} ${key}`))).toEqual([]);
    });
  }

  for (const language of ['en', 'ar']) {
    test(`axe finds nothing and nothing scrolls sideways at 320 px in ${language}`, async ({ page, request }) => {
      test.setTimeout(300_000);
      const visited = await walk(request, language, 1);
      await page.setViewportSize({ width: 320, height: 800 });
      const problems: string[] = [];
      for (const { path } of visited) problems.push(...(await problemsOf(page, path)));
      expect(problems).toEqual([]);
    });
  }
});

/** What a signed-in person of each role comes to. */
const desks: readonly { readonly role: Role; readonly start: readonly string[] }[] = [
  { role: 'member', start: ['/my', '/commitments/new', '/my/account'] },
  { role: 'chair', start: ['/my'] },
];

test.describe('every signed-in page', () => {
  for (const { role, start } of desks) {
    test(`of ${role} answers, axe finds nothing, nothing scrolls sideways at 320 px`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width: 320, height: 800 });
      await signInAs(page, role);
      const waiting = [...start];
      const seen = new Set<string>();
      const problems: string[] = [];
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const pattern = patternOf(path);
        if (seen.has(pattern)) continue;
        seen.add(pattern);
        const answer = await visit(page.request, path);
        if (answer.status !== 200) {
          problems.push(`${answer.status} ${path}`);
          continue;
        }
        problems.push(...(await problemsOf(page, path)));
        // Signed-in pages have no language in their address; public ones were visited above.
        waiting.push(...linksOf(answer.html).filter((link) => !/^\/(en|fr|es|ar|ru|zh)(\/|$)/.test(link) && !/^\/(assets|evidence|favicon)|\.(csv|xlsx|json|pdf)(\?|$)/.test(link)));
      }
      expect(problems).toEqual([]);
    });
  }
});

/** What is wrong with one page as it stands: accessibility, width, the way in by keyboard, errors in the console. */
async function problemsOf(page: Page, path: string): Promise<string[]> {
  const problems: string[] = [];
  const listen = (message: { type: () => string; text: () => string }) => {
    if (message.type() === 'error') problems.push(`${path}: console says ${message.text()}`);
  };
  page.on('console', listen);
  await page.goto(path);
  page.off('console', listen);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) problems.push(`${path}: ${width} px wide`);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.className ?? '');
  if (first !== 'skip') problems.push(`${path}: the first stop of the keyboard is "${first}"`);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  for (const violation of violations) problems.push(`${path}: ${violation.id} ${violation.nodes[0]?.html.slice(0, 160) ?? ''}`);
  return problems;
}
