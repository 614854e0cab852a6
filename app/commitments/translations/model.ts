import type { TranslatedWords } from '#app/records/translations/model';
import type { CommitmentRef } from '../model';

/** What a commitment says in one language. Only the authoritative one needs to say everything. */
export interface Translation {
  readonly title: string;
  readonly action: string | null;
  readonly problem: string | null;
  /** A machine's words are labelled until a person has checked them. */
  readonly origin: 'human' | 'machine';
}

/** A text of a commitment as those who translate see it. */
export interface CommitmentText extends Omit<Translation, 'origin'>, TranslatedWords {
  readonly translated_by: string | null;
  /** Who stands for it, by name. */
  readonly checker: string | null;
  readonly version: number;
}

/** A translation on which is decided. */
export interface TranslationRef extends CommitmentRef {
  readonly language: string;
  readonly translated_by: string | null;
}

/** Whoever reads a language reads it as it is written anywhere: `pt` is enough for `pt-BR`. */
export const isReadBy = (tag: string, languages: readonly string[]): boolean => languages.some((one) => one === tag || one === tag.split('-')[0]);
