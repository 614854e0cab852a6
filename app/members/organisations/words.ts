import { findCode } from '#db/reference/codes';
import { CONSTITUENCIES } from '#db/reference/constituencies';
import { ORGANISATION_TYPES } from '#db/reference/iati/organisation-type';
import type { Language } from '#app/languages/language';
import type { Text } from '#app/languages/catalogue';

/** The name of an IATI organisation type; an unknown one is shown as it is. */
export const typeName = (code: string, language: Language): string => findCode(ORGANISATION_TYPES, code as (typeof ORGANISATION_TYPES)[number]['code'])?.name[language] ?? code;

export const constituencyName = (code: string, language: Language): string => CONSTITUENCIES.find((one) => one.code === code)?.name[language] ?? code;

/** Types and constituencies as the choices of a field. */
export const typeChoices = (language: Language) => ORGANISATION_TYPES.filter(({ withdrawn }) => !withdrawn).map(({ code, name }) => ({ value: code, label: name[language] }));
export const constituencyChoices = (language: Language) => CONSTITUENCIES.map(({ code, name }) => ({ value: code, label: name[language] }));

const reasons = ['not-stated', 'not-in-file', 'not-available', 'several', 'unknown-code'];

/** The type, or why it is not known. */
export function typeOrReason({ type_code, type_missing }: { readonly type_code: string | null; readonly type_missing: string | null }, t: Text, language: Language): string {
  if (type_code !== null) return typeName(type_code, language);
  return t(`type_missing.${type_missing !== null && reasons.includes(type_missing) ? type_missing : 'not-stated'}`);
}
