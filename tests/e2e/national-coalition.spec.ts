import { expect, test, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { COUNTRIES } from '#db/reference/countries';
import { act, sayMeasure } from './journey/commitment';
import { arrive, become, confirmUntil, field, giveBack, open, press, signOut, traveller, type Traveller, type Way } from './journey/traveller';

/** Each way forms the coalition of a country of its own. */
const ways: readonly (Way & { readonly country: string })[] = [
  { language: 'en', width: 1280, scripts: true, country: 'RW' },
  { language: 'ar', width: 360, scripts: false, country: 'ML' },
];

/** What the global coalition counts with those under it. */
async function countedAbove(who: Traveller): Promise<number> {
  await open(who, who.to.coalition('global'));
  const { page } = who;
  const told = await page.locator('.stats > div', { has: page.locator('a[href*="/commitments?coalition=global"]') }).locator('dd').last().innerText();
  return Number(/[\d,]+/.exec(told)?.[0].replaceAll(',', ''));
}

async function form(who: Traveller, country: string, name: string): Promise<void> {
  const { page, t, to } = who;
  await become(who, 'secretariat');
  await page.goto(paths.newCoalition());
  const check = page.getByRole('button', { name: t('coalitions:founding.check'), exact: true });
  await confirmUntil(who, check);
  await field(who, t('coalitions:form.country')).selectOption(country);
  await field(who, t('coalitions:founding.coordinator_mail')).fill('coordinator@demo.example');
  await field(who, t('coalitions:founding.secretariat')).fill('Mateo Rivera');
  await field(who, t('coalitions:founding.secretariat_mail')).fill('officer@demo.example');
  await check.click();
  // Without a name for the coordinator: nothing that was typed is lost.
  await expect(page.getByRole('alert')).toContainText(t('ui:errors.title', { count: 1, shown: '1' }));
  await expect(field(who, t('coalitions:founding.secretariat'))).toHaveValue('Mateo Rivera');
  await field(who, t('coalitions:founding.coordinator')).fill('Coordinator of the country');
  await check.click();
  await expect(page.getByRole('heading', { level: 1, name: t('coalitions:founding.check_title') })).toBeVisible();
  await arrive(who);
  await expect(page.locator('main').getByText(t('coalitions:founding.is_known')).first()).toBeVisible();
  await press(who, t('coalitions:founding.change'));
  await expect(field(who, t('coalitions:founding.coordinator'))).toHaveValue('Coordinator of the country');
  await check.click();
  await press(who, t('coalitions:new.act'));
  await confirmUntil(who, page.getByRole('heading', { level: 1, name }));
  expect(new URL(page.url()).pathname).toBe(to.coalition(country.toLowerCase()));
  await expect(page.locator('section', { has: page.getByRole('heading', { level: 2, name: t('coalitions:list.groups'), exact: true }) }).getByRole('listitem')).toHaveCount(6);
}

async function promise(who: Traveller, country: string, coalition: string, title: string): Promise<string> {
  const { page, t } = who;
  await become(who, 'coordinator');
  await open(who, paths.newCommitment);
  await field(who, t('commitments:form.lead')).selectOption(`country:${country}`);
  await field(who, t('commitments:form.title')).fill(title);
  await field(who, t('commitments:form.action')).fill('Each school gets a line, and a person who keeps it running.');
  await field(who, t('commitments:form.type')).selectOption('infrastructure');
  await page.getByRole('checkbox', { name: /^P1\.2 / }).check();
  await page.getByRole('group', { name: t('commitments:form.groups') }).getByRole('checkbox').last().check();
  await page.getByRole('radio', { name: t('commitments:form.learner_data_no'), exact: true }).check();
  await press(who, t('commitments:form.continue'));
  await sayMeasure(who);
  await page.getByRole('link', { name: t('commitments:form.skip'), exact: true }).click();
  // The usual place of the country is its own coalition.
  await expect(page.locator('main').getByText(coalition, { exact: true }).first()).toBeVisible();
  await press(who, t('commitments:act.submission'));
  return /CMT-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

for (const way of ways) {
  test.describe(`a national coalition in ${way.language} at ${way.width} px, ${way.scripts ? 'with' : 'without'} scripts`, () => {
    test.use({ actionTimeout: 20_000, viewport: { width: way.width, height: 900 }, javaScriptEnabled: way.scripts, locale: way.language === 'ar' ? 'ar' : 'en-GB' });

    test('is formed from the template, takes its first commitment, and is counted above', async ({ page }) => {
      test.setTimeout(600_000);
      const who = traveller(page, way);
      const { t, to } = who;
      const name = t('coalitions:founding.named', { country: COUNTRIES.find(({ iso2 }) => iso2 === way.country)?.name[way.language] ?? '' });
      const before = await countedAbove(who);
      await test.step('the secretariat forms it', () => form(who, way.country, name));
      const ref = await test.step('its coordinator logs a commitment', () => promise(who, way.country, name, `Connect every school of ${way.country}`));
      await test.step('the head of its secretariat verifies and publishes it', async () => {
        await become(who, 'officer');
        await act(who, ref, 'verification', heading(page, t('commitments:life.done.verified')));
        await act(who, ref, 'publication', heading(page, t('commitments:promise.title')));
        await giveBack(who);
      });
      await test.step('everybody sees it in the country, and once above', async () => {
        await signOut(who);
        await open(who, to.coalition(way.country.toLowerCase()));
        await expect(page.locator('main').getByText(ref, { exact: true })).toHaveCount(1);
        expect(await countedAbove(who)).toBe(before + 1);
      });
    });
  });
}
