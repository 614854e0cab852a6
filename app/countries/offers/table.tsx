import type { Text } from '#app/languages/catalogue';
import { formatDate, formatList } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { countryName } from '#db/reference/countries';
import { offerTag, worthOf } from '../marks';
import type { OfferRow } from './list';

/** Where the provider has its own page. */
export const providerHref = ({ provider_country_iso2, provider_ref }: Pick<OfferRow, 'provider_country_iso2' | 'provider_ref'>, language: Language): string =>
  provider_country_iso2 === null ? paths.in(language).member(provider_ref) : paths.in(language).country(provider_ref);

export const forWhom = (countries: readonly string[], t: Text, language: Language): string =>
  countries.length === 0 ? t('offers.every_country') : formatList(language, countries.map((code) => countryName(code, language)));

/** Offers on screen; the columns of their files are in `columns.ts`. */
export const offerTable: readonly Column<OfferRow>[] = [
  {
    id: 'offer', header: (t) => t('offers.offer'),
    cell: (row, { language }) => <><a href={paths.in(language).offer(row.ref)} lang={row.title_language === language ? undefined : row.title_language} dir="auto">{row.title}</a> <span className="ref">{row.ref}</span></>,
  },
  { id: 'provider', header: (t) => t('offers.provider'), cell: (row, { language }) => <a href={providerHref(row, language)} dir="auto">{row.provider}</a> },
  {
    id: 'about', header: (t) => t('offers.for'),
    cell: (row, { t, language }) => <>{forWhom(row.countries, t, language)}{row.request !== null && <> <a className="ref" href={paths.in(language).request(row.request.ref)}><bdi>{row.request.ref}</bdi></a></>}</>,
  },
  { id: 'worth', header: (t) => t('offers.worth'), unbroken: true, cell: (row, { t, language }) => worthOf(row, t, language) },
  { id: 'made', header: (t) => t('offers.made'), sort: 'recent', unbroken: true, cell: (row, { language }) => formatDate(language, row.made_on, 'short') },
  { id: 'state', header: (t) => t('requests.state_head'), unnamed: true, cell: (row, { t }) => offerTag(row.state, t) },
];
