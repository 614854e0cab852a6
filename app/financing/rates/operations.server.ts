import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import type { ratePolicy } from './policy';

/** A rate as it is published: units of the currency for one US dollar, every digit; `rate_on` is the last day of its period. */
export interface IncomingRate {
  readonly currency: string;
  readonly rate_on: string;
  readonly units_per_usd: string;
  readonly period: 'day' | 'month' | 'year';
  readonly source: string;
  readonly issuer: string | null;
}

/** What became of a rate: a different one for the same currency, date, period and source is a conflict, and `known` says what stands. */
export interface RateOutcome {
  readonly outcome: 'new' | 'unchanged' | 'conflict';
  readonly id: string;
  readonly known: string | null;
}

type Import = PermitFor<typeof ratePolicy.import>;

/** FI-6: rates are immutable rows. Importing the same file again changes nothing; one different rate refuses the whole. */
export function importRates(granted: Import, occasion: Occasion, rows: readonly IncomingRate[]): Promise<Result<{ added: number; unchanged: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const outcomes = await takeRatesIn(tx, granted, occasion, rows);
    const conflict = outcomes.findIndex((one) => one.outcome === 'conflict');
    const row = rows[conflict];
    if (row !== undefined) {
      return refused(problem('financing:problems.rate_differs', undefined, { currency: row.currency, date: row.rate_on, given: row.units_per_usd, known: outcomes[conflict]?.known ?? '' }));
    }
    const added = outcomes.filter((one) => one.outcome === 'new').length;
    return done({ added, unchanged: outcomes.length - added });
  });
}

/** Takes rates in sets and says what became of each, in their order; conflicts are left out and told. */
export async function takeRatesIn(tx: Tx, granted: Import, occasion: Occasion, rows: readonly IncomingRate[]): Promise<readonly RateOutcome[]> {
  granted.again(granted.subject);
  const outcomes: RateOutcome[] = [];
  for (const part of chunks(rows)) outcomes.push(...(await takePart(tx, occasion, part)));
  return outcomes;
}

async function takePart(tx: Tx, occasion: Occasion, rows: readonly IncomingRate[]): Promise<readonly RateOutcome[]> {
  const given = rows.map((row, at) => ({ ...row, id: newId(), created_at: occasion.now, at }));
  // Read as rows of the table itself, so that given and stored rates are compared in the same precision.
  const inserted = await sql<{ id: string }>`
    insert into exchange_rates (id, currency, rate_on, units_per_usd, period, source, issuer, created_at)
    select id, currency, rate_on, units_per_usd, period, source, issuer, created_at from jsonb_populate_recordset(null::exchange_rates, ${recordset(given)})
    on conflict (currency, rate_on, period, source) where corrects is null do nothing returning id`.execute(tx);
  const added = new Set(inserted.rows.map(({ id }) => id));
  const before = await sql<{ given_id: string; id: string; same: boolean; known: string }>`
    select x.id as given_id, r.id, x.units_per_usd in (r.units_per_usd, c.units_per_usd) as same, trim_scale(coalesce(c.units_per_usd, r.units_per_usd))::text as known
    from jsonb_populate_recordset(null::exchange_rates, ${recordset(given)}) x
      join exchange_rates r using (currency, rate_on, period, source)
      left join lateral (select units_per_usd from exchange_rates where corrects = r.id order by created_at desc, id desc limit 1) c on true
    where r.corrects is null`.execute(tx);
  const known = new Map(before.rows.map((row) => [row.given_id, row]));
  return given.map(({ id }) => {
    const row = known.get(id);
    if (added.has(id) || row === undefined) return { outcome: 'new', id, known: null };
    return { outcome: row.same ? 'unchanged' : 'conflict', id: row.id, known: row.known };
  });
}
