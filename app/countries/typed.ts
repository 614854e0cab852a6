import type { SubmissionResult } from '@conform-to/react';

/** What a form shows: what was typed last, else what is stored. */
export interface Typed {
  readonly one: (name: string) => string | undefined;
  readonly many: (name: string) => readonly string[];
}

type Stored = Readonly<Record<string, string | readonly string[] | null | undefined>>;

export function typedIn(last: SubmissionResult<string[]> | undefined, stored: Stored = {}): Typed {
  const values: Readonly<Record<string, unknown>> = last?.initialValue ?? stored;
  return {
    one: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    many: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : [];
    },
  };
}
