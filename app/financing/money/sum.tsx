import type { AmountName } from '#app/financing/ladder/model';
import type { Language } from '#app/languages/language';
import type { Amount } from './model';
import { inMillions } from './words';

/** The column of the list of pledges that adds up to a sum, or how many rows there are. */
export type SumOf = AmountName | 'rows';

/** A sum in words with its exact value: the column `counted_*` of the list that its row leads to adds up to it. */
export const exactly = (of: SumOf, value: Amount | number, said: string) => <data value={value} data-of={of}>{said}</data>;

/** In millions. */
export const millions = (language: Language, of: AmountName, value: Amount) => exactly(of, value, inMillions(language, value));
