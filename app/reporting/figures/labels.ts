import type { Text } from '#app/languages/catalogue';
import { languages, type Language } from '#app/languages/language';
import type { StoredFigure } from './model';

interface Reader {
  readonly t: Text;
  readonly language: Language;
}

/** What a part is called: by the name that was frozen with the figure, else by the catalogue. */
export function partLabel(figure: Pick<StoredFigure, 'key' | 'names'>, part: string, { t, language }: Reader): string {
  if (figure.key === 'currencies') {
    const [of = '', type = '', currency] = part.split(':');
    const name = type === 'unknown' ? t('parts.currencies.unknown') : (nameOf(figure, type, language)?.name ?? type);
    return [t(`parts.currencies.${of === 'pledge' ? 'pledge' : 'activity'}`, { type: name }), currency].filter(Boolean).join(' · ');
  }
  if (figure.key === 'clauses' || figure.key === 'groups') return nameOf(figure, part, language)?.name ?? part;
  return t(`parts.${figure.key}.${part}`);
}

/** The languages of labels that are named in another one than the reader's: a text that was never translated is counted all the same. */
export const otherLanguages = (figure: Pick<StoredFigure, 'key' | 'names'>, parts: readonly string[], language: Language): Readonly<Record<string, Language>> =>
  Object.fromEntries(parts.flatMap((part) => {
    const named = figure.key === 'clauses' || figure.key === 'groups' ? nameOf(figure, part, language) : undefined;
    return named === undefined || named.language === language ? [] : [[named.name, named.language]];
  }));

/** In the reader's language, else in English, else in the first there is. */
function nameOf({ names }: Pick<StoredFigure, 'names'>, part: string, language: Language): { readonly name: string; readonly language: Language } | undefined {
  const said = names[part];
  const found = [language, 'en' as const, ...languages].find((one) => said?.[one] !== undefined);
  return found === undefined ? undefined : { name: said?.[found] ?? part, language: found };
}

/** Who has looked at a record, or that nothing was reported that could be looked at. */
export const rungName = (rung: string, t: Text): string => (rung === 'not_reported' ? t('provenance.not_reported') : t(`parts.rungs.${rung}`));
