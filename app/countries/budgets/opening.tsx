import type { ReactNode } from 'react';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

interface BudgetOpeningProps {
  readonly about: { readonly iso2: string; readonly country: string };
  readonly here: string;
  readonly lede?: ReactNode;
  /** Below the page of the country's budget. */
  readonly below?: boolean;
  readonly children?: ReactNode;
}

/** The opening of the pages on which a country's budget is written down. */
export function BudgetOpening({ about: { iso2, country }, here, lede, below = false, children }: BudgetOpeningProps) {
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  const above = [{ href: to.country(iso2), label: country }, { href: paths.countryRoom(iso2), label: t('room.title') }, ...(below ? [{ href: paths.countryBudget(iso2), label: t('room.jump.budget') }] : [])];
  return (
    <>
      <Crumbs above={above} here={here} />
      <Head tight kick={country} title={here} lede={lede}>{children}</Head>
    </>
  );
}
