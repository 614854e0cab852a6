import { canonicalTag } from '#app/languages/content';
import { useLocale, useText } from '#app/languages/text';
import { COUNTRIES } from '#db/reference/countries';
import { languageName } from '#db/reference/language-names';
import { REGIONS } from '#db/reference/regions';
import { answers, costs, levels, platformStates } from './model';
import type { PlatformFilter } from './list';

/** The value of a filter in words; one that has none is shown as it stands in the address. */
export function usePlatformWords(): (filter: PlatformFilter, value: string) => string {
  const t = useText('registries');
  const { language } = useLocale();
  const among = (list: readonly string[], value: string, key: string): string => (list.includes(value) ? t(`${key}.${value}`) : value);
  return (filter, value) => {
    switch (filter) {
      case 'q': return t('list.words', { words: value });
      case 'state': return among(platformStates, value, 'state');
      case 'country': return COUNTRIES.find(({ iso2 }) => iso2 === value)?.name[language] ?? value;
      case 'region': return REGIONS.find(({ m49 }) => m49 === value)?.name[language] ?? value;
      case 'level': return among(levels, value, 'level');
      case 'language': {
        const tag = canonicalTag(value);
        return tag === undefined ? value : languageName(tag, language);
      }
      case 'cost': return value === 'unknown' ? t('list.cost_unknown') : among(costs, value, 'cost');
      case 'offline': case 'zero_rated': case 'learner_data': return answers.some((one) => one === value) ? `${t(`field.${filter}`)}: ${t(`answer.${value}`)}` : value;
    }
  };
}
