import type { Text } from '#app/languages/catalogue';
import { formatAgo, formatDate, formatMoney } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { daysBetween, type Day } from '#app/platform/clock';
import type { TrancheRow } from './queries.server';

type Told = Pick<TrancheRow, 'amount' | 'currency' | 'due_on' | 'state'>;

/** "USD 2 million due 31 March 2027, in 4 months": how long is said while something is still to be paid. */
export function trancheWords({ amount, currency, due_on, state }: Told, t: Text, language: Language, today: Day): string {
  const said = { amount: formatMoney(language, amount, currency), due: formatDate(language, due_on), when: formatAgo(language, daysBetween(due_on, today)) };
  return t(state === 'paid' || state === 'cancelled' ? 'tranches.line' : 'tranches.line_when', said);
}
