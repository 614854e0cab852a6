import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { figureKeys, type FigureResult } from '#app/reporting/figures/model';
import { figuresOf, listFigureRecords } from '#app/reporting/figures/queries.server';
import { publicationGaps } from '#app/reporting/reports/publication.server';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { freeze, openReporting, planned, published, reportOf, type ReportingWorld } from './reporting-world';

const transactions = 10_000;
let world: ReportingWorld;
beforeAll(async () => {
  world = await openReporting();
  await published(world);
  const owner = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
  await owner`select set_config('concord.actor', '{"kind":"system","name":"import"}', false)`;
  await owner`insert into activities (id, iati_identifier) values (gen_random_uuid(), 'XM-1')`;
  await owner`
    insert into transactions (id, activity_id, type_code, transaction_on, value, currency, value_on)
    select gen_random_uuid(), (select id from activities), (array['3', '4', null])[1 + i % 3], '2026-01-01'::date + i % 200, i + 0.01, (array['USD', 'EUR', 'KES', 'XOF'])[1 + i % 4], '2026-01-01'
    from generate_series(1, ${transactions}::int) i`;
  // What the tests before left behind is no picture of what is here now.
  await owner`analyze`;
  await owner.end();
});
afterAll(() => world.close());

it('freezes and computes ten thousand payments in seconds, to the cent, and lists every one', async () => {
  const { ref } = await planned(world);
  const begun = performance.now();
  valueOf(await freeze(world, ref));
  const frozen = performance.now() - begun;
  expect(frozen).toBeLessThan(10_000);
  const { id } = await reportOf(ref);
  const recomputing = performance.now();
  expect(await publicationGaps(database(), id, world.later)).toEqual(['not_signed_off', 'reply_not_opened', 'not_approved']);
  expect(performance.now() - recomputing).toBeLessThan(5000);
  const figures = await figuresOf(id);
  expect(figures.map((figure) => figure.key).sort()).toEqual([...figureKeys].sort());
  const currencies = figures.find((figure) => figure.key === 'currencies');
  const rows: FigureResult['rows'] = currencies?.rows ?? [];
  expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(transactions);
  const expected = Array.from({ length: transactions }, (_, at) => at + 1).filter((i) => i % 3 === 0 && i % 4 === 1).reduce((sum, i) => sum + i * 100 + 1, 0);
  expect(rows.find((row) => row.part === 'activity:3' && row.currency === 'EUR')?.value).toBe((expected / 100).toFixed(2).replace(/\.?0+$/, ''));
  expect(currencies).toMatchObject({ expected: transactions, reporting: transactions - rows.filter((row) => row.part === 'activity:unknown').reduce((sum, row) => sum + row.count, 0) });
  let after: string | null = null;
  let seen = 0;
  do {
    const page = await listFigureRecords(anyone, currencies?.id ?? '', null, after, 1000);
    seen += page.rows.length;
    after = page.next;
  } while (after !== null);
  expect(seen).toBe(transactions);
});
