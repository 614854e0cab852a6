import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { formatList } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { Tag } from '#app/ui/tag';
import { languageName } from '#db/reference/language-names';
import { answerOf, platformTones, type Known, type PlatformState } from './model';

export const platformTag = (state: PlatformState, t: Text): ReactNode => <Tag tone={platformTones[state]}>{t(`state.${state}`)}</Tag>;

/** RE-7: what is not known is said so. */
export const knownOr = (fact: Known, t: Text): ReactNode => (fact === null ? <span className="muted">{t('answer.unknown')}</span> : t(`answer.${answerOf(fact)}`));
export const wordsOr = (words: string | null, t: Text): ReactNode => (words === null ? <span className="muted">{t('answer.unknown')}</span> : <span className="said" dir="auto">{words}</span>);
export const listOr = (words: readonly string[], t: Text, language: Language): ReactNode => (words.length === 0 ? <span className="muted">{t('answer.unknown')}</span> : formatList(language, words));

/** Several in one cell: levels as their codes, which are short and known. */
export const levelsOf = (levels: readonly string[]): string => levels.join(', ');
export const languagesOf = (tags: readonly string[], language: Language): readonly string[] => tags.map((tag) => languageName(tag, language));

/** An address somewhere else: one long word, that may break anywhere. */
export const webAddress = (address: string): ReactNode => <a href={address} rel="noopener nofollow ugc"><bdi className="said">{address}</bdi></a>;
/** A source as it was given: an address is a link. */
export const sourceOf = (source: string): ReactNode => (/^https:\/\/\S+$/.test(source) ? webAddress(source) : <span className="said" dir="auto">{source}</span>);
