import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TypedRow, countRows } from '#app/open-data/imports/model';
import { type Reading, readImport } from '#app/open-data/imports/reading';
import { type ReadingContext, WORLD } from '#app/open-data/imports/reference';
import type { ReadableKind, RowOf } from '#app/open-data/imports/rows';
import { titleOf } from './title';

const context: ReadingContext = {
  today: '2025-06-30',
  reference: { ...WORLD, actionLinesForTags: (tags) => ({ codes: tags.includes('Right to education') ? ['A.1'] : [], unmapped: tags.filter((tag) => tag !== 'Right to education') }) },
};

const csv = (header: string, ...lines: string[]): Buffer => Buffer.from([header, ...lines].join('\n'));
const read = async (header: string, ...lines: string[]): Promise<Reading> => {
  const result = await readImport(csv(header, ...lines), context);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  expect(result.value.read).toBe(lines.length);
  return result.value;
};
const rowsOf = <K extends ReadableKind>(reading: Reading, kind: K): readonly RowOf[K][] => {
  expect(reading.kind).toBe(kind);
  return reading.rows as readonly RowOf[K][];
};
const brief = (reading: Reading) => reading.errors.map(({ row, column, code }) => [row, column, code].join(' '));
const repeats = (rows: readonly TypedRow[]) => rows.filter((row) => row.repeats).map((row) => `${row.row} = ${row.repeats?.row} ${row.repeats?.because}`);

describe('activities in several languages', () => {
  const header = 'iati_identifier,reporting_org_ref,reporting_org,default_lang,planned_start,actual_start,planned_end,recipient_countries,xsd_2_03_valid,title_en,description_en,title_de,description_de,title_pt,description_pt';
  const line = (given: Readonly<Record<string, string>>) => header.split(',').map((column) => `"${({ iati_identifier: 'XM-1', reporting_org_ref: 'SE-0', reporting_org: 'Sweden', default_lang: 'EN', ...given } as Readonly<Record<string, string>>)[column] ?? ''}"`).join(',');
  const one = async (given: Readonly<Record<string, string>>) => rowsOf(await read(header, line(given)), 'commitments')[0];

  test('come in with the words of every column, in the language of the column', async () => {
    expect(await one({ title_en: 'Schools', title_de: 'Schulen', description_de: 'Wir bauen.', title_pt: 'Escolas' })).toMatchObject({
      language: 'en', title: 'Schools', action: null, organisation: { ref: 'SE-0', name: 'Sweden' }, texts: [{ language: 'de', title: 'Schulen', action: 'Wir bauen.' }, { language: 'pt', title: 'Escolas', action: null }],
    });
    expect(await one({ title_de: 'Schulen' })).toMatchObject({ language: 'de', texts: [], missing: { language: { reason: 'no-text', found: 'EN' } } });
    expect(await one({ title_en: 'Schools', description_pt: 'Sem título.' })).toMatchObject({ texts: [], said: { description_pt: 'Sem título.' } });
    expect(await one({ description_pt: 'Uma frase inteira aqui. E outra.' })).toMatchObject({ language: 'pt', title: 'Uma frase inteira aqui', title_derived: true });
  });

  test('which of several is authoritative is not guessed, and without words there is no row', async () => {
    expect(brief(await read(header, line({ title_de: 'Schulen', title_pt: 'Escolas' }), line({ iati_identifier: 'XM-2' })))).toEqual(['2 default_lang code-unknown', '3 title_en required']);
  });

  test('shares are rounded to what is kept and stay the whole', async () => {
    const sixths = 'AL:16.666666666666668|BA:16.666666666666668|ME:16.666666666666668|MK:16.666666666666668|RS:16.666666666666668|TR:16.66666666666666';
    const shares = (await one({ title_en: 'Schools', recipient_countries: sixths }))?.countries.map(({ share }) => share);
    expect(shares).toEqual(['16.6667', '16.6667', '16.6667', '16.6667', '16.6666', '16.6666']);
    expect(await one({ title_en: 'Schools', recipient_countries: 'KE:40' })).toMatchObject({ countries: [{ country_iso2: 'KE', share: '40' }], doubts: [{ code: 'shares', said: 'KE:40' }] });
    expect(await one({ title_en: 'Schools', recipient_countries: ':50|XK:25|PS:0|KE:25' })).toMatchObject({ countries: [{ country_iso2: 'PS', share: null }, { country_iso2: 'KE', share: '25' }], missing: { countries: { reason: 'unknown-code' } } });
  });

  test('an end that does not come after the start is left open', async () => {
    expect(await one({ title_en: 'Schools', planned_start: '2020-01-01', actual_start: '2020-02-01', planned_end: '2020-02-01' })).toMatchObject({ starts_on: '2020-02-01', ends_on: null, doubts: [{ code: 'dates', said: '2020-02-01 – 2020-02-01' }] });
  });
});

