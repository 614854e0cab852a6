import { describe, expect, test } from 'vitest';
import { type Reading, readImport } from './reading';
import { realFilesMissing } from '#db/reference/real-files';
import { count, lines, sheet, sourceFile as file, sums } from '#tests/harness/source-files';
import { WORLD } from './reference';
import type { ReadableKind, RowOf } from './rows';

/** Files as others published them; each figure is compared with one that a few lines compute straight from the file, by another way. */
const context = { today: '2025-12-31', reference: WORLD };

const read = async <K extends ReadableKind>(name: string, kind: K): Promise<Reading & { rows: readonly RowOf[K][] }> => {
  const result = await readImport(file(name), context);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const reading = result.value;
  expect(reading.kind).toBe(kind);
  expect(reading.read).toBe(reading.rows.length + new Set(reading.errors.map(({ row }) => row)).size);
  return reading as Reading & { rows: readonly RowOf[K][] };
};

describe.skipIf(realFilesMissing !== null)(`published files${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  test('voluntary pledges: 947 rows, Mac Roman, two said twice', async () => {
    const { rows, errors, read: total, encoding } = await read('handout/commitments/upr_voluntary_pledges.csv', 'commitments');
    const source = lines('handout/commitments/upr_voluntary_pledges.csv', '\r', 'macintosh');
    expect([total, encoding, errors]).toEqual([source.length, 'macintosh', []]);
    const texts = source.map((cells) => cells[3] ?? '');
    expect(rows.map((row) => row.action)).toEqual(texts);
    expect(rows.filter((row) => row.repeats).map((row) => texts.indexOf(row.action ?? '') + 2 === row.repeats?.row)).toEqual([true, true]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length - 2);
    expect(count(rows.map(({ said }) => String(said['session'])))).toEqual(count(source.map((cells) => cells[10] ?? '')));
    expect(rows.filter((row) => row.action_lines.length > 0).length).toBe(source.filter((cells) => (cells[9] ?? '').split(',').includes('Right to education')).length);
    expect(rows.filter((row) => /[ôà]/.test(row.action ?? '')).length).toBe(2);
    expect(rows.every((row) => row.title.length > 0 && row.title.length <= 121)).toBe(true);
  });

  test('organisations: 1,700 rows, ambiguous types left open, duplicates flagged', async () => {
    const { rows, errors } = await read('handout/members/iati_participating_orgs.csv', 'members');
    const source = lines('handout/members/iati_participating_orgs.csv', '\r\n', 'utf-8');
    expect([rows.length, errors.length]).toEqual([source.length, 0]);
    expect(rows.map((row) => row.name)).toEqual(source.map(([name]) => name));
    expect(count(rows.map((row) => row.type_code))).toEqual(count(source.map((cells) => (/^\d\d(?:\|N\/A)?$/.test(cells[2] ?? '') ? (cells[2] ?? '').slice(0, 2) : ''))));
    expect(rows.filter((row) => row.missing['type_code']?.reason === 'several').length).toBe(source.filter((cells) => /\d\|\d/.test(cells[2] ?? '')).length);
    const names = source.map(([name = '']) => name.toLowerCase());
    expect(rows.filter((row) => row.possible_duplicates.some(({ because }) => because === 'name')).map(({ row }) => row)).toEqual(names.flatMap((name, position) => (names.indexOf(name) < position ? [position + 2] : [])));
    const sharing = rows.filter((row) => row.identifiers.some(({ identifier }) => identifier === 'XM-DAC-41114'));
    expect(sharing.map(({ row }) => row)).toEqual(source.flatMap((cells, position) => ((cells[1] ?? '').split('|').includes('XM-DAC-41114') ? [position + 2] : [])));
    expect(sharing.every((row) => row.identifiers.every(({ identifier, claim }) => identifier !== 'XM-DAC-41114' || claim))).toBe(true);
  });

  test('activities: 133, titles in six languages, Namibia among the countries', async () => {
    const name = 'handout/transactions/unhcr_2021_iati_activity.xlsx';
    const { rows, errors } = await read(name, 'activities');
    const source = sheet(name);
    expect([rows.length, errors.length]).toEqual([source.length, 0]);
    expect(rows.map((row) => row.iati_identifier)).toEqual(source.map((cells) => cells['iati_identifier']));
    for (const [language, column] of Object.entries({ en: 'title_eng', fr: 'title_fr', es: 'title_es', zh: 'title_zh', ru: 'title_ru', ar: 'title_ar' })) {
      expect(rows.map((row) => row.titles.find((text) => text.language === language)?.text)).toEqual(source.map((cells) => cells[column]));
    }
    expect(rows.every((row) => row.descriptions.filter(({ language }) => language === 'fr').length === 2)).toBe(true);
    expect(rows.map((row) => row.countries[0]?.country_iso2 ?? row.missing['country_iso2']?.found)).toEqual(source.map((cells) => cells['recipient_country_code']));
    const { starts_planned_on, starts_on, ends_planned_on, ends_on } = rows[0] ?? {};
    expect([starts_planned_on, starts_on, ends_planned_on, ends_on]).toEqual(['2021-01-01', '2021-01-01', '2021-12-31', '2021-12-31']);
  });

  test('participants: 2,523 by role; budgets: 125 and their sum', async () => {
    const participants = 'handout/transactions/unhcr_2021_iati_participating_org.xlsx';
    const taking = await read(participants, 'participating-orgs');
    const source = sheet(participants);
    expect([taking.rows.length, taking.errors.length]).toEqual([source.length, 0]);
    expect(count(taking.rows.map((row) => row.role_code))).toEqual(count(source.map((cells) => cells['participating_org_role'] ?? '')));
    expect(new Set(taking.rows.map((row) => row.key)).size).toBe(source.length);
    expect(taking.rows.map((row) => row.identifier ?? row.source_note)).toEqual(source.map((cells) => cells['participating_org_ref'] ?? null));

    const name = 'handout/transactions/unhcr_2021_iati_budget.xlsx';
    const budgets = await read(name, 'budgets');
    expect([budgets.rows.length, budgets.errors.length]).toEqual([125, 0]);
    expect(sums(budgets.rows.map((row) => [row.currency, row.value]))).toEqual(sums(sheet(name).map((cells) => [cells['budget_currency'] ?? '', cells['budget_value'] ?? ''])));
  });

  test('transactions: 6,766 in 15 currencies, sums per type and currency', async () => {
    const name = 'handout/transactions/unhcr_2021_iati_transaction.xlsx';
    const started = performance.now();
    const { rows, errors } = await read(name, 'transactions');
    console.info(`${rows.length} transactions read in ${Math.round(performance.now() - started)} ms, ${Math.round(process.memoryUsage().rss / 1_048_576)} MiB in use`);
    const source = sheet(name);
    expect([rows.length, errors.length, new Set(rows.map((row) => row.currency)).size]).toEqual([source.length, 0, 15]);
    expect(sums(rows.map((row) => [`${row.type_code} ${row.currency}`, row.value]))).toEqual(sums(source.map((cells) => [`${cells['transaction_type_code']} ${cells['transaction_value_currency']}`, cells['transaction_value'] ?? ''])));
    expect(rows.map((row) => row.value)).toEqual(source.map((cells) => cells['transaction_value']));
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    expect(rows.filter((row) => row.reference === null).length).toBe(source.filter((cells) => cells['transaction_ref'] === undefined).length);
    const again = await read(name, 'transactions');
    expect(again.rows.map(({ key, hash }) => key + hash)).toEqual(rows.map(({ key, hash }) => key + hash));
  });

  test('parties of a treaty: 198, of whom 33 did not sign', async () => {
    const name = 'handout/members/unfccc_party_status.csv';
    const { rows, errors } = await read(name, 'endorsements');
    const source = lines(name, '\n', 'utf-8');
    expect([rows.length, errors]).toEqual([198, []]);
    expect(rows.map((row) => row.endorsed_on ?? '')).toEqual(source.map((cells) => cells[2]));
    expect(rows.filter((row) => row.missing['endorsed_on']?.reason === 'not-stated').length).toBe(33);
    expect(rows.filter((row) => row.country_iso2 === null).map((row) => row.organisation)).toEqual(['European Union']);
    expect(new Set(rows.flatMap((row) => row.country_iso2 ?? [])).size).toBe(197);
  });

  test('commitments by pillar: 22 in three pillars', async () => {
    const name = 'handout/declaration/dfi_commitments_by_pillar.csv';
    const { rows, errors } = await read(name, 'framework');
    expect([rows.length, errors, new Set(rows.map((row) => row.parent.code)).size]).toEqual([22, [], 3]);
    expect(rows.map((row) => row.title)).toEqual(lines(name, '\n', 'utf-8').map((cells) => cells[1]));
  });

  test.each([['annual', 'year', '12-31'], ['monthly', 'month', '']] as const)('%s rates by country: every row is taken or says why not', async (file, period, end) => {
    const name = `reference/fx/exchange-rates-${file}.csv`;
    const { rows, errors, notes, read: total } = await read(name, 'rates');
    const source = lines(name, '\r\n', 'utf-8');
    expect(rows.length + errors.length).toBe(source.length);
    expect(total).toBe(source.length);
    expect(notes.map(({ code }) => code)).toEqual([`rates-by-${period}`]);
    // The bolívar was cut twice in these years, and the file does not say which of them a row is in.
    const over = ([date = '']: readonly string[]) => date.slice(0, period === 'year' ? 4 : 7) < context.today;
    const wanted = source.filter((cells) => over(cells) && cells[1] !== 'Venezuela');
    expect(new Set(errors.map(({ row, column, code }) => `${over(source[row - 2] ?? []) ? source[row - 2]?.[1] : 'not over'} ${column} ${code}`)))
      .toEqual(new Set(['Venezuela Country currency-untold', ...(source.every(over) ? [] : ['not over Date date-future'])]));
    expect(rows.length).toBe(wanted.length);
    const euro = wanted.filter((cells) => cells[1] === 'Euro');
    const taken = rows.filter((row) => row.currency === 'EUR');
    expect(taken.map((row) => row.units_per_usd)).toEqual(euro.map((cells) => cells[2]));
    expect(taken.every((row) => row.period === period && row.rate_on.endsWith(end))).toBe(true);
    expect(new Set(rows.map((row) => `${row.currency} ${row.rate_on}`)).size).toBe(rows.length);
  });

  test('rates: 14,107, one per currency and date, the issuer before all others', async () => {
    const name = 'reference/fx/imf_exchangerates_A_ENDA_USD.csv';
    const { rows, errors, read: total } = await read(name, 'rates');
    const source = lines(name, '\r\n', 'utf-8');
    expect(total).toBe(source.length);
    const effective = rows.filter((row) => !row.repeats);
    const pairs = new Set(source.map(([date, , currency]) => `${currency} ${date}`));
    const wrong = new Set(errors.map(({ row }) => source[row - 2]).map((cells) => `${cells?.[2]} ${cells?.[0]}`));
    expect(effective.length).toBe(pairs.size - wrong.size);
    expect(new Set(errors.map(({ code, values }) => `${code} ${values['currency']}`))).toEqual(new Set(['rates-disagree YDD']));
    for (const [currency, issuer] of [['EUR', 'U2'], ['XOF', '7A'], ['XCD', '5Y'], ['ZAR', 'ZA'], ['USD', 'US']] as const) {
      const published = Object.fromEntries(source.filter((cells) => cells[2] === currency && cells[5] === issuer).map(([date, rate]) => [date, rate]));
      const taken = Object.fromEntries(effective.filter((row) => row.currency === currency).map((row) => [row.rate_on, row.units_per_usd]));
      expect(Object.keys(published).length).toBeGreaterThan(0);
      expect(taken).toMatchObject(published);
    }
  });
});
