import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { signInAs } from './visiting';

const to = paths.in('en');
const ways = [{ scripts: false, width: 360 }, { scripts: true, width: 1280 }] as const;

async function isSound(page: Page, scripts: boolean): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0)).toBeLessThanOrEqual(0);
  // axe is a script itself.
  if (scripts) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const marks = (page: Page) => page.locator('section[aria-labelledby="here"] select');

/** Another person's browser, beside that of the chair. */
async function another(browser: Browser, scripts: boolean, width: number): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });
  return context.newPage();
}

for (const { scripts, width } of ways) {
  test.describe(`votes by seat, scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });

    test('the chair opens a vote, a member objects from their own page, the quorum is lost and regained, and what it comes to is a decision', async ({ page, browser }) => {
      test.setTimeout(600_000);
      const text = `Counts are published every term ${Date.now() % 1_000_000}`;
      await signInAs(page, 'chair');
      await page.goto(paths.groupDesk('WG-01'));
      const plan = page.locator('form[action$="/desk/sessions"]');
      await plan.evaluate((form) => form.closest('details')?.setAttribute('open', '')).catch(() => undefined);
      await plan.getByRole('button').last().click();
      await page.waitForURL(/sessions\/.*\/desk/);
      const session = /sessions\/([^/]+)\/desk/.exec(page.url())?.[1] ?? '';
      await page.getByRole('link', { name: 'See who is invited, then convene' }).click();
      await press(page, 'Convene the session');
      await press(page, 'Start the session');
      await page.goto(paths.sessionDesk(session));
      const seats = await marks(page).count();
      for (let at = 0; at < seats; at += 1) await marks(page).nth(at).selectOption('holder_remote');
      await press(page, 'Save attendance');
      await expect(page.getByText('Quorum met').first()).toBeVisible();

      const ballot = await test.step('a vote is opened on a text', async () => {
        const panel = page.locator('section[aria-labelledby="ballots"]');
        await panel.locator('summary').click();
        await panel.getByLabel('Text, as it will stand').fill(text);
        await press(page, 'Open a vote');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vote');
        await isSound(page, scripts);
        return new URL(page.url()).pathname;
      });

      const member = await another(browser, scripts, width);
      await test.step('who speaks for a seat votes from their own page; an objection says why; what was typed stays', async () => {
        await signInAs(member, 'member');
        await member.goto(to.session(session));
        await member.locator('#ballots, section:has(#ballots)').getByRole('link', { name: text }).first().click();
        const own = member.locator('form[action$="/vote"]');
        await own.getByText('Standing objection', { exact: true }).click();
        await own.getByRole('button').click();
        await expect(member.locator('form[action$="/vote"]').getByText('A standing objection says why: write it down')).toBeVisible();
        await expect(member.getByRole('radio', { name: 'Standing objection' })).toBeChecked();
        await isSound(member, scripts);
        await member.locator('form[action$="/vote"] textarea').fill('Terms differ between countries.');
        await member.locator('form[action$="/vote"]').getByRole('button').click();
        await expect(member.getByText('1 standing objection').first()).toBeVisible();
      });

      await test.step('the chair sees it, and sees quorum lost and regained', async () => {
        await page.goto(ballot);
        await expect(page.getByText('Terms differ between countries.').first()).toBeVisible();
        await expect(page.getByText('Rejected').first()).toBeVisible();
        await page.goto(paths.sessionDesk(session));
        for (let at = 1; at < seats; at += 1) await marks(page).nth(at).selectOption('left');
        await press(page, 'Save attendance');
        await expect(page.getByText(/^Lost at/)).toBeVisible();
        for (let at = 1; at < seats; at += 1) await marks(page).nth(at).selectOption('holder_remote');
        await press(page, 'Save attendance');
        await expect(page.getByText(/^Regained at/)).toBeVisible();
        await isSound(page, scripts);
      });

      await test.step('the member takes the objection back; the chair closes, and the decision stands', async () => {
        await member.goto(ballot);
        await member.locator('form[action$="/vote"]').getByText('For', { exact: true }).click();
        await member.locator('form[action$="/vote"]').getByRole('button').click();
        await expect(member.getByText('1 for, 0 against').first()).toBeVisible();
        await page.goto(ballot);
        await press(page, 'Close the vote');
        await page.locator('main').getByRole('link', { name: /^Decision D-/ }).click();
        await expect(page.getByText('Adopted').first()).toBeVisible();
        await isSound(page, scripts);
        await member.context().close();
      });
    });

    test('a decision is asked for in writing, voted on by a page with a button, and taken back with a reason', async ({ page, browser }) => {
      test.setTimeout(600_000);
      await signInAs(page, 'chair');
      await page.goto(paths.groupProcedures('WG-01'));
      await isSound(page, scripts);
      await press(page, 'Open a written procedure');
      await expect(page.locator('.err').first()).toBeVisible();
      const title = `Between sessions ${Date.now() % 1_000_000}`;
      await page.getByLabel('Title').fill(title);
      await page.getByLabel('Text, as it will stand').fill('The page is published.');
      await page.getByLabel('Reasons').fill('Nobody can wait.');
      await press(page, 'Open a written procedure');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await isSound(page, scripts);
      const ref = new URL(page.url()).pathname.split('/').at(-1) ?? '';

      const member = await another(browser, scripts, width);
      await signInAs(member, 'member');
      await member.goto(paths.procedureAct(ref, 'vote'));
      await isSound(member, scripts);
      await member.getByText('For', { exact: true }).click();
      await press(member, 'Vote in the written procedure');
      await expect(member.getByText('1 for, 0 against').first()).toBeVisible();
      await member.context().clearCookies();
      await member.goto(to.procedure(ref));
      await expect(member.getByText('The votes are told once the procedure has ended.')).toBeVisible();
      await isSound(member, scripts);
      await member.context().close();

      await page.goto(paths.procedureAct(ref, 'withdrawal'));
      await page.getByLabel('Why it is taken back').fill('It was asked too early.');
      await press(page, 'Take the procedure back');
      await expect(page.getByText('It was asked too early.')).toBeVisible();
      expect((await page.goto(paths.procedureAct(ref, 'vote')))?.status()).toBe(403);
    });
  });
}
