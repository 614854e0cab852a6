import type { Text } from '#app/languages/catalogue';
import { fieldWords, isRemarkField } from './model';

/** How a field is called, with its goal where there are several. */
export function fieldName({ field, number }: { readonly field: string; readonly number: number | null }, t: Text): string {
  const name = isRemarkField(field) ? t(fieldWords[field]) : field;
  return number === null ? name : t('remarks.of_goal', { number, field: name });
}
