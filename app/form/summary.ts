import type { FieldError } from './error-summary';

/** Every error of a form (`form.allErrors` of Conform) as the summary shows it; those of a field lead there. Fields have their name as id. */
export function summaryOf(errors: Readonly<Record<string, readonly string[] | null | undefined>>): FieldError[] {
  return Object.entries(errors).flatMap(([name, messages]) => (messages ?? []).map((message) => ({ ...(name === '' ? {} : { id: name }), message })));
}
