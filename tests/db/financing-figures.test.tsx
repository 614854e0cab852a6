import { afterAll, beforeAll, expect, it } from 'vitest';
import { Big } from 'big.js';
import { anyone } from '#app/access/actor';
import { Headline } from '#app/financing/totals/headline';
import { financingTotals } from '#app/financing/totals/queries.server';
import { Clauses, Kinds, Providers, Recipients } from '#app/financing/totals/sides';
import { Years } from '#app/financing/totals/years';
import { pledgeColumns } from '#app/financing/pledges/columns';
import { pledgeList } from '#app/financing/pledges/list';
import { allPledges } from '#app/financing/pledges/queries.server';
import { loadReference } from '#db/reference/load';
import { readState } from '#app/table/state';
import { figuresOf } from '../harness/figures';
import { markupOf } from '../harness/markup';
import { openWorld, place, valueOf } from './accounts-world';
import { bank, pledge, record, today, rates, type Place } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
beforeAll(async () => {
  world = await openWorld();
  await loadReference(world.ownerUrl);
  where = await bank();
});
afterAll(() => world.close());
const view = { language: 'en', now: today } as const;

it('every figure of the financing page, with all givers and receivers or the largest, is the sum of the rows that its link opens', async () => {
  valueOf(await rates([{ currency: 'EUR', rate_on: '2026-12-31', period: 'year', units_per_usd: '0.93' }]));
  const school = { organisation_id: await place('organisation', 'A school network'), country_iso2: null };
  for (const [at, iso2] of ['KE', 'UG', 'JO', 'FJ', 'AQ', 'FR', 'NP', 'BR', 'NO', 'DE', 'IN', 'CN', 'TV'].entries()) {
    const id = await pledge({ ...where, provider_organisation_id: null, provider_country_iso2: iso2 }, { amount: String(100 + at * 7), currency: at % 2 ? 'EUR' : 'USD', kind: at === 3 ? 'guarantee' : 'cash', recipients: [{ party: { organisation_id: null, country_iso2: iso2 }, share: '33.3333' }, { party: school, share: '66.6667' }] });
    valueOf(await record(id, '2', '50'));
    valueOf(await record(id, '3', '33'));
  }
  await pledge(where, { currency: 'KES' });
  const totals = await financingTotals(anyone, view);
  let seen = 0;
  for (const all of [false, true]) {
    const html = markupOf(<><Headline totals={totals} currency="USD" /><Years totals={totals} currency="USD" asOf="2026-03-01" /><Providers totals={totals} currency="USD" all={all} /><Recipients totals={totals} currency="USD" all={all} /><Clauses totals={totals} currency="USD" /><Kinds totals={totals} currency="USD" /></>);
    for (const { value, of, href } of figuresOf(html)) {
      if (/=all/.test(href)) continue;
      const { pathname, searchParams } = new URL(href, 'http://portal');
      expect(pathname).toBe('/en/financing/pledges');
      const column = pledgeColumns.find(({ header }) => header === of);
      let [rows, sum] = [0, new Big(0)];
      for await (const row of allPledges(anyone, readState(pledgeList, searchParams), view)) {
        rows += 1;
        sum = sum.plus(column?.value(row) ?? 0);
      }
      expect([href, of, of === 'rows' ? String(rows) : sum.toFixed()]).toEqual([href, of, new Big(value).toFixed()]);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(150);
}, 120_000);
