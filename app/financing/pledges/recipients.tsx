import { allocate } from '#app/financing/money/model';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FigureTable } from '#app/ui/figure-table';
import type { PledgeRow } from './queries.server';

/** FI-3: who receives which part; the parts sum to what still stands, to the last digit. `exponent` is that of the currency. */
export function Recipients({ pledge, exponent }: { readonly pledge: PledgeRow; readonly exponent: number }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { recipients, ladder, currency } = pledge;
  if (recipients.length === 0) return <p>{t('pledge.no_recipients')}</p>;
  const to = paths.in(language);
  const parts = allocate(ladder.pledged, recipients.map(({ share }) => share), exponent);
  const amount = (value: string) => formatNumber(language, value, 6);
  return (
    <FigureTable
      caption={t('pledge.recipients_caption')} columns={[{ label: t('pledge.recipient') }, { label: t('pledge.share') }, { label: t('pledge.own', { currency }) }]}
      rows={recipients.map(({ country_iso2, region_m49, ref, name, share }, at) => [
        <a key={ref} href={country_iso2 !== null ? to.country(country_iso2) : region_m49 !== null ? to.pledges({ recipient: `region:${region_m49}` }) : to.member(ref)}>{name}</a>, `${formatNumber(language, share, 4)} %`, amount(parts[at] ?? ''),
      ])}
      foot={[t('home.together'), '100 %', amount(ladder.pledged)]}
    />
  );
}
