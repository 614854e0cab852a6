import { permit } from '#app/access/permit';
import { isValued } from '#app/financing/pledges/model';
import { confirmPledge, createPledge, reducePledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { correctRate } from '#app/financing/rates/correction.server';
import { importRates, type IncomingRate } from '#app/financing/rates/operations.server';
import { ratePolicy, rateTable } from '#app/financing/rates/policy';
import { recordTransaction } from '#app/financing/transactions/operations.server';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { givenInKind, moneyTerms } from './money-terms';
import { countryOf, type Cast, type Player } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import { pick, type Story } from './story';

/** Rates of the demonstration: units for one US dollar, moved a little from month to month. Nobody should use them for anything. */
const unitsPerUsd: Readonly<Record<string, number>> = { USD: 1, EUR: 0.91, XDR: 0.75, GBP: 0.78, SEK: 10.4, KES: 129, XOF: 597, INR: 83.2, JPY: 148, JOD: 0.709, BRL: 5.1, COP: 3950, KRW: 1320 };
/** A currency without a rate, so that "not converted" is seen. */
const withoutRate = 'MRU';

const providerCurrencies: Readonly<Record<string, string>> = { NO: 'EUR', SE: 'SEK', DE: 'EUR', FR: 'EUR', ES: 'EUR', GB: 'GBP', KE: 'KES', SN: 'XOF', NE: 'XOF', ML: 'XOF', JO: 'JOD', CO: 'COP', IN: 'INR', KR: 'KRW', TD: withoutRate };

async function ratesIn(story: Story, cast: Cast): Promise<void> {
  const now = story.ago(1);
  const rows: IncomingRate[] = [];
  for (let back = 0; back < 42; back += 1) {
    const last = addDays(`${addDays(`${story.today.slice(0, 7)}-01`, -back * 30.4 | 0).slice(0, 7)}-01`, 0);
    for (const [currency, units] of Object.entries(unitsPerUsd)) {
      const moved = currency === 'USD' ? units : units * (1 + (pick(back * 31 + units, 60) - 30) / 1000);
      rows.push({ currency, rate_on: last, units_per_usd: moved.toFixed(6), period: 'month', source: 'demonstration', issuer: null });
    }
  }
  const once = new Map(rows.map((row) => [`${row.currency} ${row.rate_on}`, row]));
  const lead = await as(cast.lead, now);
  await must(importRates(permit(ratePolicy.import, lead, rateTable), at(now), [...once.values()]));
  // One that was published with a slip: both stay on record.
  const slip = await database().selectFrom('exchange_rates').select(['id', 'units_per_usd']).where('currency', '=', 'BRL').orderBy('rate_on', 'desc').offset(4).executeTakeFirstOrThrow();
  await must(correctRate(permit(ratePolicy.correct, lead, rateTable), at(now), slip.id, 0, { units_per_usd: (Number(slip.units_per_usd) + 0.09).toFixed(4), source: 'demonstration, corrected', reason: 'Two digits were swapped when the rate was published.' }));
}

/** How many pledges the story tells of. */
const total = 92;

/** Money for what was promised in public: announced, partly committed, partly paid, in twelve currencies. */
export async function moneyIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<void> {
  await ratesIn(story, cast);
  const funded = promised.filter((one) => one.publishedAgo !== undefined && one.publishedAgo > 40);
  for (let number = 0; number < total; number += 1) {
    const served = number % 8 === 7 ? undefined : funded[number < 2 ? 0 : (number * 3) % funded.length];
    await pledge(story, cast, number, served);
  }
}

function providerOf(cast: Cast, number: number, served: Promised | undefined): Player {
  const donors = cast.others.filter((player) => player.category === 'donor' || player.constituency === 'private');
  if (number % 4 === 1 && served !== undefined) return served.player;
  return donors[number === 0 ? 0 : pick(number * 13 + 3, donors.length)] ?? cast.others[0]!;
}

async function pledge(story: Story, cast: Cast, number: number, served: Promised | undefined): Promise<void> {
  const provider = providerOf(cast, number, served);
  const country = countryOf(provider);
  const place = { coalition_id: cast.coalition_id, provider_organisation_id: country === null ? provider.organisation_id : null, provider_country_iso2: country, commitment_id: served?.id ?? null };
  const agoDays = Math.min((served?.publishedAgo ?? 500) - 5, 900 - number * 8);
  const days = Math.max(20, agoDays);
  const announced = story.ago(days);
  const currency = number === 12 ? withoutRate : number === 21 ? 'XDR' : (providerCurrencies[provider.iso2 ?? ''] ?? 'USD');
  const amount = Math.round((200_000 + pick(number * 17, 4_800_000)) * (unitsPerUsd[currency] ?? 36) / 1000) * 1000;
  const recipients = recipientsOf(served, cast, number);
  const kind = number % 11 === 10 ? 'guarantee' : number % 7 === 6 ? givenInKind(number) : 'cash';
  const { id } = await must(createPledge(permit(pledgePolicy.create, await as(provider.focal_point, announced), place), at(announced), {
    title: served === undefined ? 'Support for connectivity where it is needed most' : titleOf(number), kind,
    amount: String(amount), currency, announced_on: story.dayAgo(days), starts_on: story.dayAgo(days - 10), ends_on: addDays(story.dayAgo(days), 900), new_money: number % 5 === 0 ? 'unknown' : number % 3 === 0 ? 'repackaged' : 'yes',
    ...(isValued(kind) ? { valuation_method: 'market_price', valued_on: story.dayAgo(days) } : { valuation_method: undefined, valued_on: undefined }),
    conditions: number % 6 === 2 ? 'Paid once the school has power and a trained person for the equipment.' : undefined, iati_identifier: undefined, visibility: 'public', recipients, ...moneyTerms(number, kind),
  }));
  if (number % 10 === 9) return;
  const pledgeRef = { ...place, id, status: 'announced' as const, recorded_by: provider.focal_point };
  const confirmed = story.ago(days - 8);
  await must(confirmPledge(permit(pledgePolicy.confirm, await as(cast.officer, confirmed), pledgeRef), at(confirmed)));
  await payments(story, provider, { ...pledgeRef, status: 'confirmed' }, { number, days, amount, country: recipients[0]?.party.country_iso2 ?? null });
  if (number % 13 !== 5) return;
  const now = story.ago(3, 15);
  await must(reducePledge(permit(pledgePolicy.reduce, await as(provider.focal_point, now), { ...pledgeRef, status: 'confirmed' }), at(now), {
    amount: String(Math.round(amount * 0.8)), reason: 'The budget of this year was cut by a fifth; the schools that were named first are kept.',
  }));
}

const titleOf = (number: number): string => ['Equipment and installation', 'Running costs for three years', 'Training and content', 'Power and connection'][number % 4] ?? 'Support';

function recipientsOf(served: Promised | undefined, cast: Cast, number: number) {
  const first = served !== undefined && countryOf(served.player) !== null ? countryOf(served.player) : cast.ministries[(number * 7) % cast.ministries.length]?.iso2;
  const second = cast.ministries[(number * 5 + 1) % cast.ministries.length]?.iso2;
  const to = (country_iso2: string, share: string) => ({ party: { country_iso2, organisation_id: null }, share });
  if (number % 16 === 7) return [{ party: { country_iso2: null, organisation_id: null, region_m49: '202' }, share: '60' }, to(second ?? 'RW', '40')];
  return number % 3 === 0 && first !== second ? [to(first ?? 'KE', '70'), to(second ?? 'RW', '30')] : [to(first ?? 'KE', '100')];
}

interface Paying {
  readonly number: number;
  readonly days: number;
  readonly amount: number;
  readonly country: string | null;
}

/** Commits in one or two steps and pays in up to three, never beyond what is committed and never ahead of today. */
async function payments(story: Story, provider: Player, pledgeRef: Parameters<typeof pledgePolicy.recordTransaction.decide>[1], paying: Paying): Promise<void> {
  const steps: readonly (readonly ['2' | '3', number, number])[] = [['2', 30, 0.5], ['3', 70, 0.3], ['3', 130, 0.15], ['2', 190, 0.3], ['3', 260, 0.25]];
  for (const [type_code, after, share] of steps.slice(0, (paying.number + 5) % 6)) {
    const when = paying.days - after;
    if (when < 2) return;
    const now = story.ago(when, 14);
    await must(recordTransaction(permit(pledgePolicy.recordTransaction, await as(provider.focal_point, now), pledgeRef), at(now), {
      type_code, transaction_on: story.dayAgo(when), value: String(Math.round(paying.amount * share)),
      receiver: paying.country === null ? undefined : { country_iso2: paying.country, organisation_id: null }, reference: undefined, description: undefined, excess_explanation: undefined,
    }));
  }
}
