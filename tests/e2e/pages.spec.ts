import { expect, test } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { kilobyte, paper, paperProblemsOf, phone, problemsOfAll, widthProblemsOf } from './inspection';
import { linksOf, visit, walkPublic } from './visiting';

test.describe('every public page', () => {
  test('answers, weighs little, and carries no script', async ({ request }) => {
    test.setTimeout(900_000);
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
      test.setTimeout(900_000);
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
      test.setTimeout(900_000);
      const visited = await walkPublic(request, language, 1);
      await page.setViewportSize(phone);
      expect(await problemsOfAll(page, [...visited.map((one) => one.path), `/${language}/nothing`, '/sign-in', '/sign-in/forgotten'])).toEqual([]);
    });
  }

  for (const language of ['en', 'ar']) {
    test(`is whole on paper in ${language}, without its ways elsewhere`, async ({ page, request }) => {
      test.setTimeout(900_000);
      const first = async (list: string, kind: RegExp): Promise<string> => linksOf((await visit(request, `/${language}/${list}`)).html).find((link) => kind.test(link)) ?? `/no/${list}`;
      const [report, session, commitment] = [await first('reports', /\/reports\/[^/.]+$/), await first('sessions?status=published', /\/sessions\/[^/.?]+$/), await first('commitments', /\/commitments\/[^/.?]+$/)];
      const printed = [report, `${report}/chapters/2`, `${report}/figures/standing`, `${session}/minutes`, commitment, await first('working-groups/WG-02', /\/outcomes\/\d+$/)];
      await page.setViewportSize(paper);
      await page.emulateMedia({ media: 'print' });
      expect(await paperProblemsOf(page, printed)).toEqual([]);
    });
  }
});
