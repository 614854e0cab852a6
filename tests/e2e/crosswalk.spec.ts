import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { signInAs, speak } from './visiting';

const ways = [{ language: 'en', scripts: false, width: 1280, clause: 'T4' }, { language: 'ar', scripts: true, width: 360, clause: 'T1' }] as const;

/** The page as it stands is accessible and fits its window. */
async function isSound(page: Page, scripts: boolean): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0)).toBeLessThanOrEqual(0);
  // axe is a script itself.
  if (scripts) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/** The first number of a cell; nothing where a relation carries nothing over. */
const countIn = async (cell: Locator): Promise<number> => Number(/\d+/.exec(await cell.innerText())?.[0] ?? 0);

for (const { language, scripts, width, clause } of ways) {
  test.describe(`the crosswalk in ${language}, scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });

    test('a mapping is drawn, carries a number whose list holds as many, changes its relation and ends', async ({ page }) => {
      test.setTimeout(600_000);
      const pair = paths.in(language).crosswalk({ from: 'BROADBAND-2025.1', to: 'CONNDECL.1' });
      // Columns: clause, mapped to, named, equivalent, contributes, related.
      const cell = (at: number) => page.locator('section[aria-labelledby="from"] tbody tr', { hasText: clause }).locator('td').nth(at);
      const why = `Read together, ${width}.`;

      await signInAs(page, 'secretariat');
      const before = await speak(page, language);
      await page.goto(pair);
      await isSound(page, scripts);
      const equivalent = await countIn(cell(2));

      await test.step('what is missing is said at its field, and what was chosen stays', async () => {
        await page.locator('.head .btn').click();
        await page.locator('select[name="from_node_id"]').selectOption({ label: await labelOf(page, 'P3.2') });
        await page.locator('input[name="relation"][value="equivalent"]').check();
        await page.locator('main form[method="post"] button').click();
        await expect(page.locator('main [aria-invalid="true"], main .err').first()).toBeVisible();
        await expect(page.locator('input[name="relation"][value="equivalent"]')).toBeChecked();
        await isSound(page, scripts);
      });

      const mapped = await test.step('it is drawn, and its number is that of its list', async () => {
        await page.locator('select[name="from_node_id"]').selectOption({ label: await labelOf(page, 'P2.2') });
        await page.locator('select[name="to_node_id"]').selectOption({ label: await labelOf(page, clause) });
        await page.locator('textarea[name="reason"]').fill(why);
        await page.locator('main form[method="post"] button').click();
        await page.waitForURL((url) => url.pathname.endsWith('/frameworks/crosswalk'));
        const count = await countIn(cell(2));
        expect(count).toBeGreaterThan(equivalent);
        const list = await cell(2).locator('a').first().getAttribute('href');
        await page.goto(list ?? '');
        await expect(page.locator('.sumline strong').first()).toContainText(String(count));
        await isSound(page, scripts);
        return count;
      });

      await test.step('with another relation the number moves to its column', async () => {
        await page.goto(pair);
        await page.locator('section[aria-labelledby="mappings"] li', { hasText: why }).getByRole('link').click();
        await isSound(page, scripts);
        await page.locator('.head .btn').first().click();
        await page.locator('input[name="relation"][value="related"]').check();
        await page.locator('main form[method="post"] button').click();
        await expect(page.locator('section[aria-labelledby="trail"] del').first()).toBeVisible();
        await page.goto(pair);
        expect(await countIn(cell(2))).toBe(equivalent);
        expect(await countIn(cell(4))).toBeGreaterThanOrEqual(mapped);
      });

      await test.step('ended it carries nothing and stays listed', async () => {
        await page.locator('section[aria-labelledby="mappings"] li', { hasText: why }).getByRole('link').click();
        await page.locator('.head .btn').nth(1).click();
        await page.locator('textarea[name="end_reason"]').fill(`It was a test, ${width}.`);
        await page.locator('main form[method="post"] button').click();
        await expect(page.locator('section[aria-labelledby="mappings"]')).toContainText(`It was a test, ${width}.`);
        await isSound(page, scripts);
      });
      await speak(page, before);
    });
  });
}

/** The words of an option that begins with a code. */
async function labelOf(page: Page, code: string): Promise<string> {
  return (await page.locator('select[name="from_node_id"] option').allInnerTexts()).find((label) => label.startsWith(`${code} `)) ?? code;
}
