import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { signInAs } from './visiting';

const to = paths.in('en');

/** The page as it stands is accessible and fits its window. */
async function isSound(page: Page, scripts: boolean): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0)).toBeLessThanOrEqual(0);
  // axe is a script itself.
  if (scripts) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/** The address that stops the digests of Kenya's focal point, from the digest that reached them. */
async function stopAddress(page: Page): Promise<string> {
  let mail = '';
  await signInAs(page, 'admin');
  await expect(async () => {
    await page.goto(`${paths.mailLog}?q=member%40demo.example`);
    mail = (await page.locator('main a[href^="/admin/mail/"]', { hasText: 'that you follow' }).first().getAttribute('href', { timeout: 1000 })) ?? '';
    expect(mail).not.toBe('');
  }).toPass({ timeout: 60_000 });
  await signInAs(page, 'member');
  await page.goto(mail);
  const letter = (await page.locator('pre.letter').textContent()) ?? '';
  expect(letter).toContain('/en/commitments/CMT-');
  return /\/following\/stop\/[\w-]{43}\?lang=en/.exec(letter)?.[0] ?? '';
}

for (const { scripts, width } of [{ scripts: false, width: 360 }, { scripts: true, width: 1280 }] as const) {
  test.describe(`following, scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });

    test('a country is followed and left, a digest arrives, and its link stops it without a sign-in', async ({ page, request }) => {
      test.setTimeout(600_000);
      const follow = page.getByRole('button', { name: 'Follow', exact: true });
      const stop = page.getByRole('button', { name: 'Stop following', exact: true });
      // Whoever is not signed in meets no button on the three pages, and is asked to sign in if they post.
      await page.goto(to.commitments());
      const ref = (await page.locator('main a[href*="/commitments/CMT-"]').first().getAttribute('href')) ?? '';
      for (const path of [ref, to.country('KE'), to.clause('P1')]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(follow.or(stop)).toHaveCount(0);
      }
      await signInAs(page, 'coordinator.fj');
      for (const path of [ref, to.country('FJ'), to.clause('P1')]) {
        await page.goto(path);
        await follow.click();
        await expect(page).toHaveURL(new RegExp(`${path}$`));
        await expect(stop).toBeVisible();
        await isSound(page, scripts);
      }
      await page.goto(paths.following);
      await expect(page.getByRole('link', { name: 'Fiji' })).toBeVisible();
      await isSound(page, scripts);
      await page.getByRole('listitem').filter({ hasText: 'Fiji' }).getByRole('button').click();
      await expect(page.getByRole('link', { name: 'Fiji' })).toHaveCount(0);
      for (const path of [ref, to.clause('P1')]) {
        await page.goto(path);
        await stop.click();
        await expect(follow).toBeVisible();
      }

      const address = await stopAddress(page);
      await page.goto(paths.following);
      await page.getByLabel('Every day').check();
      await page.getByRole('button', { name: 'Save the rhythm' }).click();
      await expect(page.getByText('Saved.')).toBeVisible();
      await page.context().clearCookies();
      await page.goto(address);
      await isSound(page, scripts);
      // Looking has changed nothing.
      await signInAs(page, 'member');
      await page.goto(paths.following);
      await expect(page.getByLabel('Every day')).toBeChecked();
      await page.context().clearCookies();
      await page.goto(address);
      await page.getByRole('button', { name: 'Stop these mails' }).click();
      await expect(page.getByText('These mails have ended.')).toBeVisible();
      await isSound(page, scripts);
      await signInAs(page, 'member');
      await page.goto(paths.following);
      await expect(page.getByLabel('Never')).toBeChecked();

      // A mail program does the same by itself: no cookie, no origin, no form of ours.
      await page.getByLabel('Every week').check();
      await page.getByRole('button', { name: 'Save the rhythm' }).click();
      await expect(page.getByText('Saved.')).toBeVisible();
      const posted = await request.post(address, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
      expect(posted.status()).toBe(200);
      await page.goto(paths.following);
      await expect(page.getByLabel('Never')).toBeChecked();
      const other = await request.post(address.replace(/.\?/, '_?'), { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
      expect(await other.text()).toContain('This link works no longer');
    });
  });
}
