import { sql, type RawBuilder } from 'kysely';
import { database, type Reader } from '#app/platform/database.server';
import { payments, receiverCountry, receiverOrganisation } from './payments.server';

/** A published transaction that may be the receiver's own account of a payment, and why. */
export interface Candidate {
  readonly id: string;
  readonly activity: string;
  readonly title: string | null;
  readonly type_code: string;
  readonly transaction_on: string;
  readonly value: string;
  readonly currency: string;
  /** It names the provider's activity or pledge, or stands in the activity that the payment names; else both parties are the same. */
  readonly by_activity: boolean;
  readonly days_apart: number;
}

/** RC-8: how far a published account may lie from the payment. */
const withinDays = 30;
const within = sql`0.01`;

/**
 * What matches, over `t` (the payment), `p` (its pledge) and `x` (the published row) with its activity `a`: money that came in (IATI types
 * 1 and 11), in the same currency, within one per cent and 30 days, which names the same activity or the same two parties; of no other payment.
 */
const byActivity = sql`(x.provider_activity in (p.iati_identifier, t.provider_activity) or a.iati_identifier = t.receiver_activity)`;
const matches: RawBuilder<unknown> = sql`
  x.activity_id is not null and x.pledge_id is null and x.type_code in ('1', '11') and x.currency = t.currency and x.reversal_of is null
  and x.transaction_on between t.transaction_on - ${withinDays}::int and t.transaction_on + ${withinDays}::int and abs(x.value - t.value) <= t.value * ${within}
  and not exists (select from transactions back where back.reversal_of = x.id)
  and not exists (select from reconciliations taken where taken.pair_id = x.id and taken.transaction_id <> t.id)
  and (${byActivity} or (
    (x.provider_organisation_id = p.provider_organisation_id or lower(x.provider_name) = (select lower(o.name) from organisations o where o.id = p.provider_organisation_id))
    and (a.reporting_organisation_id = ${receiverOrganisation}
      or exists (select from activity_countries c where c.activity_id = a.id and c.country_iso2 = ${receiverCountry}))))`;

const search = sql`${payments}
  join transactions x on x.type_code in ('1', '11') join activities a on a.id = x.activity_id`;

/** What published data holds that may be the receiver's account of a payment: nearest first. A person decides. */
export async function pairsFor({ transaction_id }: { readonly transaction_id: string }, language: string, db: Reader = database()): Promise<readonly Candidate[]> {
  const found = await sql<Candidate>`
    select x.id, a.iati_identifier as activity, (select n.title from activity_texts n where n.activity_id = a.id order by n.language = ${language} desc, n.language = a.language desc limit 1) as title,
      x.type_code, x.transaction_on, trim_scale(x.value)::text as value, x.currency, coalesce(${byActivity}, false) as by_activity, abs(x.transaction_on - t.transaction_on) as days_apart
    from ${search} where t.id = ${transaction_id} and ${matches} order by abs(x.value - t.value), abs(x.transaction_on - t.transaction_on), x.id limit 10`.execute(db);
  return found.rows;
}

/** One of them, if it still matches. */
export async function pairOf(db: Reader, payment: { readonly transaction_id: string }, id: string): Promise<{ readonly value: string } | undefined> {
  const found = await sql<{ value: string }>`select trim_scale(x.value)::text as value from ${search} where t.id = ${payment.transaction_id} and x.id = ${id} and ${matches}`.execute(db);
  return found.rows[0];
}

/** Which of these payments have one, for lists. */
export async function withPairs(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const found = await sql<{ id: string }>`select distinct t.id from ${search} where t.id = any(${[...ids]}::uuid[]) and ${matches}`.execute(database());
  return new Set(found.rows.map(({ id }) => id));
}
