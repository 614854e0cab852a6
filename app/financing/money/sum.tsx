import type { AmountName } from '#app/financing/ladder/model';
import type { Language } from '#app/languages/language';
import type { Amount } from './model';
import { inMillions } from './words';

/** What is counted of pledges, or how many rows there are. */
export type SumOf = AmountName | 'rows';

/** A sum in words with its exact value: the column `counted_*` of the list that its row leads to adds up to it. */
export const exactly = (of: SumOf, value: Amount | number, said: string) => adding(of === 'rows' ? of : `counted_${of}`, value, said);

/** The same of any column of the file of a list. */
export const adding = (column: string, value: Amount | number, said: string) => <data value={value} data-of={column}>{said}</data>;

/** The column of a file that holds an amount in the reporting currency; files have US dollars always. */
export const columnIn = (name: string, currency: string): string => `${name}_${currency === 'USD' ? 'usd' : 'in'}`;

/** In millions. */
export const millions = (language: Language, of: AmountName, value: Amount) => exactly(of, value, inMillions(language, value));
