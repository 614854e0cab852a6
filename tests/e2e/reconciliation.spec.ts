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

for (const { scripts, width, kind } of [{ scripts: false, width: 360, kind: 'contest' }, { scripts: true, width: 1280, kind: 'correction' }] as const) {
  test.describe(`a payment as both sides tell it, scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });

    test('the receiver says what arrived, the provider replies, everybody reads both, and the receiver accepts', async ({ page }) => {
      test.setTimeout(600_000);
      const words = kind === 'contest' ? 'It never reached our accounts.' : 'A part of it never reached our accounts.';
      await page.goto(to.received());
      await isSound(page, scripts);

      // Fiji is told of what Kenya paid.
      await signInAs(page, 'coordinator.fj');
      await page.goto(paths.receipts({ state: 'unpaired', provider: 'country:KE' }));
      await isSound(page, scripts);
      await page.locator('main tbody a[href^="/reconciliation/"]').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const path = new URL(page.url()).pathname;
      const pledge = (await page.locator('main a[href*="/financing/pledges/"]').first().getAttribute('href')) ?? '';
      await isSound(page, scripts);
      const act = kind === 'contest' ? 'Contest the payment' : 'Say another amount';
      await page.getByRole('link', { name: act }).click();
      await isSound(page, scripts);
      if (kind === 'correction') await page.getByLabel(/^What arrived, in/).fill('1000.001');
      await page.getByRole('button', { name: act }).click();
      // What is wrong is said at its field, and what was typed is kept.
      await expect(page.getByText(kind === 'contest' ? 'Say what is wrong, in ten characters at least' : /Too many decimals/).first()).toBeVisible();
      if (kind === 'correction') await page.getByLabel(/^What arrived, in/).fill('1000000');
      await page.getByLabel(kind === 'contest' ? 'What is wrong with it' : 'In your words').fill(words);
      await page.getByRole('button', { name: act }).click();
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      await expect(page.getByText(words).first()).toBeVisible();
      // The receiver does not reply to itself.
      expect((await page.goto(`${path}/reply`))?.status()).toBe(403);

      // The provider replies.
      await signInAs(page, 'member');
      await page.goto(path);
      await page.getByRole('link', { name: 'Reply', exact: true }).click();
      await page.getByLabel('Your reply').fill('The bank on the way kept its fee.');
      await page.getByRole('button', { name: 'Reply', exact: true }).click();
      await expect(page.getByText('The bank on the way kept its fee.').first()).toBeVisible();
      await isSound(page, scripts);

      // In public both figures and both words stand beside each other.
      await page.context().clearCookies();
      await page.goto(pledge);
      const row = page.getByRole('row').filter({ hasText: words });
      await expect(row).toContainText(kind === 'contest' ? 'Contested' : 'Amounts differ');
      await expect(row).toContainText('The bank on the way kept its fee.');
      if (kind === 'correction') await expect(row).toContainText('KES 1,000,000');
      await isSound(page, scripts);

      // The receiver accepts, with its own figure; both figures stay.
      await signInAs(page, 'coordinator.fj');
      await page.goto(path);
      await page.getByRole('link', { name: 'Accept the explanation' }).click();
      await page.getByLabel(/^What arrived, in/).fill('900000');
      await page.getByRole('button', { name: 'Accept the explanation' }).click();
      await page.context().clearCookies();
      await page.goto(pledge);
      await expect(row).toContainText('Explained');
      await expect(row).toContainText('KES 900,000');
    });
  });
}

test('several payments are confirmed at once by ticking', async ({ page }) => {
  test.setTimeout(600_000);
  await signInAs(page, 'secretariat');
  await page.goto(paths.receipts({ side: 'others', state: 'unpaired' }));
  const ticks = page.locator('input[name="payments"]');
  const before = await ticks.count();
  expect(before).toBeGreaterThan(1);
  for (const at of [0, 1]) await ticks.nth(at).check();
  // In somebody's name, on evidence: asked for once more where it is left out.
  await page.getByRole('button', { name: 'Confirm what is ticked' }).click();
  await expect(page.getByText('Name the evidence on which you speak for the receiver').first()).toBeVisible();
  await page.getByLabel('Evidence').fill('Statements of both ministries');
  await page.getByRole('button', { name: 'Confirm receipt' }).click();
  await page.goto(paths.receipts({ side: 'others', state: 'matched' }));
  await expect(page.getByText('Statements of both ministries')).toHaveCount(2);
});