describe('voluntary pledges', () => {
  const header = 'To,Text,From,Response,Action,Issue,Session';
  const line = (country: string, text: string, issue = 'General', session = '5') => `${country},"${text}",${country},Voluntary Pledge,4,"${issue}",${session}`;

  test('become drafts of the country, with nothing made up', async () => {
    const [row] = rowsOf(await read(header, line("Cote d'Ivoire", 'Build schools. And more.', 'Right to education,Justice')), 'commitments');
    expect(row).toMatchObject({
      row: 2, country_iso2: 'CI', language: 'en', title: 'Build schools. And more', title_derived: true, action: 'Build schools. And more.',
      said: { tags: ['Right to education', 'Justice'], session: '5', action_category: '4' }, action_lines: ['A.1'], unmapped_tags: ['Justice'], repeats: null,
    });
    expect(Object.keys(row?.missing ?? {})).toEqual(['starts_on', 'ends_on', 'type', 'goals']);
  });

  test('an identical second row names the first; the same promise with other tags is an error of both', async () => {
    const reading = await read(header, line('Yemen', 'Shelters'), line('Mali', 'Wells'), line('Yemen', 'Shelters'), line('Oman', 'X'), line('Oman', 'X', 'Justice'));
    expect(repeats(reading.rows)).toEqual(['4 = 2 identical']);
    expect(brief(reading)).toEqual(['5 Text key-conflict', '6 Text key-conflict']);
  });

  test('an unknown country, no text, and what is no pledge of its own are errors', async () => {
    const reading = await read(header, line('Atlantis', 'X'), 'Mali,,Mali,Voluntary Pledge,4,General,5', 'Mali,Do it,Ghana,Accepted,4,General,5');
    expect(brief(reading)).toEqual(['2 To country-unknown', '3 Text required', '4 From country-differs', '4 Response not-a-voluntary-pledge']);
  });

  test('the key outlives a change of tags, the hash does not', async () => {
    const [before] = (await read(header, line('Mali', 'Wells'))).rows;
    const [after] = (await read(header, line('Mali', 'Wells', 'Justice'))).rows;
    expect(after?.key).toBe(before?.key);
    expect(after?.hash).not.toBe(before?.hash);
  });

  test('the order of columns and a new empty one change nothing', async () => {
    const [row] = (await read('Session,To,Text,From,Response,Action,Issue,Note', '5,Mali,Wells,Mali,Voluntary Pledge,4,General,')).rows;
    const [before] = (await read(header, line('Mali', 'Wells'))).rows;
    expect([row?.key, row?.hash]).toEqual([before?.key, before?.hash]);
  });

  test('a title is the first sentence, or the beginning up to a word', () => {
    expect(titleOf('To build two hundred schools. Then to staff them.')).toBe('To build two hundred schools');
    expect(titleOf('St. Lucia will do the following: build.')).toBe('St. Lucia will do the following: build');
    const long = titleOf(`${'word '.repeat(60)}end.`);
    expect(long).toMatch(/^(?:word )+word…$/);
    expect(long.length).toBeLessThanOrEqual(121);
    expect(titleOf(`A1.5 of ${'x'.repeat(200)}`)).toBe('A1.5 of…');
  });
});

