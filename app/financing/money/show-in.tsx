import { useLocation, useMatches } from '@remix-run/react';
import { SelectField, type Option, type OptionGroup } from '#app/form/field';
import { currencyName, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dollars, reportingName, type Reporting } from './reporting';

/** In what the page shows its sums: what its loader found in the address as `reporting`, else US dollars. */
export function useReporting(): Reporting {
  const holding = useMatches().map(({ data }) => data as { readonly reporting?: Reporting } | undefined).findLast((data) => data?.reporting !== undefined);
  return holding?.reporting ?? dollars;
}

/** Addresses of the lists of money that keep showing it in a currency. */
export function moneyPathsIn(language: Language, currency: string) {
  const to = paths.in(language);
  if (currency === 'USD') return to;
  const kept = { [reportingName]: currency };
  return {
    ...to, financing: (query?: Parameters<typeof to.financing>[0]) => to.financing({ ...query, ...kept }), pledges: (query?: Parameters<typeof to.pledges>[0]) => to.pledges({ ...query, ...kept }),
    transactions: (query?: Parameters<typeof to.transactions>[0]) => to.transactions({ ...query, ...kept }), activities: (query?: Parameters<typeof to.activities>[0]) => to.activities({ ...query, ...kept }),
    pledge: (ref: string) => `${to.pledge(ref)}?${new URLSearchParams(kept).toString()}`, activity: (ref: string) => `${to.activity(ref)}?${new URLSearchParams(kept).toString()}`,
  };
}

/** The same in the currency of the page. */
export function useMoneyPaths() {
  const { language } = useLocale();
  return moneyPathsIn(language, useReporting().currency);
}

const often = ['EUR', 'XDR', 'GBP'];

function optionsOf(choices: readonly string[], language: Language): (Option | OptionGroup)[] {
  const named = (code: string): Option => ({ value: code, label: `${code} ${currencyName(language, code)}` });
  return [...often.filter((code) => choices.includes(code)), ...choices.filter((code) => !often.includes(code))].map(named);
}

/** The choice of the currency, as one more field of a form that is sent by GET. */
export function ReportingField({ id }: { readonly id?: string }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { currency, unknown, choices } = useReporting();
  return (
    <SelectField
      name={reportingName} {...(id === undefined ? {} : { id })} label={t('currencies.show_in')} empty={`USD ${currencyName(language, 'USD')}`} options={optionsOf(choices, language)}
      defaultValue={currency === 'USD' ? '' : currency} errors={unknown === null ? undefined : [t('currencies.unknown', { code: unknown })]}
    />
  );
}

/** What could not be converted: how many pledges, and the filters of the list that they are in. */
interface Left {
  readonly count: number;
  readonly filters: Parameters<ReturnType<typeof useMoneyPaths>['pledges']>[0];
}

/** Which rate turned amounts into what is shown, and what has none. */
export function RateRule({ left }: { readonly left?: Left | undefined }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { currency } = useReporting();
  const to = useMoneyPaths();
  return (
    <p className="small muted pt-8 measure">
      {t('currencies.rule', { currency })} <a href={to.rates()}>{t('currencies.rates')}</a>
      {left !== undefined && left.count > 0 && <> · <a href={to.pledges({ ...left.filters, converted: 'no' })}>{t('currencies.left', { count: left.count, shown: formatNumber(language, left.count), currency })}</a></>}
    </p>
  );
}

/** The choice as a form of its own, for pages without filters; everything else that the address says stays as it is. */
export function ShowIn({ anchor = '', left }: { readonly anchor?: string; readonly left?: Left | undefined }) {
  const t = useText('financing');
  const { choices } = useReporting();
  const { pathname, search } = useLocation();
  if (choices.length === 0) return null;
  const rest = [...new URLSearchParams(search)].filter(([name]) => name !== reportingName);
  return (
    <div className="pt-8 pb-32">
      <form className="filters noprint" method="get" action={`${pathname}${anchor}`} aria-label={t('currencies.show_in')}>
        <ReportingField />
        {rest.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)}
        <div className="row"><button className="btn second" type="submit">{t('currencies.show')}</button></div>
      </form>
      <RateRule left={left} />
    </div>
  );
}
