import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FigureTable } from '#app/ui/figure-table';
import { Key } from '#app/ui/key';
import type { Bounds } from '#app/ui/shade';
import { Tiles } from '#app/ui/tiles';
import { stepEntries } from './heat';
import type { PlaceRegion } from './places.server';

interface CountriesProps {
  readonly regions: readonly PlaceRegion[];
  readonly finding: string;
  readonly bounds: Bounds;
  /** The last column: what a country counts, on average. */
  readonly mean?: string | undefined;
  /** Behind the number of a tile: "of 11". */
  readonly of?: number | undefined;
  /** Where a tile, a row and the last row lead; the page of the country and the list of countries unless told. */
  readonly opens?: { readonly country: (iso2: string) => string; readonly region: (m49: string) => string } | undefined;
  /** What stands on a tile, where it is not the number itself. */
  readonly say?: ((count: number) => string) | undefined;
  /** Where the regions come from and what is shown of them, where that is not the usual. */
  readonly source?: string | undefined;
}

/** How many countries of each region are covered: the table first, then a tile for each country. */
export function CoveredCountries({ regions, finding, bounds, mean, of, opens, say, source }: CountriesProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const shown = (count: number) => formatNumber(language, count, 1);
  const { country, region: ofRegion } = opens ?? { country: to.country, region: (m49: string) => to.countries({ region: m49 }) };
  const states = regions.reduce((sum, region) => sum + region.of, 0);
  const covered = regions.reduce((sum, region) => sum + region.covered, 0);
  const all = regions.reduce((sum, region) => sum + region.mean * region.of, 0) / Math.max(1, states);
  return (
    <>
      <FigureTable
        titled caption={finding}
        columns={[{ label: t('coverage.region') }, { label: t('coverage.countries') }, { label: t('coverage.covered') }, { label: t('coverage.uncovered') }, ...(mean === undefined ? [] : [{ label: mean }])]}
        rows={regions.map((region) => [
          <a key="name" href={ofRegion(region.m49)}>{region.name}</a>, shown(region.of), shown(region.covered), shown(region.of - region.covered),
          ...(mean === undefined ? [] : [shown(region.mean)]),
        ])}
        foot={[t('coverage.all_regions'), shown(states), shown(covered), shown(states - covered), ...(mean === undefined ? [] : [shown(all)])]}
      />
      <Key entries={stepEntries(bounds, t, language)} />
      <Tiles
        bounds={bounds}
        regions={regions.map((region) => ({
          key: region.m49, name: region.name, note: t('coverage.of_region', { known: shown(region.covered), total: shown(region.of) }),
          tiles: region.places.map(({ iso2, name, count }) => ({
            code: iso2, count: Math.ceil(count), shown: say?.(count), href: country(iso2),
            label: of === undefined ? `${iso2} ${say === undefined ? shown(count) : say(count)}, ${name}` : t('coverage.tile', { code: iso2, shown: shown(count), total: shown(of), name }),
          })),
        }))}
      />
      <p className="meta">{source ?? t('coverage.source')}</p>
    </>
  );
}
