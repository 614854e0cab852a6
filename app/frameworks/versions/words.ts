import type { DraftClause, DraftWords } from './queries.server';

/** What a clause says in a language. */
export const wordsIn = (clause: DraftClause, language: string): DraftWords | undefined => clause.words.find((words) => words.language === language);
