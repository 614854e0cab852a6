import { Big } from 'big.js';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { database, type Reader } from '#app/platform/database.server';
import { isId, newId } from '#app/platform/identity';
import type { CorrectionForm } from './input.server';
import type { ratePolicy } from './policy';

/** A rate as it was first taken in, with what stands of it after its corrections. */
export interface Correctable {
  readonly id: string;
  readonly currency: string;
  readonly rate_on: string;
  readonly period: 'day' | 'month' | 'year';
  readonly issuer: string | null;
  readonly units_per_usd: string;
  readonly source: string;
  /** How often it was corrected: what a form was filled in from. */
  readonly corrections: number;
}

/** The rate with an id or that of one of its corrections; US dollars are 1 and have nothing to correct. */
export async function findCorrectable(id: string, db: Reader = database()): Promise<Correctable | undefined> {
  if (!isId(id)) return undefined;
  const rows = await db.selectFrom('exchange_rates as r').innerJoin('exchange_rates as asked', (join) => join.on((eb) => eb.or([eb('r.id', '=', eb.ref('asked.id')), eb('r.id', '=', eb.ref('asked.corrects')), eb('r.corrects', '=', eb.ref('asked.id')), eb('r.corrects', '=', eb.ref('asked.corrects'))])))
    .selectAll('r').where('asked.id', '=', id).orderBy('r.corrects', (order) => order.desc().nullsLast()).orderBy('r.created_at').orderBy('r.id').execute();
  const first = rows.find(({ corrects }) => corrects === null);
  const last = rows.filter(({ corrects }) => corrects !== null).at(-1) ?? first;
  if (first === undefined || last === undefined || first.currency === 'USD') return undefined;
  const { currency, rate_on, period, issuer } = first;
  return { id: first.id, currency, rate_on, period: period as Correctable['period'], issuer, units_per_usd: new Big(last.units_per_usd).toFixed(), source: last.source, corrections: rows.length - 1 };
}

type Correct = PermitFor<typeof ratePolicy.correct>;

/**
 * FI-6: a wrong rate stays on record; what is right is a row of its own that names it and says why. From then on every amount of that
 * date is converted at it. Who filled in the form before another correction is asked to look again.
 */
export function correctRate(granted: Correct, occasion: Occasion, id: string, seen: number | undefined, form: CorrectionForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await tx.selectFrom('exchange_rates').select('id').where('id', '=', id).where('corrects', 'is', null).forNoKeyUpdate().execute();
    const rate = await findCorrectable(id, tx);
    if (rate === undefined || rate.corrections !== seen) return refused(problem('form:problems.changed_meanwhile'));
    granted.again(granted.subject);
    if (new Big(form.units_per_usd).eq(rate.units_per_usd)) return refused(problem('financing:problems.rate_same', 'units_per_usd'));
    const { currency, rate_on, period, issuer } = rate;
    await tx.insertInto('exchange_rates').values({
      id: newId(), corrects: rate.id, currency, rate_on, period, issuer, units_per_usd: form.units_per_usd, source: form.source, reason: form.reason,
      recorded_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now,
    }).execute();
    return done({ id: rate.id });
  });
}
