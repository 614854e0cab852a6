import type { PlatformAct } from '../acts';
import { type About, withQuery } from './query';

/** Countries: their rooms, requests and offers, platforms: pages for who is signed in. */
export const countriesPaths = {
  newRequest: (about?: About) => withQuery('/requests/new', { ...about }),
  requestAct: (ref: string, act: 'edit' | 'publication' | 'closing' | 'deletion') => `/requests/${encodeURIComponent(ref)}/${act}`,
  /** On a request, or open. */
  newOffer: (given?: About & { readonly request?: string | undefined }) => withQuery('/offers/new', { ...given }),
  offerAct: (ref: string, act: 'acceptance' | 'refusal' | 'withdrawal' | 'pledge') => `/offers/${encodeURIComponent(ref)}/${act}`,
  newPlatform: (country?: string) => withQuery('/platforms/new', { country }),
  platformAct: (ref: string, act: PlatformAct) => `/platforms/${encodeURIComponent(ref)}/${act}`,
  /** What is measured of one indicator in a country: to be written down and corrected. */
  countryIndicator: (iso2: string, code: string, edit?: { readonly figure: string; readonly year: number; readonly disaggregation: string }) => withQuery(`/countries/${encodeURIComponent(iso2)}/indicators/${encodeURIComponent(code)}`, edit === undefined ? undefined : { figure: edit.figure, year: edit.year, disaggregation: edit.disaggregation }),
  countryBenchmark: (iso2: string, code: string, year?: number) => withQuery(`/countries/${encodeURIComponent(iso2)}/indicators/${encodeURIComponent(code)}/benchmark`, year === undefined ? undefined : { figure: 'benchmark', year }),
  countryBudget: (iso2: string) => `/countries/${encodeURIComponent(iso2)}/budget`,
  countryFiscalYear: (iso2: string) => `/countries/${encodeURIComponent(iso2)}/budget/fiscal-year`,
  budgetLine: (iso2: string, line: string) => `/countries/${encodeURIComponent(iso2)}/budget/${encodeURIComponent(line)}`,
  budgetLineWithdrawal: (iso2: string, line: string) => `/countries/${encodeURIComponent(iso2)}/budget/${encodeURIComponent(line)}/withdrawal`,
  countryRoom: (iso2: string) => `/countries/${encodeURIComponent(iso2)}/room`,
} as const;
