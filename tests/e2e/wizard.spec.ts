import { expect, test, type Locator, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { signInAs } from './visiting';

/** The two steps that ask, as a form posts them: six answers and three. */
const what = { title: 'Radio lessons for the islands', action: 'Lessons are broadcast each weekday, with a sheet for those who cannot listen.', type: 'content' };
const measure = { 'goals[0].target_value': '250', 'goals[0].unit': 'schools', 'goals[0].target_year': String(new Date().getUTCFullYear() + 3) };

const main = (page: Page): Locator => page.locator('main');
const named = (page: Page, name: string): Locator => main(page).locator(`[name="${name}"]`);
const goOn = (page: Page): Promise<void> => main(page).locator('form:has([name="_key"]) button:not([name])').first().click();
const refIn = (page: Page): string => /CMT-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';

async function sayWhat(page: Page): Promise<void> {
  await named(page, 'title').fill(what.title);
  await named(page, 'action').fill(what.action);
  await named(page, 'type').selectOption(what.type);
  await main(page).getByRole('checkbox', { name: /^P1\.2 / }).check();
  await named(page, 'beneficiaries').first().check();
  await named(page, 'learner_data').and(page.locator('[value="no"]')).check();
}

async function sayMeasure(page: Page): Promise<void> {
  await named(page, 'goals[0].target_value').fill(measure['goals[0].target_value']);
  await named(page, 'goals[0].unit').selectOption(measure['goals[0].unit']);
  await named(page, 'goals[0].target_year').fill(measure['goals[0].target_year']);
}

/** What a form sends as it stands, without what is its own: the answers in their order. */
const answersOf = (page: Page): Promise<string[]> => main(page).locator('form:has([name="_key"])').first().evaluate((form) =>
  [...new FormData(form as HTMLFormElement)].filter(([name]) => !name.startsWith('_') && name !== 'version').map(([name, value]) => `${name}=${String(value)}`).toSorted());

test.use({ viewport: { width: 360, height: 800 } });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a commitment is logged with nine answers in four steps', async ({ page }) => {
    await signInAs(page, 'member');
    await page.goto(paths.newCommitment);
    await goOn(page);
    // Each answer that is needed is asked for once.
    const asked = main(page).getByRole('alert').getByRole('link');
    expect(await asked.count()).toBe(6);
    await sayWhat(page);
    await goOn(page);
    await expect(page).toHaveURL(/\/edit\/measure$/);
    await goOn(page);
    expect(await asked.count()).toBe(3);
    await sayMeasure(page);
    await goOn(page);
    await expect(page).toHaveURL(/\/edit\/money$/);
    await main(page).locator(`a[href="${paths.commitmentStep(refIn(page), 'check')}"]`).last().click();
    await goOn(page);
    await expect(page).toHaveURL(/received/);
    await expect(main(page).getByRole('status')).toContainText(refIn(page));
  });
});

/** The sign-in ends; what is pressed then leads to signing in, and on to what had been filled in, with one button that sends it. */
async function pressAfterTheEnd(page: Page, pressed: () => Promise<void>): Promise<void> {
  await page.context().clearCookies({ name: /^(?!concord-kept)/ });
  await pressed();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.locator('form:has(input[value="member@demo.example"]) button, button[value="member@demo.example"]').first().click();
  await expect(page).toHaveURL(new RegExp(`${paths.signInContinue}$`));
  await main(page).getByRole('button').first().click();
}

for (const scripts of [false, true]) {
  test.describe(`scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts });

    test('nothing that was typed is lost when the sign-in ends, at any step', async ({ page }) => {
      await signInAs(page, 'member');

      const ref = await test.step('the first step', async () => {
        await page.goto(paths.newCommitment);
        await sayWhat(page);
        await main(page).locator('details summary').last().click();
        await named(page, 'problem').fill('Three islands have no line.\nTwo have no power after dark.');
        await named(page, 'visibility').selectOption('members');
        const said = scripts ? await answersOf(page) : [];
        await pressAfterTheEnd(page, () => goOn(page));
        await expect(page).toHaveURL(/\/edit\/measure$/);
        const kept = refIn(page);
        await page.goto(paths.commitmentStep(kept, 'what'));
        for (const [name, value] of Object.entries(what)) await expect(named(page, name)).toHaveValue(value);
        await expect(named(page, 'problem')).toHaveValue(/no line\.\r?\nTwo/);
        await expect(named(page, 'visibility')).toHaveValue('members');
        if (scripts) expect((await answersOf(page)).filter((one) => !said.includes(one) && !one.startsWith('lead='))).toEqual([]);
        return kept;
      });

      await test.step('the first step again, of a draft', async () => {
        await named(page, 'title').fill(`${what.title}, again`);
        await pressAfterTheEnd(page, () => goOn(page));
        await page.goto(paths.commitmentStep(ref, 'what'));
        await expect(named(page, 'title')).toHaveValue(`${what.title}, again`);
      });

      await test.step('the second step', async () => {
        await page.goto(paths.commitmentStep(ref, 'measure'));
        await sayMeasure(page);
        await named(page, 'goals[0].statement').fill('Schools that hear each lesson');
        await pressAfterTheEnd(page, () => goOn(page));
        await expect(page).toHaveURL(/\/edit\/money$/);
        await page.goto(paths.commitmentStep(ref, 'measure'));
        for (const [name, value] of Object.entries(measure)) await expect(named(page, name)).toHaveValue(value);
        await expect(named(page, 'goals[0].statement')).toHaveValue('Schools that hear each lesson');
      });

      await test.step('the third step: its money', async () => {
        await page.goto(paths.newPledge(ref));
        await named(page, 'provider').selectOption('country:KE');
        await named(page, 'title').fill('Air time');
        await named(page, 'amount').fill('81000');
        await named(page, 'currency').selectOption('KES');
        await named(page, 'recipients[0].party').selectOption('country:KE');
        await named(page, 'recipients[0].share').fill('100');
        await pressAfterTheEnd(page, () => goOn(page));
        await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Air time');
        await expect(main(page)).toContainText('81,000');
      });

      await test.step('the fourth step', async () => {
        await page.goto(paths.commitmentStep(ref, 'check'));
        await pressAfterTheEnd(page, () => goOn(page));
        await expect(page).toHaveURL(/received/);
        await expect(main(page).getByRole('status')).toContainText(ref);
      });
    });
  });
}