describe('organisations', () => {
  const header = 'organisation_name,org_refs,iati_org_type_codes,name_languages,mentions';

  test('keep scheme identifiers, note the rest, and leave open what is ambiguous', async () => {
    const rows = rowsOf(await read(header, 'UNDP,41114|N/A|XM-DAC-41114,10|22|40,en|fr,9', 'Alpha,N/A,,en,1', 'Beta,NL-KVK-1|NL-KvK-1,90|N/A,fr,1', 'Gamma,#,99,en,1', 'Delta,,N/A,,1'), 'members');
    expect(rows.map(({ name, type_code, name_language, identifiers, source_notes, missing }) => ({ name, type_code, name_language, identifiers, source_notes, type: missing['type_code'] }))).toEqual([
      { name: 'UNDP', type_code: null, name_language: null, identifiers: [{ identifier: 'XM-DAC-41114', claim: false }], source_notes: ['41114', 'N/A'], type: { reason: 'several', found: '10|22|40' } },
      { name: 'Alpha', type_code: null, name_language: 'en', identifiers: [], source_notes: ['N/A'], type: { reason: 'not-stated' } },
      { name: 'Beta', type_code: '90', name_language: 'fr', identifiers: [{ identifier: 'NL-KVK-1', claim: false }], source_notes: [], type: undefined },
      { name: 'Gamma', type_code: null, name_language: 'en', identifiers: [], source_notes: ['#'], type: { reason: 'unknown-code', found: '99' } },
      { name: 'Delta', type_code: null, name_language: null, identifiers: [], source_notes: [], type: { reason: 'not-available' } },
    ]);
  });

  test('ME-1: shared identifiers are claims everywhere, case duplicates and sharers are flagged by row', async () => {
    const rows = rowsOf(await read(header, 'World Bank,XM-DAC-44000,40,en,1', 'WORLD  BANK,,40,en,1', 'IDA,XM-DAC-44000,40,en,1'), 'members');
    expect(rows.map(({ identifiers }) => identifiers.map(({ claim }) => claim))).toEqual([[true], [], [true]]);
    expect(rows.map((row) => row.possible_duplicates)).toEqual([[], [{ row: 2, because: 'name', value: 'World Bank' }], [{ row: 2, because: 'identifier', value: 'XM-DAC-44000' }]]);
  });

  test('the same name again is a repeat when it says the same, else another row under its own key', async () => {
    const reading = await read(header, 'Ministry of Finance,XM-DAC-1-1,10,en,1', 'Ministry of Finance,XM-DAC-2-2,10,en,1', 'Ministry of Finance,XM-DAC-2-2,10,en,1', ',XM-DAC-3-3,10,en,1');
    expect(repeats(reading.rows)).toEqual(['4 = 3 identical']);
    expect(new Set(reading.rows.map((row) => row.key)).size).toBe(2);
    expect(brief(reading)).toEqual(['5 organisation_name required']);
  });
});

describe('activities', () => {
  const header = 'iati_identifier,reporting_org_ref,title_eng,title_fr,title_ar,descriptionv_fr_1,description_type_1,activity_status_code,activity_date_1,activity_date_type_1,activity_date_2,activity_date_type_2,recipient_country_code,recipient_region_code,recipient_region_vocabulary';

  test('carry titles under the language of their column, dates by their type, and Namibia', async () => {
    const [row] = rowsOf(await read(header, 'XM-1,XM-DAC-41121,Work,,عمل,Texte,3,2,2021-12-31,3,2021-01-01,1,NA,,'), 'activities');
    expect(row).toMatchObject({
      titles: [{ language: 'en', text: 'Work' }, { language: 'ar', text: 'عمل' }],
      descriptions: [{ language: 'fr', text: 'Texte', type_code: '3' }],
      starts_planned_on: '2021-01-01', ends_planned_on: '2021-12-31', starts_on: null, countries: [{ country_iso2: 'NA', share: null }],
    });
    expect(row?.missing).toMatchObject({ starts_on: { reason: 'not-stated' }, country_share: { reason: 'not-in-file' }, region_code: { reason: 'not-stated' } });
  });

  test('what a person must decide is null with its reason, what cannot be is an error', async () => {
    const reading = await read(
      header,
      'A,X,T,,,,,9,2021-12-31,3,2021-11-30,3,XK,777,1',
      'B,X,T,,,,,2,2021-02-30,1,2021-01-01,,AR,,',
      ',X,T,,,,,2,,,,,AR,,',
    );
    expect(reading.rows[0]?.missing).toMatchObject({
      status_code: { reason: 'unknown-code', found: '9' }, ends_planned_on: { reason: 'several', found: '2021-12-31, 2021-11-30' },
      country_iso2: { reason: 'unknown-code', found: 'XK' }, region_code: { reason: 'unknown-code', found: '777' },
    });
    expect(brief(reading)).toEqual(['3 activity_date_1 date-invalid', '3 activity_date_type_2 required', '4 iati_identifier required']);
  });
});

