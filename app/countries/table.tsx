import { formatMoney, formatNumber } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { COUNTRY_GROUPS } from '#db/reference/groups';
import type { CountryRow } from './model';

/** The list of countries on screen; the columns of its files are in `columns.ts`. */
export const countryColumns: readonly Column<CountryRow>[] = [
  { id: 'name', header: (t) => t('list.country'), cell: (row, { language }) => <a href={paths.in(language).country(row.iso2)}>{row.name}</a> },
  { id: 'groups', header: (t) => t('list.groups'), cell: (row, { t, language }) => row.groups.map((code) => groupName(code, language)).join(', ') || <span className="muted">{t('list.no_group')}</span> },
  { id: 'commitments', header: (t) => t('list.commitments'), numeric: true, cell: (row, { t, language }) => count(row.commitments, t, language) },
  { id: 'on_track', header: (t) => t('commitments:standing.on_track'), numeric: true, cell: (row, { t, language }) => (row.commitments === 0 ? count(0, t, language) : formatNumber(language, row.on_track)) },
  { id: 'pledged', header: (t) => t('list.pledged'), numeric: true, cell: (row, { t, language }) => amount(row.pledged_usd, row.pledges, t, language) },
  { id: 'disbursed', header: (t) => t('list.disbursed'), numeric: true, cell: (row, { t, language }) => amount(row.disbursed_usd, row.pledges, t, language) },
];

const groupName = (code: string, language: Language): string => COUNTRY_GROUPS.find((group) => group.code === code)?.shortName[language] ?? code;

/** Nothing is said as nothing, and what could not be converted as that: never one for the other. */
const count = (many: number, t: Text, language: Language) => (many === 0 ? <span className="muted">{t('list.none')}</span> : formatNumber(language, many));

function amount(usd: string | null, pledges: number, t: Text, language: Language) {
  if (usd === null) return t('list.not_converted');
  return pledges === 0 ? <span className="muted">{t('list.none')}</span> : formatMoney(language, usd, 'USD');
}
