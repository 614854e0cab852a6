import type { Text } from '#app/languages/catalogue';
import { formatDayInZone, formatNumber, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { Tag, type Tone } from '#app/ui/tag';
import type { LanguageProgress } from './progress.server';

const tones: Readonly<Record<string, Tone>> = { assigned: 'none', drafting: 'draft', in_review: 'prog', signed_off: 'ok' };

/** How far a section is; one that came back says so. */
export function sectionTag({ status, return_words }: { readonly status: string; readonly return_words: string | null }, t: Text) {
  return return_words === null ? <Tag tone={tones[status] ?? 'draft'}>{t(`sections.states.${status}`)}</Tag> : <Tag tone="late">{t('sections.returned')}</Tag>;
}

/** How many words it has, of how many it may have. */
export function wordsSaid({ words }: Pick<LanguageProgress, 'words'>, limit: number | null, t: Text, language: Language): string {
  const shown = formatNumber(language, words, 0);
  return limit === null ? t('sections.words', { count: words, shown }) : t('sections.words_of', { count: limit, shown, limit: formatNumber(language, limit, 0) });
}

/** A text that is over its limit. */
export const limitTag = ({ standing }: Pick<LanguageProgress, 'standing'>, t: Text) =>
  standing === 'over' ? <Tag tone="late">{t('sections.over')}</Tag> : standing === 'stops' ? <Tag tone="off">{t('sections.stops')}</Tag> : null;

/** An instant as the clock of the coalition shows it. */
export const momentIn = (language: Language, instant: Date | string, zone: string): string => `${formatDayInZone(language, instant, zone)}, ${formatTime(language, instant, zone)}`;
