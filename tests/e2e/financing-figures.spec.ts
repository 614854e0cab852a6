import { spawnSync } from 'node:child_process';
import { request as requests, expect, test, type APIRequestContext } from '@playwright/test';
import { Big } from 'big.js';
import { paths } from '#app/paths';
import { REAL_FILES, realFilesMissing } from '#db/reference/real-files';
import { figuresOf } from '../harness/figures';
import { startPortal, type Portal } from '../harness/portal';
import { linksOf, visit } from './visiting';

type Row = Readonly<Record<string, string | number | null>>;
const to = paths.in('en');

/** Follows figures from page to page of one portal; a list that many lead to is fetched once. */
function crawler(request: APIRequestContext) {
  const lists = new Map<string, Promise<readonly Row[]>>();
  const rowsOf = (href: string) => {
    const [path = '', query = ''] = (href.split('#')[0] ?? '').split('?');
    const rows = lists.get(href) ?? request.get(`${path}.json?${query}`).then(async (answer) => {
      expect([href, answer.status()]).toEqual([href, 200]);
      return (await answer.json()) as Row[];
    });
    lists.set(href, rows);
    return rows;
  };
  /** Follows the link of every figure of a page, and adds up the rows that it opens; says how many figures there were. */
  const follow = async (page: string): Promise<number> => {
    const { html } = await visit(request, page);
    const figures = figuresOf(html).filter(({ href }) => !/(providers|recipients)=all/.test(href));
    for (const { value, of, href } of figures) {
      expect([page, of, /\/financing\/(pledges|transactions|activities|tranches|received)(\?|$)/.test(href)]).toEqual([page, of, true]);
      const rows = await rowsOf(href);
      if (of !== 'rows') expect([page, href, of, rows.every((row) => of in row)]).toEqual([page, href, of, true]);
      const sum = of === 'rows' ? String(rows.length) : rows.reduce((total, row) => total.plus(row[of] ?? 0), new Big(0)).toFixed();
      expect([page, href, of, sum]).toEqual([page, href, of, new Big(value).toFixed()]);
    }
    return figures.length;
  };
  const pagesOf = async (list: string) => {
    const { html } = await visit(request, list);
    return [...new Set(linksOf(html).map((href) => href.split(/[?#]/)[0] ?? '').filter((href) => new RegExp(`^${list.split('?')[0]}/[A-Za-z0-9%.-]+$`).test(href)))];
  };
  /** The pages that a list leads to. */
  const followAll = async (list: string, most: number, query = ''): Promise<number> => {
    let figures = 0;
    for (const page of (await pagesOf(list)).slice(0, most)) figures += await follow(page + query);
    return figures;
  };
  return { follow, followAll };
}

test.describe('every figure of money', () => {
  test('on the financing page is the sum of the rows that its link opens', async ({ request }) => {
    test.setTimeout(600_000);
    const { follow } = crawler(request);
    for (const page of [to.financing(), to.financing({ providers: 'all', recipients: 'all' }), to.financing({ in: 'EUR' }), paths.in('ar').financing()]) expect(await follow(page)).toBeGreaterThan(60);
  });

  test('on the lists of transactions, planned payments, receipts and published activities is too', async ({ request }) => {
    test.setTimeout(600_000);
    const { follow } = crawler(request);
    for (const page of [to.transactions(), to.transactions({ in: 'EUR', type: '3' }), to.tranches(), to.received()]) expect([page, (await follow(page)) > 3]).toEqual([page, true]);
  });

  test('on the pages of pledges is too: each rung of the ladder, in its own currency and in that of the view', async ({ request }) => {
    test.setTimeout(600_000);
    const { followAll } = crawler(request);
    expect(await followAll(to.pledges(), 60)).toBeGreaterThan(100);
    expect(await followAll(to.pledges(), 20, '?in=EUR')).toBeGreaterThan(80);
  });

  test('on the pages of commitments, clauses, countries, members and coalitions is too', async ({ request }) => {
    test.setTimeout(600_000);
    const { followAll } = crawler(request);
    for (const list of [to.commitments({ sort: '-published' }), to.countries(), to.members(), to.declaration(), to.coalitions()]) expect([list, (await followAll(list, 25)) > 0]).toEqual([list, true]);
  });
});

test.describe('every figure of imported money', () => {
  test.skip(realFilesMissing !== null, realFilesMissing ?? '');
  const files = [
    'reference/fx/imf_exchangerates_A_ENDA_USD.csv', 'handout/transactions/unhcr_2021_iati_activity.xlsx', 'handout/transactions/unhcr_2021_iati_transaction.xlsx', 'handout/iati-activities/dportal_education_handout_valid.xml',
    'handout/pledges/fts_incoming_funding_jor.csv', 'handout/pledges/fts_internal_funding_jor.csv',
  ];
  let portal: Portal;
  test.beforeAll(async () => {
    test.setTimeout(600_000);
    portal = await startPortal({ DEMO: '1' });
    for (const file of files) {
      const { status, stderr, stdout } = spawnSync(process.execPath, ['app/console.js', 'import', `${REAL_FILES}/${file}`], { env: { ...process.env, DATA_DIR: portal.dataDir }, encoding: 'utf8' });
      expect([file, status, status === 0 ? '' : stdout + stderr]).toEqual([file, 0, '']);
    }
  });
  test.afterAll(() => portal.stop());

  test('is the sum of the rows that its link opens', async () => {
    test.setTimeout(600_000);
    const request = await requests.newContext({ baseURL: portal.url });
    const { follow, followAll } = crawler(request);
    for (const page of [to.financing(), to.financing({ in: 'EUR' }), to.transactions({ belongs: 'activities' }), to.transactions({ in: 'EUR' }), to.received()]) expect([page, (await follow(page)) > 3]).toEqual([page, true]);
    for (const [list, most] of [[to.pledges({ q: 'Jordan' }), 10], [to.pledges({ counted: 'no' }), 10], [to.activities(), 15], [to.countries(), 40]] as const) expect([list, (await followAll(list, most)) > 0]).toEqual([list, true]);
    await request.dispose();
  });
});
