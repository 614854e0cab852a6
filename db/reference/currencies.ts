/**
 * A currency of ISO 4217.
 * `exponent` is the number of decimal places of its minor unit (0 to 4). `active` currencies are offered in forms; the others
 * (withdrawn, or units of account) are accepted in imported records and rates, never offered. Names come from `Intl.DisplayNames`.
 */
export type Currency = { readonly code: string; readonly exponent: 0 | 2 | 3 | 4; readonly active: boolean };

function codes(exponent: Currency['exponent'], active: boolean, list: string): Currency[] {
  return list.trim().split(/\s+/).map((code) => ({ code, exponent, active }));
}

// Source: ISO 4217, list one (current) and list three (historic). XDR, the IMF's special drawing right, has no minor unit in the
// standard; two places are the practice of those who report in it (African Development Bank).
const TWO_PLACES = `
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK
DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
USD UYU UZS VES WST XCD XCG XDR YER ZAR ZMW ZWG
`;
const NO_PLACES = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_PLACES = 'BHD IQD JOD KWD LYD OMR TND';

/** All currencies that the portal knows, by code. */
export const CURRENCIES: readonly Currency[] = [
  ...codes(2, true, TWO_PLACES),
  ...codes(0, true, NO_PLACES),
  ...codes(3, true, THREE_PLACES),
  // Withdrawn, still met in older transactions and in series of rates.
  ...codes(2, false, 'ANG ATS AZM BGN CSJ CUC CYP DDM DEM EEK FIM FRF GHC HRD HRK IEP LTL LVL MRO MTL MZM NLG ROL SDD SIT SKK'),
  ...codes(2, false, 'SLL SRG STD SUR TRL USS VEB VEF YUN ZMK ZWL'),
  ...codes(0, false, 'AFA BEF BYR ESP GRD ITL LUF MGF PTE TMM'),
  ...codes(3, false, 'YDD'),
  // Units of account and settlement of single countries; VED is a second code for the bolívar, VES.
  ...codes(2, false, 'BOV CHE CHW COU MXV USN VED'),
  ...codes(0, false, 'UYI'),
  ...codes(4, false, 'CLF UYW'),
].toSorted((one, other) => (one.code < other.code ? -1 : 1));

const BY_CODE: ReadonlyMap<string, Currency> = new Map(CURRENCIES.map((currency) => [currency.code, currency]));

/** The currency with this code in upper case, or undefined. */
export function findCurrency(code: string): Currency | undefined {
  return BY_CODE.get(code);
}
