import { findCurrency } from '#db/reference/currencies';
import type { ListState } from '#app/table/state';

/** The currency that a page shows sums in: a view of the original amounts, never a change of them (FI-6). */
export interface Reporting {
  readonly currency: string;
  /** What the address asked for, where no rate of it is on file; the page is then in US dollars and says so. */
  readonly unknown: string | null;
  /** What can be asked for, by code, but for US dollars. */
  readonly choices: readonly string[];
}

/** The name by which an address asks for it. */
export const reportingName = 'in' as const;
export const dollars: Reporting = { currency: 'USD', unknown: null, choices: [] };

/** The other currency that a list's address names, for files: they have nowhere to say that a code is none. */
export const namedCurrency = ({ filters }: ListState): string | undefined => {
  const asked = filters[reportingName]?.[0]?.toUpperCase() ?? '';
  return asked === 'USD' ? undefined : findCurrency(asked)?.code;
};
export const inFile = <View extends object>(view: View, state: ListState): View & { readonly currency: string | undefined } => ({ ...view, currency: namedCurrency(state) });
