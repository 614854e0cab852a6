/** An expected problem: said at the field it belongs to, in the reader's language (`code` is a catalogue key). */
export interface Problem {
  readonly field?: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const refused = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
export const problem = (code: string, field?: string, values?: Problem['values']): Problem => ({
  code,
  ...(field === undefined ? {} : { field }),
  ...(values === undefined ? {} : { values }),
});
