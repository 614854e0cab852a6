import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allNodes } from '#db/reference/frameworks/framework';
import { REFERENCE_FRAMEWORKS } from '#db/reference/frameworks/crosswalk';
import { loadFrameworks } from '#db/reference/frameworks/load';
import { loadReference, referenceRows } from '#db/reference/load';
import { openTestDatabase } from '#tests/harness/database';

describe('reference data', () => {
  let sql: postgres.Sql;
  let ownerUrl: string;
  const forget = () => sql`delete from installation where name = 'reference'`;
  const count = async (table: string) => (await sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)}`)[0]?.n;

  beforeAll(async () => {
    ({ ownerUrl } = await openTestDatabase());
    sql = postgres(ownerUrl, { max: 2, onnotice: () => undefined });
    await forget();
  });
  afterAll(() => sql.end());

  it('fills every table, once, within two seconds', async () => {
    const start = performance.now();
    expect(await loadReference(ownerUrl)).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
    const rows = referenceRows();
    expect(await count('countries')).toBe(249);
    expect(await count('country_texts')).toBe(249 * 6);
    expect(await count('regions')).toBe(rows.regions.length);
    expect(await count('region_texts')).toBe(rows.regions.length * 6);
    expect(await count('country_group_texts')).toBe(18);
    expect(await count('country_group_periods')).toBe(rows.groupPeriods.length);
    expect(await count('currencies')).toBe(rows.currencies.length);
  });

  it('keeps what PostgreSQL might bend: arrays, null, dates, scripts', async () => {
    const [country] = await sql`select official_languages, subregion_m49, standing from countries where iso2 = 'ZA'`;
    expect(country).toEqual({ official_languages: ['zu', 'xh', 'af', 'en', 'nso', 'tn', 'st', 'ts', 'ss', 've', 'nr', 'sfs'], subregion_m49: '202', standing: 'un_member' });
    const [text] = await sql`select name from country_texts where iso2 = 'DZ' and language = 'ar'`;
    expect(text?.['name']).toBe('الجزائر');
    const [period] = await sql`select from_on::text, until_on::text from country_group_periods where code = 'LDC' and iso2 = 'BT'`;
    expect(period).toEqual({ from_on: '1971-11-18', until_on: '2023-12-13' });
  });

  it('does nothing when the same content was loaded before', async () => {
    expect(await loadReference(ownerUrl)).toBe(false);
    expect(await Promise.all([loadReference(ownerUrl), loadReference(ownerUrl)])).toEqual([false, false]);
  });

  it('mends a row that differs, leaves the others and the fiscal years alone, and says so in the audit trail', async () => {
    await sql.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"a test"}', true)`;
      await tx`update country_texts set name = 'Nowhere' where iso2 = 'KE' and language = 'en'`;
      await tx`update countries set fiscal_year_start = 7 where iso2 = 'KE'`;
    });
    const before = await count('audit_log');
    await forget();
    expect(await loadReference(ownerUrl)).toBe(true);
    const written = await sql`select table_name, record_id, actor_name, after ->> 'name' as name from audit_log order by id offset ${before ?? 0}`;
    expect(written).toMatchObject([{ table_name: 'country_texts', record_id: 'KE', actor_name: 'reference', name: 'Kenya' }]);
    const [country] = await sql`select fiscal_year_start from countries where iso2 = 'KE'`;
    expect(country?.['fiscal_year_start']).toBe(7);
  });

  it('takes two processes that start together', async () => {
    await forget();
    const wrote = await Promise.all([loadReference(ownerUrl), loadReference(ownerUrl)]);
    expect(wrote.filter(Boolean)).toHaveLength(1);
  });
});

describe('texts of others that ship', () => {
  let sql: postgres.Sql;
  let ownerUrl: string;
  beforeAll(async () => {
    ({ ownerUrl } = await openTestDatabase());
    sql = postgres(ownerUrl, { max: 2, onnotice: () => undefined });
  });
  afterAll(() => sql.end());
  const told = () => sql<{ code: string; status: string; standing: string; number: number; nodes: number; texts: number }[]>`
    select f.code, v.status, v.standing, v.number, count(distinct n.id)::int as nodes, count(*)::int as texts
    from frameworks f join framework_versions v on v.framework_id = f.id join framework_nodes n on n.version_id = v.id join framework_node_texts t on t.node_id = n.id group by 1, 2, 3, 4`;

  it('leave alone what the installation knows already, and publish the rest once, by two processes at once', async () => {
    await sql.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"a test"}', true)`;
      await tx`insert into frameworks (id, code) values (gen_random_uuid(), 'SDG')`;
    });
    const others = REFERENCE_FRAMEWORKS.filter(({ code }) => code !== 'SDG');
    const loaded = await Promise.all([loadFrameworks(ownerUrl), loadFrameworks(ownerUrl)]);
    expect(loaded.toSorted((a, b) => a.length - b.length)).toEqual([[], others.map(({ code }) => code)]);
    const rows = await told();
    expect(rows.toSorted((a, b) => a.code.localeCompare(b.code))).toEqual(others.map(({ code, nodes }) => {
      const count = allNodes(nodes).length;
      return { code, status: 'published', standing: 'working_paraphrase', number: 1, nodes: count, texts: count * 6 };
    }).toSorted((a, b) => a.code.localeCompare(b.code)));
    expect(await loadFrameworks(ownerUrl)).toEqual([]);
  });
});