describe('participants and budgets', () => {
  test('a reference without a scheme is a note, and somebody must take part', async () => {
    const header = 'iati_identifier,participating_org_eng,participating_org_ref,participating_org_type,participating_org_role';
    const reading = await read(header, 'A,UNICEF,XM-DAC-41122,40,1', 'A,Bank,44000,40,1', 'A,,,40,1', 'A,Bank,44000,40,1', 'A,Bank,44000,,1');
    expect(rowsOf(reading, 'participating-orgs').map(({ identifier, source_note }) => [identifier, source_note])).toEqual([['XM-DAC-41122', null]]);
    expect(brief(reading)).toEqual(['3 participating_org_eng key-conflict', '4 participating_org_eng required', '5 participating_org_eng key-conflict', '6 participating_org_eng key-conflict']);
  });

  test('a budget without a type is taken, one that ends before it starts is not', async () => {
    const header = 'iati_identifier,budget_type,budget_status,budget_period_start,budget_period_end,budget_currency,budget_value_date,budget_value';
    const reading = await read(header, 'A,,2,2021-01-01,2021-12-31,USD,2019-10-11,39021496.10', 'B,1,2,2021-12-31,2021-01-01,USD,,5', 'C,1,2,2021-01-01,2021-12-31,DOL,,1.000,50');
    expect(rowsOf(reading, 'budgets')).toMatchObject([{ value: '39021496.10', type_code: null, missing: { type_code: { reason: 'not-stated' } } }]);
    expect(brief(reading)).toEqual(['3 budget_period_end period-order', '4  row-length']);
  });
});

describe('transactions', () => {
  const header = 'iati_identifier,transaction_ref,transaction_humanitarian,transaction_type_code,transaction_date,transaction_value_currency,transaction_value_date,transaction_value,transaction_aid_type_code_1,transaction_aid_type_vocabulary_1,transaction_aid_type_code_2,transaction_aid_type_vocabulary_2,transaction_value_USD';
  const paid = 'A,,,3,2021-06-30,EUR,2021-06-30,0.10,B03,1,9,2,.12';

  test('two rows alike are two transactions, and keep their keys whatever stands around them', async () => {
    const once = await read(header, paid);
    const twice = await read(header, 'B,R1,1,11,2021-01-01,USD,,5,,,,,', paid, paid);
    expect(twice.rows.map((row) => row.repeats)).toEqual([null, null, null]);
    expect(new Set(twice.rows.map((row) => row.key)).size).toBe(3);
    expect(twice.rows[1]?.key).toBe(once.rows[0]?.key);
    expect(twice.notes).toContainEqual({ code: 'transactions-alike', values: { number: 1 } });
  });

  test('digits are kept, an unknown aid type is null with its reason', async () => {
    const [row] = rowsOf(await read(header, paid), 'transactions');
    expect(row).toMatchObject({ value: '0.10', published_usd: '0.12', humanitarian: null, aid_types: [{ code: 'B03', vocabulary: '1' }] });
    expect(row?.missing).toMatchObject({ aid_type_2: { reason: 'unknown-code', found: '2:9' }, reference: { reason: 'not-stated' }, provider_name: { reason: 'not-in-file' } });
  });

  test('each fault is an error of its column', async () => {
    const reading = await read(header, 'A,,maybe,99,2025-07-01,EURO,2021-02-31,1e3,,,,,x');
    expect(brief(reading)).toEqual([
      '2 transaction_type_code code-unknown', '2 transaction_date date-future', '2 transaction_value amount-invalid', '2 transaction_value_currency currency-unknown',
      '2 transaction_humanitarian flag-invalid', '2 transaction_value_date date-invalid', '2 transaction_value_USD amount-invalid',
    ]);
  });
});

