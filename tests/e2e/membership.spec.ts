import { expect, test, type Page } from '@playwright/test';
import { inspect } from './journey/traveller';
import { signInAs } from './visiting';

const run = Date.now().toString(36);
const site = `learning-ministry-${run}.example`;
const mail = `amina@mail.${site}`;
const password = 'violet harbour umbrella seventeen';

/** The link in the newest mail to an address, as an administrator of the demonstration reads it. */
async function linkTo(page: Page, address: string, path: string): Promise<string> {
  await signInAs(page, 'admin');
  await page.goto(`/admin/mail?q=${encodeURIComponent(address)}`);
  await page.locator('table a').first().click();
  const found = new RegExp(`https?://[^\\s]+(${path}[\\w-]+)`).exec(await page.locator('main').innerText())?.[1];
  if (found === undefined) throw new Error(`no link to ${path} in the mail to ${address}`);
  await page.context().clearCookies();
  return found;
}

/** Approving asks who one is; a demonstration account says yes. */
async function approve(page: Page, role: 'secretariat' | 'admin', name: string): Promise<void> {
  await signInAs(page, role);
  await page.goto('/members/applications');
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: 'Approve' }).click();
  const confirm = page.getByRole('button', { name: /^Yes, I am/ });
  if (await confirm.isVisible()) await confirm.click();
  await page.getByRole('button', { name: 'Approve' }).click();
}

/** Takes an invitation: a name is there, a password is chosen. */
async function accept(page: Page, address: string): Promise<void> {
  await page.goto(await linkTo(page, address, '/invitations/'));
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(page).toHaveURL(/\/my$/);
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/my$/);
}

/** What a hand-over moves of one kind. */
const part = (page: Page, title: string) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ actionTimeout: 20_000, javaScriptEnabled: scripts, viewport: { width: scripts ? 1280 : 360, height: 900 } });

    test('a ministry applies, is let in by two people, and its focal point hands the work over', async ({ page }) => {
      test.setTimeout(600_000);
      const [own, address] = [scripts ? site : `second-${site}`, scripts ? mail : `amina@second-${site}`];
      const look = () => inspect({ page, way: { scripts } });
      const draft = `Teachers for every island ${run}`;
      const name = `Ministry of Learning ${run} ${scripts ? 'one' : 'two'}`;

      await test.step('it is refused for an address that only looks like its own', async () => {
        await page.goto('/en/members');
        await page.getByRole('link', { name: 'Apply for membership' }).click();
        await page.getByLabel('Name', { exact: true }).first().fill(name);
        await page.getByLabel('Constituency').selectOption('government');
        await page.getByLabel('Website').fill(`https://www.${own}`);
        await page.getByLabel('Name', { exact: true }).last().fill('Amina Okello');
        await page.getByLabel('E-mail address').fill(`amina@${own.replaceAll('.', '-')}.com`);
        await page.getByLabel('What the organisation wants to contribute').fill('Lessons for all grades, in four languages.');
        await page.getByLabel(/I speak for this organisation/).check();
        await page.getByRole('button', { name: 'Send the application' }).click();
        await expect(page.getByRole('alert').getByText(`This mail domain only looks like ${own}`)).toBeVisible();
        await expect(page.getByLabel('Website')).toHaveValue(`https://www.${own}`);
      });

      await test.step('it applies again, and confirms its address behind the link', async () => {
        await page.getByLabel('E-mail address').fill(address);
        await page.getByRole('button', { name: 'Send the application' }).click();
        await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
        await page.goto(await linkTo(page, address, '/applications/'));
        await look();
        await page.getByRole('button', { name: 'Confirm the application' }).click();
        await expect(page.getByRole('heading', { name: 'Your application is with the secretariat' })).toBeVisible();
      });

      await test.step('two people approve it', async () => {
        await approve(page, 'secretariat', name);
        await expect(page.getByText('Waits for another person to approve.')).toBeVisible();
        await expect(page.getByRole('link', { name: 'Approve' })).toHaveCount(0);
        await approve(page, 'admin', name);
        await expect(page.getByText('It is a member.')).toBeVisible();
      });

      await test.step('its first person signs in by the invitation, and invites another', async () => {
        await accept(page, address);
        await page.goto('/people');
        await page.getByLabel('Name', { exact: true }).fill('Sione Taufa');
        await page.getByLabel('E-mail address').fill(`sione@${own}`);
        await page.locator('select[name="organisation_id"]').selectOption({ label: name });
        await page.getByRole('button', { name: /^(Send|Invite)/ }).click();
        await accept(page, `sione@${own}`);
      });

      await test.step('the focal point hands the work over', async () => {
        await signIn(page, address);
        await page.goto('/commitments/new');
        await page.getByLabel('Title').fill(draft);
        await page.getByRole('button', { name: 'Save and come back later' }).click();
        await page.waitForURL(/\/my$/);
        await page.goto(`/en/members?q=${encodeURIComponent(name)}`);
        await page.getByRole('link', { name, exact: true }).click();
        await page.getByRole('link', { name: 'Hand over the work' }).click();
        await look();
        await expect(part(page, 'Roles').getByRole('listitem')).toHaveCount(1);
        await expect(part(page, 'Drafts')).toContainText(draft);
        await page.getByLabel('To whom').selectOption({ label: 'Sione Taufa' });
        await page.getByLabel('Note').fill('Everything is in the shared folder; ask the registrar about the numbers.');
        await page.getByRole('button', { name: 'Offer the hand-over' }).click();
        await expect(page.getByText('Waits for an answer')).toBeVisible();
      });

      await test.step('the other takes it', async () => {
        await signIn(page, `sione@${own}`);
        await page.getByRole('link', { name }).first().click();
        await look();
        await page.getByRole('link', { name: 'Take over' }).click();
        await look();
        await page.getByRole('button', { name: 'Take over' }).click();
        await expect(page.getByText('Moved: 1 roles, 0 seats, 0 actions.')).toBeVisible();
        await page.goto('/my');
        await page.getByRole('link', { name: draft }).click();
        await expect(page).toHaveURL(/\/edit\/check$/);
        await expect(page.locator('main')).toContainText(draft);
      });

      await test.step('the work is no longer that of the one who gave it', async () => {
        await signIn(page, address);
        await page.goto(`/en/members?q=${encodeURIComponent(name)}`);
        await page.getByRole('link', { name, exact: true }).click();
        await page.getByRole('link', { name: 'Hand over the work' }).click();
        await expect(page.getByText(`What Sione Taufa does for ${name} goes to another person`)).toBeVisible();
      });
    });
  });
}
