import { anyone } from '#app/access/actor';
import { clauseChoices } from '#app/commitments/choices.server';
import type { Language } from '#app/languages/language';
import type { Principle } from './sections';

/** The principles of the charter as it is published; none before it is. */
export async function charterPrinciples(language: Language): Promise<readonly Principle[]> {
  return (await clauseChoices(anyone, language)).filter(({ framework_code }) => framework_code === 'CHARTER-7').map(({ code, title }) => ({ code, title }));
}
