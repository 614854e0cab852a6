import { expect, test, type APIRequestContext } from '@playwright/test';
import { paths } from '#app/paths';
import { lead, publishCommitment } from './journey/commitment';
import { arrive, become, field, giveBack, open, press, section, traveller } from './journey/traveller';
import { linksOf, visit } from './visiting';

/** How many records a list holds, by its file. */
async function recordsOf(request: APIRequestContext, list: string): Promise<number> {
  const [path = '', query = ''] = list.split('?');
  const answer = await request.get(`${path}.json?${query}`);
  expect(answer.status(), list).toBe(200);
  return ((await answer.json()) as unknown[]).length;
}

interface Cell {
  readonly href: string;
  readonly shown: string;
}

/** Every number of the map that opens a list, with what stands there: cells of tables and tiles of countries. */
const cellsOf = (html: string): Cell[] => {
  const places = [/<td[^>]*>(?:<b>)?<a href="([^"]+)">([^<]+)<\/a>/g, /<a class="[a-e]" href="([^"]+)" aria-label="[^"]*">[A-Z]{2}(?:<!-- -->)? <small>([^<]+)<\/small>/g];
  return places.flatMap((place) => [...html.matchAll(place)]).map(([, href = '', shown = '']) => ({ href: href.replaceAll('&amp;', '&'), shown }));
};

test.describe('the coverage map', () => {
  test('shows in each cell as many records as the list that it opens', async ({ request }) => {
    test.setTimeout(600_000);
    const map = paths.in('en').coverage;
    let looked = 0;
    const empty = new Set<string>();
    for (const question of [{}, { columns: 'beneficiary' }, { columns: 'group', status: 'on_track' }, { columns: 'country', region: '009', node: 'P1' }, { measure: 'requests', columns: 'group' }, { version: 'SDG.1', columns: 'subregion', region: '019' }]) {
      const page = await visit(request, map(question));
      const cells = cellsOf(page.html);
      expect(cells.length).toBeGreaterThan(20);
      for (const { href, shown } of cells) {
        // Of what holds nothing, one of each kind of list is enough.
        const kind = href.replace(/(country|node)=[^&]*/g, '');
        if (shown === '0' && empty.has(kind)) continue;
        if (shown === '0') empty.add(kind);
        expect([href, await recordsOf(request, href)]).toEqual([href, Number(shown)]);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(150);
  });

  test('loses no country, and gives its cells as files', async ({ request }) => {
    const page = await visit(request, paths.in('en').coverage());
    const tiles = new Set(linksOf(page.html).flatMap((link) => /[?&]country=([A-Z]{2})/.exec(link)?.[1] ?? []));
    expect(tiles.size).toBe(249);
    for (const small of ['TV', 'NR', 'NU', 'TK', 'AQ', 'PN']) expect(tiles.has(small), small).toBe(true);
    const csv = await (await request.get('/en/declaration/coverage.csv')).text();
    expect(csv.split('\r\n').length - 2).toBe(cellsOf(page.html).filter(({ href }) => !href.includes('country=')).length);
  });

  test('loses a gap when somebody promises, and shows the promise behind the cell', async ({ page }) => {
    test.setTimeout(600_000);
    const who = traveller(page, { language: 'en', width: 1280, scripts: true });
    const { t, to } = who;
    const islands = { version: 'SDG.1', columns: 'group' };
    await open(who, to.coverage(islands));
    const gaps = section(who, t('frameworks:coverage.gaps'));
    const chip = gaps.getByRole('list', { name: /Small island/ }).getByRole('link').first();
    const [clause = ''] = ((await chip.textContent()) ?? '').split(' ');
    await chip.click();
    await expect(page.getByText(t('commitments:list.empty'))).toBeVisible();
    const records = new URL(page.url());

    await become(who, 'member');
    // The list that is empty begins the form with what it was asked for.
    await page.goto(`${records.pathname}${records.search}`);
    await page.locator('main').getByRole('link', { name: t('records:my.log_commitment') }).click();
    await field(who, t('commitments:form.title')).fill('Lines for the outer islands');
    await field(who, t('commitments:form.lead')).selectOption(lead);
    await field(who, t('commitments:form.action')).fill('Each outer island gets a line and a person who keeps it running, with power that lasts the school day.');
    await field(who, t('commitments:form.type')).selectOption('infrastructure');
    await page.getByRole('checkbox', { name: new RegExp(`^P1\\.1 `) }).check();
    await expect(page.getByRole('checkbox', { name: new RegExp(`^${clause.replaceAll('.', '\\.')} `) })).toBeChecked();
    await page.locator('main summary').filter({ hasText: t('commitments:form.more') }).click();
    await field(who, t('commitments:form.country', { number: 1 })).selectOption('TV');
    await page.getByRole('group', { name: t('commitments:form.groups') }).getByRole('checkbox').last().check();
    await page.getByRole('radio', { name: t('commitments:form.learner_data_no'), exact: true }).check();
    await press(who, t('commitments:form.continue'));
    await field(who, t('commitments:form.target')).fill('9');
    await field(who, t('commitments:form.unit')).selectOption('schools');
    await field(who, t('commitments:form.year')).fill(String(new Date().getUTCFullYear() + 3));
    await page.getByRole('radio', { name: t('commitments:form.baseline_known') }).check();
    await field(who, t('commitments:form.baseline_value')).fill('0');
    await field(who, t('commitments:form.baseline_year')).fill(String(new Date().getUTCFullYear() - 1));
    await field(who, t('commitments:form.method')).fill('Head teachers count each term.');
    await press(who, t('commitments:form.continue'));
    await page.getByRole('link', { name: t('commitments:form.skip'), exact: true }).click();
    await press(who, t('commitments:act.submission'));
    const ref = /CMT-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';
    await publishCommitment(who, ref);
    await giveBack(who);
    await page.context().clearCookies();

    await open(who, to.coverage(islands));
    await expect(gaps.getByRole('list', { name: /Small island/ }).getByRole('link', { name: new RegExp(`^${clause.replaceAll('.', '\\.')} `) })).toHaveCount(0);
    const cell = page.getByRole('row', { name: new RegExp(`^${clause.replaceAll('.', '\\.')} `) }).locator(`a[href="${records.pathname}${records.search}"]`);
    await expect(cell).toHaveText('1');
    await cell.click();
    await expect(page.locator(`main a[href="${to.commitment(ref)}"]`).first()).toBeVisible();
    await arrive(who);
  });
});
