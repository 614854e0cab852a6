import { localised, type Localised } from './languages';

/** One code of a published list, with the words that people read. A withdrawn code is accepted on import and never offered. */
export type Code<Value extends string = string> = { readonly code: Value; readonly name: Localised; readonly withdrawn: boolean };

/** A code in use; names in the order en, fr, es, ar, ru, zh. */
export function code<Value extends string>(value: Value, ...names: Parameters<typeof localised>): Code<Value> {
  return { code: value, name: localised(...names), withdrawn: false };
}

/** A code that its publisher has withdrawn. */
export function withdrawnCode<Value extends string>(value: Value, ...names: Parameters<typeof localised>): Code<Value> {
  return { code: value, name: localised(...names), withdrawn: true };
}

/** The entry with this code, or undefined. */
export function findCode<Value extends string>(list: readonly Code<Value>[], value: string): Code<Value> | undefined {
  return list.find((one) => one.code === value);
}
