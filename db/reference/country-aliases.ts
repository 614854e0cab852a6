import { COUNTRIES } from './countries';

/**
 * One form for all spellings of a country's name: lower case, no accents or tashkeel, "&" and "Saint" spelled one way, words without
 * "the" and punctuation. Pure; two names of different countries never share a form (tested).
 */
export function normaliseCountryName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/gu, '')
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/[’'ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== 'the')
    .map((word) => (word === 'st' || word === 'ste' ? 'saint' : word))
    .join(' ');
}

// Names met in files of aid agencies, treaty bodies and universities, beside the UN names in six languages, one line per country.
// A name that several could claim goes to the one that the United Nations call so ("Guinea", "Congo", "Samoa") or, where there is none,
// to the one that files mean ("Korea", "Micronesia"); "St Martin" and "Virgin Islands" stay unresolved.
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates'],
  AX: ['Aland'],
  BA: ['Bosnia', 'Bosnia-Herzegovina', 'Bosnie'],
  BL: ['St Barts'],
  BN: ['Brunei'],
  BO: ['Bolivia', 'Bolivie', 'Plurinational State of Bolivia', 'Боливия', 'بوليفيا', '玻利维亚'],
  BQ: ['Bonaire', 'Caribbean Netherlands'],
  BS: ['Commonwealth of the Bahamas', 'The Bahamas'],
  BY: ['Byelorussia', 'Republic of Belarus'],
  CC: ['Cocos Islands', 'Keeling Islands'],
  CD: ['DRC', 'DR Congo', 'D.R. Congo', 'Congo, DR', 'Congo DRC', 'Congo (Kinshasa)', 'Congo-Kinshasa', 'Democratic Republic of Congo', 'Congo, Democratic Republic of the', 'Congo, Dem. Rep.', 'RDC', 'Zaire'],
  CF: ['CAR', 'Central African Rep.'],
  CG: ['Republic of the Congo', 'Republic of Congo', 'Congo (Brazzaville)', 'Congo-Brazzaville', 'Congo, Rep.', 'Congo, Republic of the'],
  CI: ['Ivory Coast', 'Costa de Marfil', 'Берег Слоновой Кости', 'ساحل العاج'],
  CN: ['PRC', 'People’s Republic of China'],
  CV: ['Cape Verde', 'Cap-Vert', 'Cape Verde Islands'],
  CZ: ['Czech Republic', 'République tchèque', 'República Checa', 'Чешская Республика'],
  DE: ['Federal Republic of Germany'],
  FK: ['Falkland Islands', 'Falklands', 'Islas Malvinas', 'Malvinas'],
  FM: ['Micronesia, Federated States of', 'Federated States of Micronesia', 'Micronesia, Fed. Sts.', 'Micronesia', 'FSM'],
  GB: ['UK', 'U.K.', 'United Kingdom', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland', 'Royaume-Uni', 'Reino Unido', 'Великобритания', 'Соединенное Королевство', 'المملكة المتحدة', '英国'],
  GM: ['The Gambia', 'Republic of the Gambia'],
  GW: ['Guinea Bissau', 'Guiné-Bissau'],
  HK: ['Hong Kong', 'Hong Kong SAR', 'Hong Kong, China', 'China, Hong Kong SAR', '香港', 'Гонконг', 'هونغ كونغ'],
  IR: ['Iran', 'Islamic Republic of Iran', 'Iran, Islamic Rep.', 'Iran, Islamic Republic of', 'Irán', 'Иран', 'إيران', '伊朗'],
  KG: ['Kyrgyz Republic', 'Kirghizia'],
  KM: ['Union of the Comoros'],
  KN: ['St. Kitts', 'St Kitts-Nevis'],
  KP: ['North Korea', 'DPRK', 'DPR Korea', 'D.P.R. Korea', 'Korea, Dem. People’s Rep.', 'Korea, Democratic People’s Republic of', 'Corée du Nord', 'Corea del Norte', 'Северная Корея', 'كوريا الشمالية', '朝鲜'],
  KR: ['South Korea', 'Korea', 'Korea, Rep.', 'Korea, Republic of', 'ROK', 'Corée du Sud', 'Corea del Sur', 'Южная Корея', 'كوريا الجنوبية', '韩国'],
  LA: ['Laos', 'Lao PDR', 'Lao P.D.R.', 'Lao', 'Лаос', 'لاوس', '老挝'],
  LY: ['Libyan Arab Jamahiriya', 'State of Libya'],
  MD: ['Moldova', 'Moldova, Republic of', 'Moldavie', 'Moldavia', 'Молдова', 'مولدوفا', '摩尔多瓦'],
  MK: ['Macedonia', 'FYROM', 'FYR Macedonia', 'TFYR Macedonia', 'Macedonia, FYR', 'The former Yugoslav Republic of Macedonia', 'Republic of North Macedonia', 'Macédoine'],
  MM: ['Burma', 'Birmanie', 'Birmania'],
  MO: ['Macao', 'Macau', 'Macao SAR', 'Macao SAR, China', 'China, Macao SAR', '澳门'],
  NL: ['Netherlands', 'Holland', 'The Netherlands', 'Netherlands, Kingdom of the', 'Pays-Bas', 'Países Bajos', 'Нидерланды', 'هولندا', '荷兰'],
  PN: ['Pitcairn Islands'],
  PS: ['Palestine', 'Palestinian Territory', 'Occupied Palestinian Territory', 'oPt', 'Palestine, State of', 'West Bank and Gaza', 'West Bank and Gaza Strip', 'Palestinian Territory, Occupied', 'Палестина', 'فلسطين', '巴勒斯坦'],
  RE: ['La Réunion'],
  RU: ['Russia', 'Russie', 'Rusia', 'Россия', 'روسيا', '俄罗斯'],
  SH: ['Saint Helena, Ascension and Tristan da Cunha'],
  SK: ['Slovak Republic', 'Slovakia Republic'],
  SM: ['Republic of San Marino'],
  ST: ['São Tomé and Príncipe', 'Sao Tome', 'São Tomé et Príncipe'],
  SV: ['Salvador'],
  SX: ['Sint Maarten', 'St Maarten'],
  SY: ['Syria', 'Syrie', 'Siria', 'Сирия', 'سوريا', 'سورية', '叙利亚'],
  SZ: ['Swaziland', 'Kingdom of Eswatini', 'eSwatini', 'Souaziland', 'Swazilandia'],
  TL: ['East Timor', 'Timor Leste', 'Timor oriental'],
  TR: ['Turkey', 'Turkiye', 'Turquie', 'Turquía'],
  TT: ['Trinidad'],
  TW: ['Taiwan', 'Chinese Taipei', 'Taiwan, China', 'Taïwan', 'Taiwán', 'Тайвань', 'تايوان', '台湾'],
  TZ: ['Tanzania', 'Tanzania, United Republic of', 'Tanzanie', 'Tanzanía', 'Танзания', 'تنزانيا', '坦桑尼亚'],
  US: ['USA', 'U.S.', 'US', 'U.S.A.', 'United States', 'États-Unis', 'Estados Unidos', 'EE. UU.', 'США', 'الولايات المتحدة', '美国'],
  VA: ['Vatican', 'Vatican City', 'Vatican City State', 'Holy See (Vatican City State)'],
  VC: ['St Vincent'],
  VE: ['Venezuela', 'Venezuela, RB', 'Bolivarian Republic of Venezuela', 'Венесуэла', 'فنزويلا', '委内瑞拉'],
  VG: ['Virgin Islands, British', 'Virgin Islands (British)'],
  VI: ['US Virgin Islands', 'U.S. Virgin Islands', 'Virgin Islands (U.S.)', 'Virgin Islands, U.S.'],
  VN: ['Vietnam', 'Socialist Republic of Viet Nam'],
  WF: ['Wallis and Futuna'],
};

function namesByCountry(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { iso2, iso3, name } of COUNTRIES) {
    for (const one of [iso3, ...Object.values(name), ...(ALIASES[iso2] ?? [])]) found.set(normaliseCountryName(one), iso2);
  }
  return found;
}

let known: ReadonlyMap<string, string> | undefined;

/**
 * The alpha-2 code of a country named in a file: an ISO code, the UN name in any of six languages, or an informal name.
 * Null where the name is not known: a person decides, nothing is guessed by likeness.
 */
export function resolveCountry(name: string): string | null {
  const trimmed = name.trim();
  if (/^[A-Z]{2}$/u.test(trimmed) && COUNTRIES.some(({ iso2 }) => iso2 === trimmed)) return trimmed;
  known ??= namesByCountry();
  return known.get(normaliseCountryName(trimmed)) ?? null;
}

/** Every alias with its country, for tests of collisions. */
export function countryAliases(): readonly (readonly [name: string, iso2: string])[] {
  return Object.entries(ALIASES).flatMap(([iso2, names]) => names.map((name) => [name, iso2] as const));
}
