import { recordValue, setBenchmark } from '#app/countries/indicators/operations.server';
import { indicatorPolicy } from '#app/countries/indicators/policy';
import { placeOfCountry } from '#app/countries/place.server';
import { permit } from '#app/access/permit';
import { INDICATORS, type Indicator } from '#db/reference/indicators';
import { ministries } from './cast';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import { pick, type Story } from './story';

/** Nobody should take these values for anything: each says so in its source. */
const source = 'demonstration';
const countries = ministries.slice(0, 25);
/** Some indicators are told of each country, so that missing and never written down are both seen. */
const told = 8;

const between: Readonly<Record<Indicator['unit'], readonly [number, number]>> = { percent: [18, 82], ratio: [0.35, 0.92], mbit_s: [4, 38] };

/** What is measured in 25 countries, and what they aim at: invented. */
export async function indicatorsIn(story: Story, cast: Cast): Promise<void> {
  const now = story.ago(35);
  const officer = await as(cast.officer, now);
  for (const [number, { iso2 }] of countries.entries()) {
    const place = await placeOfCountry(iso2);
    if (place === undefined) throw new Error('the demo world has no coalition');
    const record = permit(indicatorPolicy.record, officer, place);
    const aim = permit(indicatorPolicy.aim, officer, place);
    for (let step = 0; step < told; step += 1) {
      const indicator = INDICATORS[(number * 3 + step * 5) % INDICATORS.length]!;
      const [low, high] = between[indicator.unit];
      const share = pick(number * 31 + step * 7, 100) / 100;
      const value = indicator.code === 'price' ? 1 + share * 8 : low + (high - low) * share;
      const year = story.year - 1 - pick(number + step, 4);
      const isMissing = pick(number * 5 + step * 11, 5) === 0;
      await must(recordValue(record, at(now), indicator.code, undefined, {
        year, disaggregation: 'total', value: isMissing ? null : value.toFixed(2), missing: isMissing ? (pick(number + step, 2) === 0 ? 'not_collected' : 'not_yet') : null, missing_note: null, source, footnote: null,
      }));
      if (step % 2 === 0) await must(setBenchmark(aim, at(now), indicator.code, undefined, { benchmark_year: 2030, benchmark: (indicator.ascending ? Math.min(value * 1.4, indicator.unit === 'percent' ? 100 : indicator.unit === 'ratio' ? 1 : 100) : value * 0.6).toFixed(1), benchmark_source: source }));
    }
  }
}
