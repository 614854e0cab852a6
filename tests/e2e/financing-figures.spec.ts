import { expect, test, type APIRequestContext } from '@playwright/test';
import { Big } from 'big.js';
import { paths } from '#app/paths';
import { figuresOf } from '../harness/figures';
import { linksOf, visit } from './visiting';

const lists = new Map<string, Promise<readonly Record<string, string | number | null>[]>>();
function rowsOf(request: APIRequestContext, href: string) {
  let rows = lists.get(href);
  if (rows === undefined) {
    const [path = '', query = ''] = href.split('?');
    rows = request.get(`${path}.json?${query}`).then(async (answer) => {
      expect([href, answer.status()]).toEqual([href, 200]);
      return (await answer.json()) as Record<string, string | number | null>[];
    });
    lists.set(href, rows);
  }
  return rows;
}

/** Follows the link of every figure of a page, and adds up the rows that it opens. */
async function follow(request: APIRequestContext, page: string): Promise<number> {
  const { html } = await visit(request, page);
  const figures = figuresOf(html).filter(({ href }) => !/(providers|recipients)=all/.test(href));
  for (const { value, of, href } of figures) {
    expect([page, of, href.split('?')[0]?.endsWith('/financing/pledges')]).toEqual([page, of, true]);
    const rows = await rowsOf(request, href);
    const sum = of === 'rows' ? String(rows.length) : rows.reduce((total, row) => total.plus(row[`counted_${of}`] ?? 0), new Big(0)).toFixed();
    expect([page, href, of, sum]).toEqual([page, href, of, new Big(value).toFixed()]);
  }
  return figures.length;
}

test.describe('every figure of money', () => {
  test('on the financing page is the sum of the rows that its link opens', async ({ request }) => {
    test.setTimeout(300_000);
    const to = paths.in('en');
    for (const page of [to.financing(), to.financing({ providers: 'all', recipients: 'all' }), to.financing({ in: 'EUR' }), paths.in('ar').financing()]) expect(await follow(request, page)).toBeGreaterThan(60);
  });

  test('on the pages of commitments, clauses, countries, members and coalitions is too', async ({ request }) => {
    test.setTimeout(300_000);
    const to = paths.in('en');
    const lists = [to.commitments({ sort: '-published' }), to.countries(), to.members(), to.declaration(), to.coalitions()];
    for (const list of lists) {
      const { html } = await visit(request, list);
      const pages = [...new Set(linksOf(html).filter((href) => new RegExp(`^${list.split('?')[0]}/[A-Za-z0-9.-]+$`).test(href)))].slice(0, 25);
      let figures = 0;
      for (const page of pages) figures += await follow(request, page);
      expect([list, figures > 0]).toEqual([list, true]);
    }
  });
});
