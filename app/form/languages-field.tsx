import type { SubmissionResult } from '@conform-to/react';
import { isLanguage, languages, nativeNames } from '#app/languages/language';
import { CheckList } from './choice-field';
import { TextField } from './field';

export interface ChosenLanguages {
  /** BCP 47. */
  readonly chosen: readonly string[];
  /** The field of further codes as it was typed; undefined where nothing was sent yet. */
  readonly typed?: string | undefined;
}

/** What was sent back of both fields, else what stands there now. */
export function languagesIn(last: SubmissionResult<string[]> | undefined, [name, other]: readonly [name: string, other: string], now: readonly string[]): ChosenLanguages {
  const sent = last?.initialValue;
  if (sent == null) return { chosen: now };
  const typed = sent[other];
  return { chosen: [sent[name] ?? []].flat().filter((one) => typeof one === 'string'), typed: typeof typed === 'string' ? typed : '' };
}

interface Part {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly errors: readonly string[] | undefined;
}

/** Any languages: the six of the portal each by its own name, others by their codes. */
export function LanguagesField({ known, other, value: { chosen, typed } }: { readonly known: Part; readonly other: Part; readonly value: ChosenLanguages }) {
  return (
    <>
      <CheckList {...known} defaultValue={chosen} optional choices={languages.map((one) => ({ value: one, label: nativeNames[one] }))} />
      <TextField {...other} width={20} maxLength={200} spellCheck={false} optional defaultValue={typed ?? chosen.filter((one) => !isLanguage(one)).join(', ')} />
    </>
  );
}
