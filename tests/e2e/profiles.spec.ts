import { expect, test } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, become, field, giveBack, inspect, linkTo, open, press, section, traveller, type Way } from './journey/traveller';

/** Each way adds the profile of a country of its own. */
const ways: readonly (Way & { readonly country: string })[] = [
  { language: 'en', width: 1280, scripts: true, country: 'GH' },
  { language: 'ar', width: 360, scripts: false, country: 'NP' },
];

for (const way of ways) {
  test.describe(`a profile in ${way.language} at ${way.width} px, ${way.scripts ? 'with' : 'without'} scripts`, () => {
    test.use({ actionTimeout: 20_000, viewport: { width: way.width, height: 900 }, javaScriptEnabled: way.scripts, locale: way.language === 'ar' ? 'ar' : 'en-GB' });

    test('is added once it was seen who would get it, drafted from the data, and never written over', async ({ page }) => {
      test.setTimeout(600_000);
      const who = traveller(page, way);
      const { t, to } = who;
      await become(who, 'officer');
      await open(who, to.reports());
      const last = /RPT-(\d{4})/.exec(await page.locator('main').innerHTML())?.[1] ?? '';
      const ref = `RPT-${Number(last) + 1}`;
      await open(who, paths.reportEdit(ref));
      await linkTo(who, paths.reportProfiles(ref)).click();
      await arrive(who);
      await field(who, t('reporting:profiles.one.country')).selectOption(way.country);
      await press(who, t('reporting:profiles.show'));
      const act = page.locator('main form[method="post"] button');
      await expect(page.getByRole('table', { name: t('reporting:profiles.caption'), exact: true }).getByRole('row')).toHaveCount(2);
      await inspect(who);
      await act.click();
      await arrive(who);
      await linkTo(who, await page.locator('#profiles a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').toSorted((a, b) => Number(/\d+$/.exec(b)?.[0]) - Number(/\d+$/.exec(a)?.[0]))[0] ?? '')).click();
      await arrive(who);
      const draft = t('reporting:profiles.draft.act');
      const body = field(who, t('reporting:writing.body'));
      await expect(body).toHaveValue('');
      await press(who, draft);
      await expect(body).toHaveValue(new RegExp(`\\{\\{figure:standing-country-${way.country}\\}\\}|^## `));
      const first = await body.inputValue();
      expect(first.replaceAll(/\{\{[^}]*\}\}/g, '')).not.toMatch(/\d/);
      await inspect(who);
      await body.fill('What we know ourselves.');
      await press(who, t('reporting:writing.save'));
      await press(who, draft);
      await expect(page.locator('main').getByText(t('reporting:profiles.draft.beside'), { exact: true })).toBeVisible();
      await expect(page.locator('#stands')).toContainText('What we know ourselves.');
      await arrive(who);
      await press(who, t('reporting:profiles.draft.replace'));
      await expect(body).toHaveValue(first.replaceAll('\r\n', '\n'));
      await expect(section(who, t('reporting:writing.kept'))).toBeVisible();
      await giveBack(who);
    });
  });
}
