import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FigureTable } from '#app/ui/figure-table';
import { Key } from '#app/ui/key';
import { stepsOf } from '#app/ui/shade';
import { Tiles } from '#app/ui/tiles';
import { type CountryRegion, tileBounds } from './model';

/** How many countries of each region have a promise: first as a table, then with a tile for each country. */
export function Coverage({ regions }: { readonly regions: readonly CountryRegion[] }) {
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  const shown = (count: number) => formatNumber(language, count);
  const nameOf = (region: CountryRegion) => region.name ?? t('list.no_region');
  const all = regions.reduce((sum, { countries, promising }) => ({ countries: sum.countries + countries.length, promising: sum.promising + promising }), { countries: 0, promising: 0 });
  return (
    <>
      <FigureTable
        titled caption={t('coverage.finding', { count: all.countries, shown: shown(all.countries), promising: shown(all.promising), none: shown(all.countries - all.promising) })}
        columns={[{ label: t('coverage.region') }, { label: t('coverage.countries') }, { label: t('coverage.promising') }, { label: t('coverage.none') }]}
        rows={regions.map((region) => [
          region.key === '' ? nameOf(region) : <a key="name" href={to.countries({ region: region.key })}>{nameOf(region)}</a>,
          shown(region.countries.length), shown(region.promising), shown(region.countries.length - region.promising),
        ])}
        {...(regions.length < 2 ? {} : { foot: [t('coverage.all'), shown(all.countries), shown(all.promising), shown(all.countries - all.promising)] })}
      />
      <Key entries={stepsOf(tileBounds).map(({ shade, from, to: until }) => ({ swatch: shade, label: until === null ? t('coverage.step_over', { from: shown(from) }) : until === 0 ? t('coverage.step_none') : t('coverage.step', { from: shown(from), to: shown(until) }) }))} />
      <Tiles
        bounds={tileBounds}
        regions={regions.map((region) => ({
          key: region.key, name: nameOf(region), note: t('coverage.of_region', { promising: shown(region.promising), total: shown(region.countries.length) }),
          tiles: region.countries.toSorted((a, b) => (a.iso2 < b.iso2 ? -1 : 1)).map((row) => ({
            code: row.iso2, count: row.commitments, href: to.country(row.iso2), label: t('coverage.tile', { code: row.iso2, name: row.name, count: row.commitments, shown: shown(row.commitments) }),
          })),
        }))}
      />
      <p className="meta">{t('coverage.source')}</p>
    </>
  );
}
