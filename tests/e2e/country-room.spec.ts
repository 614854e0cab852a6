import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { signInAs } from './visiting';

const to = paths.in('en');
const ways = [{ scripts: false, width: 360 }, { scripts: true, width: 1280 }] as const;

/** A day that is still to come, `YYYY-MM-DD`. */
const ahead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The page as it stands is accessible and fits its window. */
async function isSound(page: Page, scripts: boolean): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0)).toBeLessThanOrEqual(0);
  // axe is a script itself.
  if (scripts) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

for (const { scripts, width } of ways) {
  test.describe(`the room of a small island state, scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });

    test('a request on a clause that nothing serves is published, answered by a member, accepted, and becomes a pledge', async ({ page }) => {
      test.setTimeout(600_000);
      const title = `Boats that carry the school server, ${width}`;

      const request = await test.step('the coordinator publishes it', async () => {
        await signInAs(page, 'coordinator.fj');
        await page.goto(to.country('FJ'));
        // Least served first.
        const clause = (await page.locator('section[aria-labelledby="clauses"] tbody tr').first().getByRole('link').textContent() ?? '').trim();
        await expect(page.locator('section[aria-labelledby="clauses"] tbody tr').first()).toContainText('None yet');
        await page.goto(paths.countryRoom('FJ'));
        await isSound(page, scripts);
        await page.getByRole('link', { name: 'Write a request' }).first().click();
        await page.getByRole('button', { name: 'Save the request' }).click();
        await expect(page.getByText('Say in a few words what is needed').first()).toBeVisible();
        await isSound(page, scripts);
        await page.getByLabel('What is needed, in one line').fill(title);
        await page.getByLabel('The need').fill('Two boats a term to eleven islands, with somebody who knows the server.');
        await page.getByLabel(/Connectivity and infrastructure/).check();
        await page.getByLabel(clause).check();
        await page.getByLabel('Amount needed').fill('120000');
        await page.getByLabel('Offers until').fill(ahead(90));
        await page.getByRole('button', { name: 'Save the request' }).click();
        await page.getByRole('link', { name: 'Publish the request' }).click();
        await page.getByRole('button', { name: 'Publish the request' }).click();
        await expect(page.getByText('No offer yet').first()).toBeVisible();
        await isSound(page, scripts);
        return page.url();
      });

      const offer = await test.step('a member finds it among the small island states and offers', async () => {
        await signInAs(page, 'member');
        await page.goto(to.requests({ group: 'SIDS', state: 'published' }));
        await page.getByRole('link', { name: title }).click();
        await page.getByRole('link', { name: 'Make an offer' }).click();
        await page.getByLabel('Who offers').selectOption({ label: 'Ministry of Education of Kenya' });
        await page.getByLabel('What you offer, in one line').fill(`Two terms of boats, ${width}`);
        await page.getByLabel('The offer', { exact: true }).fill('Paid to the shipping office of the islands.');
        await page.getByLabel('What it is worth').fill('60000');
        await page.getByRole('button', { name: 'Make the offer' }).click();
        await expect(page.getByText('Waits for an answer').first()).toBeVisible();
        return page.url();
      });

      await test.step('nobody accepts their own; the coordinator does', async () => {
        await expect(page.getByRole('link', { name: 'Accept the offer' })).toHaveCount(0);
        await signInAs(page, 'coordinator.fj');
        await page.goto(paths.countryRoom('FJ'));
        await page.locator('section[aria-labelledby="due"]').getByRole('link', { name: `Two terms of boats, ${width}` }).first().click();
        await page.getByRole('link', { name: 'Accept the offer' }).click();
        await page.getByRole('button', { name: 'Accept the offer' }).click();
        await expect(page.getByText('Accepted').first()).toBeVisible();
      });

      const pledge = await test.step('the member makes it a pledge', async () => {
        await signInAs(page, 'member');
        await page.goto(offer);
        await page.getByRole('link', { name: 'Make it a pledge' }).click();
        await page.getByLabel('How its value was found').selectOption({ index: 1 });
        await page.getByLabel('When it was valued').fill(ahead(-1));
        await page.getByRole('button', { name: 'Make it a pledge' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Two terms of boats, ${width}`);
        return new URL(page.url()).pathname.split('/').at(-1) ?? '';
      });

      await test.step('everybody follows it from the request to the pledge', async () => {
        await page.context().clearCookies();
        await page.goto(request);
        await expect(page.getByText('Matched').first()).toBeVisible();
        await page.getByRole('navigation', { name: /The chain of/ }).getByRole('link', { name: pledge }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Two terms of boats, ${width}`);
        await isSound(page, scripts);
      });
    });
  });
}
