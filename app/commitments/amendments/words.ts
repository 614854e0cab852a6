import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { countryName } from '#db/reference/countries';
import { amountOf, unitName } from '../marks';
import type { Change, Promised } from './model';

/** What is changed, and which goal where there are several. */
export const labelOf = ({ field, goal }: Change, several: boolean, t: Text): string =>
  goal !== null && several ? t('amendments.field_of_goal', { field: t(`amendments.field.${field}`), number: goal }) : t(`amendments.field.${field}`);

/** What stands there before an amendment, or after it. */
export function said({ field, units, before, after }: Change, at: 0 | 1, promised: Promised, t: Text, language: Language): string {
  const value = at === 0 ? before : after;
  if (field === 'lead') return promised.lead.name;
  if (value === null) return t('not_known');
  switch (field) {
    case 'starts_on': case 'ends_on': case 'target_on': return formatDate(language, value);
    case 'baseline_value': case 'target_value': return amountOf(value, units[at], t, language);
    case 'unit': return unitName(value, t);
    case 'countries': return countriesInWords(value.split('|'), language);
    default: return value;
  }
}

/** One alone has the whole and says no share. */
function countriesInWords(countries: readonly string[], language: Language): string {
  return countries.map((one) => {
    const [code = '', share] = one.split(':');
    return share === undefined || countries.length === 1 ? countryName(code, language) : `${countryName(code, language)} ${formatNumber(language, share, 4)} %`;
  }).join(' · ');
}
