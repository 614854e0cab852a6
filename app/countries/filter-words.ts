import { useLocale, useText } from '#app/languages/text';
import { pledgeKinds } from '#app/financing/pledges/model';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { COUNTRIES } from '#db/reference/countries';
import { COUNTRY_GROUPS } from '#db/reference/groups';
import { INDICATORS } from '#db/reference/indicators';
import { REGIONS } from '#db/reference/regions';
import { lineStates } from './budgets/list';
import { figures } from './indicators/list';
import { offerStates } from './offers/model';
import { aboutWhat } from './offers/list';
import { openState } from './requests/list';
import { requestStates } from './requests/model';

/** The value of a filter in words; one that has none is shown as it stands in the address. */
export function useFilterWords(of: 'requests' | 'offers' | 'indicators' | 'budgets'): (filter: string, value: string) => string {
  const t = useText('countries');
  const kinds = useText('financing');
  const { language } = useLocale();
  const states: readonly string[] = of === 'requests' ? requestStates : offerStates;
  const nameIn = (list: readonly { readonly name: Readonly<Record<typeof language, string>> }[], at: number): string | undefined => list[at]?.name[language];
  return (filter, value) => {
    switch (filter) {
      case 'q': return t('filter.words', { words: value });
      case 'state': return of === 'budgets' ? (lineStates.some((one) => one === value) ? t(`budgets.states.${value}`) : value) : of === 'requests' && value === openState ? t('requests.open') : states.includes(value) ? t(`${of}.state.${value}`) : value;
      case 'country': return nameIn(COUNTRIES, COUNTRIES.findIndex(({ iso2 }) => iso2 === value)) ?? value;
      case 'region': return nameIn(REGIONS, REGIONS.findIndex(({ m49 }) => m49 === value)) ?? value;
      case 'group': return nameIn(COUNTRY_GROUPS, COUNTRY_GROUPS.findIndex(({ code }) => code === value)) ?? value;
      case 'beneficiary': return nameIn(BENEFICIARY_GROUPS, BENEFICIARY_GROUPS.findIndex(({ code }) => code === value)) ?? value;
      case 'kind': return pledgeKinds.some((kind) => kind === value) ? kinds(`kind.${value}`) : value;
      case 'indicator': return nameIn(INDICATORS, INDICATORS.findIndex(({ code }) => code === value)) ?? value;
      case 'figure': return figures.some((figure) => figure === value) ? t(`indicators.figures.${value}`) : value;
      case 'known': return t(value === 'no' ? 'indicators.is_known_no' : 'indicators.is_known_yes');
      case 'about': return aboutWhat.some((about) => about === value) ? t(`offers.about.${value}`) : value;
      default: return value;
    }
  };
}
