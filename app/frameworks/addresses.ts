import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import { declarationCode } from './model';

/** The page of a version of a text. The Declaration has a page of its own; without a number it is the version in force. */
export function versionHref(framework: string, number: number | undefined, language: Language): string {
  const to = paths.in(language);
  const query = number === undefined ? undefined : { version: number };
  return framework === declarationCode ? to.declaration(query) : to.framework(framework, query);
}

/** The page of a clause: of the Declaration its own, else its place on the page of the text. */
export function clauseHref(framework: string, code: string, number: number | undefined, language: Language): string {
  if (framework === declarationCode) return paths.in(language).clause(code, number === undefined ? undefined : { version: number });
  return `${versionHref(framework, number, language)}#${encodeURIComponent(code)}`;
}

/** A clause as the list of commitments is asked for it: by its code, and by its version where the text has several. */
export const named = ({ framework, code, version, several }: { readonly framework: string; readonly code: string; readonly version: number; readonly several: boolean }) =>
  ({ node: code, ...(several ? { version: `${framework}.${version}` } : {}) });
