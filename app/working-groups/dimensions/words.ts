import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import type { Coverage } from './model';

/** What a row of the coverage is called, with its last day where it has ended. */
export const dimensionName = ({ dimension }: Coverage, t: Text, language: Language): string =>
  dimension === null ? t('dimensions.none') : dimension.ended_on === null ? dimension.name : t('dimensions.ended', { name: dimension.name, day: formatDate(language, dimension.ended_on, 'short') });

export const minutesOf = ({ treated, planned }: Coverage, t: Text, language: Language): string =>
  t('dimensions.minutes', { treated: formatNumber(language, treated), planned: formatNumber(language, planned), count: planned });
