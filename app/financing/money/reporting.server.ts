import { sql } from 'kysely';
import { database } from '#app/platform/database.server';
import { reportingName, type Reporting } from './reporting';

/** What the address of a page asks its sums to be shown in. */
export async function reportingOf(request: Request): Promise<Reporting> {
  const asked = (new URL(request.url).searchParams.get(reportingName) ?? '').replaceAll('\0', '').trim().toUpperCase();
  const choices = await currenciesWithRates();
  if (asked === '' || asked === 'USD') return { currency: 'USD', unknown: null, choices };
  return choices.includes(asked) ? { currency: asked, unknown: null, choices } : { currency: 'USD', unknown: asked.slice(0, 20), choices };
}

/** Currencies that are in use and have a rate, found by leaps through the index rather than by reading every rate. */
async function currenciesWithRates(): Promise<readonly string[]> {
  const found = await sql<{ code: string }>`
    with recursive known as (
      select min(currency) as code from exchange_rates
      union all select (select min(currency) from exchange_rates where currency > known.code) from known where known.code is not null
    )
    select code from known join currencies using (code) where active and code <> 'USD' order by code`.execute(database());
  return found.rows.map(({ code }) => code);
}