describe('rates', () => {
  const header = 'Date,Rate,Currency,Frequency,Source,Country code,Country';

  test("FI-6: the issuer's row wins, the others name it", async () => {
    const reading = await read(header, '2020-12-31,0.8755,EUR,A,IMF,ME,Montenegro', '2020-12-31,0.8775,EUR,A,IMF,U2,Euro Area', '2020-12-31,575,XOF,A,IMF,BJ,Benin', '2020-12-31,574,XOF,A,IMF,7A,WAEMU');
    expect(rowsOf(reading, 'rates').filter((row) => !row.repeats).map(({ row, currency, units_per_usd, period, issuer }) => [row, currency, units_per_usd, period, issuer])).toEqual([[3, 'EUR', '0.8775', 'year', 'U2'], [5, 'XOF', '574', 'year', '7A']]);
    expect(repeats(reading.rows)).toEqual(['2 = 3 issuer', '4 = 5 issuer']);
  });

  test('without an issuer they agree within 0.01 %, or all of them are errors', async () => {
    const reading = await read(header, '2020-12-31,100.00,XPF,A,IMF,PF,', '2020-12-31,100.01,XPF,A,IMF,NC,', '2021-12-31,100.00,XPF,A,IMF,PF,', '2021-12-31,100.02,XPF,A,IMF,NC,', '2021-12-31,100.00,XPF,A,IMF,WF,');
    expect(repeats(reading.rows)).toEqual(['3 = 2 agrees']);
    expect(brief(reading)).toEqual(['4 Rate rates-disagree', '5 Rate rates-disagree', '6 Rate rates-disagree']);
  });

  test('USD is 1: other countries\' old currencies under its name lose, a dollar that is not one is an error', async () => {
    const reading = await read(header, '1950-12-31,15,USD,A,IMF,EC,', '1950-12-31,1,USD,A,IMF,US,', '1951-12-31,1.1,USD,A,IMF,US,');
    expect(repeats(reading.rows)).toEqual(['2 = 3 issuer']);
    expect(brief(reading)).toEqual(['4 Rate usd-not-one']);
  });

  test('a file of three columns is enough, and bad values are errors', async () => {
    const reading = await read('Date,Rate,Currency', '2024-03-01,17.5,MXN', '2024-03-01,0,MXN', '2024-02-30,1,MXN', '2030-01-01,1,MXN', '2024-03-01,1,ZZZ');
    expect(rowsOf(reading, 'rates')).toMatchObject([{ currency: 'MXN', rate_on: '2024-03-01', units_per_usd: '17.5', period: 'day', source: null, issuer: null }]);
    expect(brief(reading)).toEqual(['3 Rate rate-invalid', '4 Date date-invalid', '5 Date date-future', '6 Currency currency-unknown']);
  });
});

test('of any transactions file, read = taken + in error, and no row is both', async () => {
  const value = fc.constantFrom('', '5', '-1.25', 'x', '1,5', '3', '2021-06-30', 'USD', 'EUR', 'A', '"', '\n');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(value, { minLength: 5, maxLength: 7 }), { minLength: 1, maxLength: 12 }), async (lines) => {
      const header = 'iati_identifier,transaction_ref,transaction_type_code,transaction_date,transaction_value_currency,transaction_value';
      const result = await readImport(csv(header, ...lines.map((cells) => cells.join(','))), context);
      if (!result.ok) return;
      const { rows, errors, read: count } = result.value;
      const inError = new Set(errors.map((error) => error.row));
      expect(count).toBe(rows.length + inError.size);
      expect(countRows(rows, errors)).toMatchObject({ read: count, taken: rows.length, inError: inError.size });
      expect(rows.some((row) => inError.has(row.row))).toBe(false);
    }),
  );
});

describe('indicators', () => {
  const header = 'indicator,country,year,value,cell_comment';
  const name = '"CR.2 - Completion rate, lower secondary education, both sexes (%)"';

  test('a value names its source first; two points say that none is published', async () => {
    const reading = await read(header, `${name},Kenya,2014,71.5,SOURCE: Kenya DHS 2014. The survey asked everybody.`, `${name},"Bolivia (Plurinational State of)",2015,..,`, `${name},Mali,2016,40,`);
    expect(rowsOf(reading, 'indicators')).toMatchObject([
      { country_iso2: 'KE', indicator_code: '4.1.2-lower-secondary', year: 2014, value: '71.5', source: 'Kenya DHS 2014', footnote: 'The survey asked everybody.' },
      { country_iso2: 'BO', value: null, source: null, missing: { value: { reason: 'not-available', found: '..' } } },
      { country_iso2: 'ML', value: '40', source: null, footnote: null },
    ]);
  });
  test('what cannot be understood is an error with its reason, never a guess', async () => {
    const reading = await read(header, `${name},Sub-Saharan Africa,2014,1,`, 'Completion,Kenya,2014,1,', `${name},Kenya,2031,1,`, `${name},Kenya,2014,"12,5",`, `${name},Kenya,2014,101,`, `${name},Kenya,2013,50,`, `${name},Kenya,2013,51,`);
    expect(brief(reading)).toEqual(['2 country country-unknown', '3 indicator indicator-unknown', '4 year year-invalid', '5 value amount-invalid', '6 value value-range', '7 country key-conflict', '8 country key-conflict']);
  });
});
