import type { Option, OptionGroup } from '#app/form/field';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { findCode, type Code } from '#db/reference/codes';
import { AID_TYPES } from '#db/reference/iati/aid-type';
import { EARMARKING_CATEGORIES } from '#db/reference/iati/earmarking-category';
import { FINANCE_TYPES } from '#db/reference/iati/finance-type';
import { FLOW_TYPES } from '#db/reference/iati/flow-type';
import { POLICY_MARKERS } from '#db/reference/iati/policy-marker';
import { POLICY_SIGNIFICANCES } from '#db/reference/iati/policy-significance';
import { SECTORS } from '#db/reference/iati/sector';
import { SECTOR_CATEGORIES } from '#db/reference/iati/sector-category';
import { TIED_STATUSES } from '#db/reference/iati/tied-status';
import { REGIONS } from '#db/reference/regions';

/** The codes that a pledge carries once, each with its published list. */
export const codeLists = {
  aid_type: AID_TYPES, finance_type: FINANCE_TYPES, flow_type: FLOW_TYPES, tied_status: TIED_STATUSES, earmarking: EARMARKING_CATEGORIES,
} as const satisfies Readonly<Record<string, readonly Code[]>>;
export type CodeName = keyof typeof codeLists;
export const codeNames = Object.keys(codeLists) as CodeName[];

/** IATI SectorVocabulary: the purpose codes of the DAC in five digits and in three, and what a provider calls its sectors itself. */
export const sectorVocabularies = ['1', '2', '99', '98'] as const;
export type SectorVocabulary = (typeof sectorVocabularies)[number];
const sectorLists: Readonly<Record<SectorVocabulary, readonly Code[]>> = { 1: SECTORS, 2: SECTOR_CATEGORIES, 99: [], 98: [] };

export const isOwn = (vocabulary: SectorVocabulary): boolean => vocabulary === '99' || vocabulary === '98';
export const isSector = (vocabulary: SectorVocabulary, code: string): boolean => findCode(sectorLists[vocabulary], code) !== undefined;

/** A code in words; one that is on no list of ours is shown as it is. */
export const codeWords = (list: readonly Code[], code: string, language: Language): string => findCode(list, code)?.name[language] ?? code;
export const sectorWords = ({ vocabulary, code, name }: { readonly vocabulary: SectorVocabulary; readonly code: string; readonly name: string | null }, language: Language): string =>
  name ?? `${code} ${codeWords(sectorLists[vocabulary], code, language)}`;
export const markerWords = (marker: string, language: Language): string => codeWords(POLICY_MARKERS, marker, language);
export const significanceWords = (significance: string, language: Language): string => codeWords(POLICY_SIGNIFICANCES, significance, language);
/** A code whose vocabulary is known by its digits, `112` and `11220`; words of a provider's own as they are. */
export const dacWords = (code: string, language: Language): string =>
  (/^\d+$/.test(code) ? sectorWords({ vocabulary: code.length === 3 ? '2' : '1', code, name: null }, language) : code);

/** A recipient region by its key, `region:202`. */
export const regionWords = (key: string, language: Language): string => REGIONS.find(({ m49 }) => key === `region:${m49}`)?.name[language] ?? key;

/** What forms and filters offer of a list: withdrawn codes are left out. */
export const offered = (list: readonly Code[], language: Language): Option[] =>
  list.filter(({ withdrawn }) => !withdrawn).map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` }));
export const markersOffered = (language: Language): Option[] => POLICY_MARKERS.map(({ code, name }) => ({ value: code, label: name[language] }));
export const significancesOffered = (language: Language): Option[] => POLICY_SIGNIFICANCES.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` }));

/** Sectors of the DAC by how many digits they have, as values for the list's filter. */
export const dacGroups = (language: Language, t: Text): OptionGroup[] =>
  (['1', '2'] as const).map((vocabulary) => ({ label: t(`terms.vocabulary.${vocabulary}`), options: offered(sectorLists[vocabulary], language) }));

/** The same as a row of the form posts them, `1:11220`; of the provider's own lists only which of the two. */
export function sectorGroups(language: Language, t: Text): OptionGroup[] {
  const dac = dacGroups(language, t).map(({ label, options }, at) => ({ label, options: options.map((one) => ({ ...one, value: `${at + 1}:${one.value}` })) }));
  return [...dac, { label: t('terms.own'), options: ['99', '98'].map((value) => ({ value, label: t(`terms.vocabulary.${value}`) })) }];
}
