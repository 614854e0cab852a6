import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { signInAs } from './visiting';

const to = paths.in('en');
const ways = [{ scripts: false, width: 360 }, { scripts: true, width: 1280 }] as const;
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** The page as it stands is accessible and fits its window. */
async function isSound(page: Page, scripts: boolean): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0)).toBeLessThanOrEqual(0);
  // axe is a script itself.
  if (scripts) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
}
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const mainLink = (page: Page, name: string) => page.locator('main').getByRole('link', { name }).first();

for (const { scripts, width } of ways) {
  test.describe(`the registry of public platforms, scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });

    test('a platform is nominated, described, confirmed, reviewed and published by people who are each another one', async ({ page }) => {
      test.setTimeout(600_000);
      const name = `Masomo Huru ${width} ${Date.now() % 1_000_000}`;

      const address = await test.step('a member nominates it; what is wrong is said at the field, and what was typed stays', async () => {
        await signInAs(page, 'secretariat');
        await page.goto(to.platforms());
        await mainLink(page, 'Nominate a platform').click();
        await page.getByLabel('Name of the platform').fill(name);
        await page.getByLabel('Address').fill('http://masomo.example');
        await press(page, 'Nominate a platform');
        await expect(page.getByText('beginning with https://').first()).toBeVisible();
        await expect(page.getByLabel('Name of the platform')).toHaveValue(name);
        await isSound(page, scripts);
        await page.getByLabel('Country that has it').selectOption('KE');
        await page.getByLabel('What it is').fill('Lessons by teachers for teachers.');
        await page.getByLabel('Address').fill('https://masomo.example');
        await press(page, 'Nominate a platform');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
        await isSound(page, scripts);
        return new URL(page.url()).pathname;
      });
      const ref = address.split('/').at(-1) ?? '';
      const isAbsent = async () => {
        await page.context().clearCookies();
        expect((await page.goto(address))?.status()).toBe(404);
        await page.goto(to.platforms({ country: 'KE', q: name }));
        await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
      };

      await test.step('nobody outside finds it', isAbsent);

      await test.step('the ministry describes it: a claim without its source is refused', async () => {
        await signInAs(page, 'member');
        await page.goto(paths.my);
        await page.locator('section[aria-labelledby="due"]').getByRole('link', { name }).first().click();
        await mainLink(page, 'Describe the platform').click();
        await page.getByLabel('Owner', { exact: true }).fill('Ministry of Education of Kenya');
        await page.getByLabel('1 Primary').check();
        await page.getByLabel('Languages', { exact: true }).fill('sw, not-a-language-at-all-1');
        await page.getByLabel(/^Claimed users/).fill('1200');
        await press(page, 'Describe the platform');
        await expect(page.getByText('Enter languages by their tags').first()).toBeVisible();
        await page.getByLabel('Languages', { exact: true }).fill('sw, en-KE');
        await press(page, 'Describe the platform');
        await expect(page.getByText('A claim needs what is said, its source and its day').first()).toBeVisible();
        await expect(page.getByLabel(/^Claimed users/)).toHaveValue('1200');
        await expect(page.getByLabel('1 Primary')).toBeChecked();
        await isSound(page, scripts);
        await page.getByLabel(/^Source of the number/).fill('Count of the ministry');
        await page.getByLabel(/^Users as of/).fill(yesterday);
        await press(page, 'Describe the platform');
        await expect(page.getByText('Claimed, not checked')).toBeVisible();
        await expect(page.getByText('not yet confirmed by the coordinator of Kenya').first()).toBeVisible();
      });

      await test.step('the coordinator finds it in the room and confirms', async () => {
        await signInAs(page, 'coordinator');
        await page.goto(paths.countryRoom('KE'));
        await page.locator('section[aria-labelledby="due"]').getByRole('link', { name }).first().click();
        await mainLink(page, 'Confirm for the country').click();
        await isSound(page, scripts);
        await press(page, 'Confirm for the country');
        await expect(page.getByText('no expert has looked at it yet').first()).toBeVisible();
      });

      await test.step('a reviewer without a tie says what was looked at', async () => {
        await signInAs(page, 'reviewer');
        await page.goto(paths.platformAct(ref, 'review'));
        await page.locator('[name="review"]').fill('Followed two lessons and compared the number with the yearbook.');
        await page.locator('[name="checked"][value="users"]').check();
        await isSound(page, scripts);
        await page.locator('main form button').click();
        await page.goto(to.platform(ref));
        await expect(page.getByText('it waits for publication').first()).toBeVisible();
      });

      await test.step('whoever nominated it may publish, since another one wrote it', async () => {
        await isAbsent();
        await signInAs(page, 'secretariat');
        await page.goto(paths.my);
        await page.getByRole('link', { name }).first().click();
        await mainLink(page, 'Publish the platform').click();
        await press(page, 'Publish the platform');
        await expect(page.getByText('That is no endorsement').first()).toBeVisible();
      });

      await test.step('everybody reads it: in the list, on the page of the country, in the search', async () => {
        await page.context().clearCookies();
        await page.goto(to.platforms({ country: 'KE', language: 'sw', level: '1', learner_data: 'unknown' }));
        await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
        await isSound(page, scripts);
        await page.goto(to.country('KE'));
        await expect(page.locator('section[aria-labelledby="platforms"]').getByRole('link', { name, exact: true })).toBeVisible();
        await page.goto(to.search({ q: name, kind: 'platform' }));
        await page.getByRole('link', { name, exact: true }).click();
        await expect(page.getByText('Checked by the reviewer')).toBeVisible();
        await expect(page.getByText('Followed two lessons')).toBeVisible();
        await isSound(page, scripts);
      });

      await test.step('a change is the next edition; the published one stays as it is until then', async () => {
        await signInAs(page, 'member');
        await page.goto(to.platform(ref));
        await mainLink(page, 'Describe the platform').click();
        await expect(page.getByText('This begins the next edition')).toBeVisible();
        await page.getByLabel('Name of the platform').fill(`${name}, renamed`);
        await press(page, 'Describe the platform');
        await expect(page.getByText('The public does not see it')).toBeVisible();
        await isSound(page, scripts);
        await page.context().clearCookies();
        await page.goto(to.platform(ref));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
        expect((await page.goto(to.platform(ref, 2)))?.status()).toBe(404);
      });
    });
  });
}
