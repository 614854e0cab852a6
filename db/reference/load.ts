import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { COUNTRIES } from './countries';
import { CURRENCIES } from './currencies';
import { COUNTRY_GROUPS } from './groups';
import { INDICATORS } from './indicators';
import { LANGUAGES, type Localised } from './languages';
import { REGIONS } from './regions';

const ACTOR = JSON.stringify({ kind: 'system', name: 'reference' });
const MARK = 'reference';

/** The rows of the reference tables, as this release knows them. */
export function referenceRows() {
  return {
    regions: REGIONS.map(({ m49, parent, level }) => ({ m49, parent_m49: parent, level })),
    regionTexts: REGIONS.flatMap(({ m49, name }) => inEach(name, (text) => ({ m49, ...text }))),
    countries: COUNTRIES.map((country) => ({
      iso2: country.iso2,
      iso3: country.iso3,
      m49: country.m49,
      region_m49: country.region,
      subregion_m49: country.subregion,
      standing: country.standing,
      official_languages: [...(country.officialLanguages ?? [])],
    })),
    countryTexts: COUNTRIES.flatMap(({ iso2, name }) => inEach(name, (text) => ({ iso2, ...text }))),
    groups: COUNTRY_GROUPS.map(({ code }) => ({ code })),
    groupTexts: COUNTRY_GROUPS.flatMap(({ code, name, shortName }) =>
      inEach(name, (text) => ({ code, ...text, short_name: shortName[text.language] })),
    ),
    groupPeriods: COUNTRY_GROUPS.flatMap(({ code, periods }) =>
      periods.map(({ iso2, fromOn, untilOn }) => ({ code, iso2, from_on: fromOn, until_on: untilOn })),
    ),
    currencies: CURRENCIES.map(({ code, exponent, active }) => ({ code, exponent, active })),
    indicators: INDICATORS.map(({ code, unit, ascending }, at) => ({ code, position: at + 1, unit, ascending })),
    indicatorTexts: INDICATORS.flatMap(({ code, name }) => inEach(name, (text) => ({ code, ...text }))),
  };
}

type Rows = ReturnType<typeof referenceRows>;
type Text = { language: (typeof LANGUAGES)[number]; name: string };

function inEach<Row>(name: Localised, row: (text: Text) => Row): Row[] {
  return LANGUAGES.map((language) => row({ language, name: name[language] }));
}

/**
 * Brings the tables of regions, countries, groups, currencies and indicators to what this release knows: one transaction, rows that are equal
 * stay untouched, and nothing is done where the same content was loaded before.
 *
 * @param ownerUrl connection of the role that owns the tables
 * @returns whether anything was written
 */
export async function loadReference(ownerUrl: string): Promise<boolean> {
  const rows = referenceRows();
  const content = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      // Two processes that start together load one after the other; the second finds the mark of the first.
      await tx`select pg_advisory_xact_lock(hashtext('concord.reference'))`;
      const [mark] = await tx<{ value: string }[]>`select value from installation where name = ${MARK}`;
      if (mark?.value === content) return false;
      await tx`select set_config('concord.actor', ${ACTOR}, true)`;
      await write(tx, rows);
      await tx`insert into installation ${tx({ name: MARK, value: content })}
        on conflict (name) do update set value = excluded.value, changed_at = clock_timestamp()`;
      return true;
    });
  } finally {
    await sql.end();
  }
}

async function write(tx: postgres.TransactionSql, rows: Rows): Promise<void> {
  await tx`insert into regions ${tx(rows.regions)}
    on conflict (m49) do update set parent_m49 = excluded.parent_m49, level = excluded.level`;
  await tx`insert into region_texts ${tx(rows.regionTexts)}
    on conflict (m49, language) do update set name = excluded.name`;
  // fiscal_year_start is no fact of this file: the secretariat keeps it.
  await tx`insert into countries ${tx(rows.countries)}
    on conflict (iso2) do update set iso3 = excluded.iso3, m49 = excluded.m49, region_m49 = excluded.region_m49,
      subregion_m49 = excluded.subregion_m49, standing = excluded.standing, official_languages = excluded.official_languages
    where (countries.iso3, countries.m49, countries.region_m49, countries.subregion_m49, countries.standing, countries.official_languages)
      is distinct from (excluded.iso3, excluded.m49, excluded.region_m49, excluded.subregion_m49, excluded.standing, excluded.official_languages)`;
  await tx`insert into country_texts ${tx(rows.countryTexts)}
    on conflict (iso2, language) do update set name = excluded.name where country_texts.name <> excluded.name`;
  await tx`insert into country_groups ${tx(rows.groups)} on conflict (code) do nothing`;
  await tx`insert into country_group_texts ${tx(rows.groupTexts)}
    on conflict (code, language) do update set name = excluded.name, short_name = excluded.short_name`;
  // A period may move or go, and its start is part of its key: the whole list is written anew.
  await tx`delete from country_group_periods`;
  await tx`insert into country_group_periods ${tx(rows.groupPeriods)}`;
  await tx`insert into currencies ${tx(rows.currencies)}
    on conflict (code) do update set exponent = excluded.exponent, active = excluded.active`;
  await tx`insert into indicators ${tx(rows.indicators)}
    on conflict (code) do update set position = excluded.position, unit = excluded.unit, ascending = excluded.ascending
    where (indicators.position, indicators.unit, indicators.ascending) is distinct from (excluded.position, excluded.unit, excluded.ascending)`;
  await tx`insert into indicator_texts ${tx(rows.indicatorTexts)}
    on conflict (code, language) do update set name = excluded.name where indicator_texts.name <> excluded.name`;
}
