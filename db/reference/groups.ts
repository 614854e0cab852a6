import { localised, type Localised } from './languages';

export type GroupCode = 'LDC' | 'LLDC' | 'SIDS';

/** Time in a group as a half-open period: a member from `fromOn` until the day before `untilOn` (ISO dates); null has no end yet. */
export type GroupPeriod = { readonly iso2: string; readonly fromOn: string; readonly untilOn: string | null };

export type CountryGroup = {
  readonly code: GroupCode;
  readonly name: Localised;
  readonly shortName: Localised;
  readonly periods: readonly GroupPeriod[];
};

function since(fromOn: string, codes: string): GroupPeriod[] {
  return codes.split(' ').map((iso2) => ({ iso2, fromOn, untilOn: null }));
}

function between(iso2: string, fromOn: string, untilOn: string): GroupPeriod {
  return { iso2, fromOn, untilOn };
}

// Least developed countries. Source: UN Committee for Development Policy, list of LDCs, with General Assembly resolutions.
// The first list is of 18 November 1971 (A/RES/2768 (XXVI)); later inclusions are known by year, and 1 January stands for it.
// The last four ends lie ahead at the time of writing: a deferral by the General Assembly changes them here.
const LDC: readonly GroupPeriod[] = [
  ...since('1971-11-18', 'AF BJ BF BI TD ET GN HT LS MW ML NE RW SO SD TZ UG YE'),
  ...since('1975-01-01', 'CF GM'),
  ...since('1977-01-01', 'KM'),
  ...since('1981-01-01', 'GW'),
  ...since('1982-01-01', 'DJ SL TG'),
  ...since('1986-01-01', 'KI MR TV'),
  ...since('1987-01-01', 'MM'),
  ...since('1988-01-01', 'MZ'),
  ...since('1990-01-01', 'LR'),
  ...since('1991-01-01', 'KH CD MG ZM'),
  ...since('1994-01-01', 'AO ER'),
  ...since('2000-01-01', 'SN'),
  ...since('2003-01-01', 'TL'),
  ...since('2012-01-01', 'SS'),
  between('BW', '1971-11-18', '1994-12-19'),
  between('CV', '1977-01-01', '2007-12-20'),
  between('MV', '1971-11-18', '2011-01-01'),
  between('WS', '1971-11-18', '2014-01-01'),
  between('GQ', '1982-01-01', '2017-06-04'),
  between('VU', '1985-01-01', '2020-12-04'),
  between('BT', '1971-11-18', '2023-12-13'),
  between('ST', '1982-01-01', '2024-12-13'),
  between('BD', '1975-01-01', '2026-11-24'),
  between('LA', '1971-11-18', '2026-11-24'),
  between('NP', '1971-11-18', '2026-11-24'),
  between('SB', '1991-01-01', '2027-12-13'),
];

// Landlocked developing countries. The group was first acted on as such by the Almaty Programme of Action of 28 August 2003;
// South Sudan joined it as a new State. Source: UN-OHRLLS, list of LLDCs.
const LLDC: readonly GroupPeriod[] = [
  ...since('2003-08-28', 'AF AM AZ BT BO BW BF BI CF TD SZ ET KZ KG LA LS MW ML MN NP NE MK PY MD RW TJ TM UG UZ ZM ZW'),
  ...since('2011-07-09', 'SS'),
];

// Small island developing States: 39 States and 18 associate members of regional commissions, recognised as a group since
// 14 June 1992 (Agenda 21, chapter 17). Source: UN-OHRLLS, list of SIDS.
const SIDS: readonly GroupPeriod[] = [
  ...since('1992-06-14', 'AG BS BB BZ CV KM CK CU DM DO FJ GD GW GY HT JM KI MV MH FM MU NR NU PW PG'),
  ...since('1992-06-14', 'WS ST SC SG SB KN LC VC SR TL TO TT TV VU'),
  ...since('1992-06-14', 'AI AS AW BM CW GP GU KY MP MQ MS NC PF PR SX TC VG VI'),
];

/** Groups of countries whose membership has dates. */
export const COUNTRY_GROUPS: readonly CountryGroup[] = [
  {
    code: 'LDC',
    name: localised('Least developed countries', 'Pays les moins avancés', 'Países menos adelantados', 'أقل البلدان نموًا', 'Наименее развитые страны', '最不发达国家'),
    shortName: localised('LDCs', 'PMA', 'PMA', 'أقل البلدان نموًا', 'НРС', '最不发达国家'),
    periods: LDC,
  },
  {
    code: 'LLDC',
    name: localised('Landlocked developing countries', 'Pays en développement sans littoral', 'Países en desarrollo sin litoral', 'البلدان النامية غير الساحلية', 'Развивающиеся страны, не имеющие выхода к морю', '内陆发展中国家'),
    shortName: localised('LLDCs', 'PDSL', 'PDL', 'البلدان النامية غير الساحلية', 'РСНВМ', '内陆发展中国家'),
    periods: LLDC,
  },
  {
    code: 'SIDS',
    name: localised('Small island developing States', 'Petits États insulaires en développement', 'Pequeños Estados insulares en desarrollo', 'الدول الجزرية الصغيرة النامية', 'Малые островные развивающиеся государства', '小岛屿发展中国家'),
    shortName: localised('SIDS', 'PEID', 'PEID', 'الدول الجزرية الصغيرة النامية', 'МОСТРАГ', '小岛屿发展中国家'),
    periods: SIDS,
  },
];

/** The groups that a country belongs to on a date (ISO, YYYY-MM-DD). */
export function groupsOn(iso2: string, date: string): readonly GroupCode[] {
  const holds = (period: GroupPeriod) => period.iso2 === iso2 && period.fromOn <= date && (period.untilOn === null || date < period.untilOn);
  return COUNTRY_GROUPS.filter((group) => group.periods.some(holds)).map((group) => group.code);
}
