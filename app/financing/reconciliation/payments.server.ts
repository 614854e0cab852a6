import { sql, type RawBuilder } from 'kysely';
import type { Language } from '#app/languages/language';
import type { Reader } from '#app/platform/database.server';
import { confirmedOf, type ReconciliationState } from './model';
import type { PaymentRef } from './policy';

/** What one side said: in which words, when, and in whose name. */
export interface Saying {
  readonly on: string;
  readonly words: string | null;
  readonly language: string | null;
  readonly on_behalf: boolean;
  readonly evidence: string | null;
}

/** What arrived as the receiver tells it, where it tells more than the amount. */
interface Receipt {
  readonly receipt_amount: string | null;
  readonly receipt_currency: string | null;
  readonly received_on: string | null;
  readonly reference: string | null;
}

/** A payment with both accounts of it. */
export interface PaymentRow extends PaymentRef {
  readonly state: ReconciliationState;
  readonly version: number;
  readonly pledge_ref: string;
  readonly pledge_title: string;
  readonly transaction_on: string;
  readonly value: string;
  readonly currency: string;
  readonly description: string | null;
  readonly provider: string;
  readonly receiver: string | null;
  /** What of it counts as confirmed by the receiver. */
  readonly confirmed: string;
  readonly said: (Saying & Receipt) | null;
  readonly reply: Saying | null;
  readonly accepted: Saying | null;
  /** The receiver's own published account of it. */
  readonly pair: { readonly activity: string; readonly on: string } | null;
}

/** Payments of pledges with who received them: the transaction's own receiver, else the only recipient of its pledge. Aliases `t`, `p`, `sole`, `rc`. */
export const payments = sql`transactions t join pledges p on p.id = t.pledge_id
  left join lateral (select r.organisation_id, r.country_iso2 from pledge_recipients r
    where r.pledge_id = t.pledge_id and r.share = 100 and num_nonnulls(t.receiver_organisation_id, t.receiver_country_iso2, t.receiver_name) = 0) sole on true
  left join reconciliations rc on rc.transaction_id = t.id`;
export const receiverOrganisation = sql`coalesce(t.receiver_organisation_id, sole.organisation_id)`;
export const receiverCountry = sql`coalesce(t.receiver_country_iso2, sole.country_iso2)`;

const isPayment = sql`t.type_code = '3' and t.value > 0 and t.reversal_of is null`;
const isReversed = sql`exists (select from transactions back where back.reversal_of = t.id)`;
/** RC-7: a reversed payment is out on both sides. */
export const standing = sql`${isPayment} and not ${isReversed}`;

/** What was said, as JSON, by the alias of its act. */
const sayingOf = (act: string): RawBuilder<unknown> => {
  const of = (name: string) => sql.ref(`${act}.${name}`);
  return sql`case when ${of('id')} is not null then json_build_object('on', (${of('said_at')} at time zone 'UTC')::date::text, 'words', ${of('words')}, 'language', ${of('language')},
    'on_behalf', ${of('on_behalf')}, 'evidence', ${of('evidence')}, 'receipt_amount', trim_scale(${of('receipt_amount')})::text, 'receipt_currency', ${of('receipt_currency')},
    'received_on', ${of('received_on')}::text, 'reference', ${of('reference')}) end`;
};

/** The payments with these ids, in this order: one query whatever their number. A payment that was reversed says so. */
export async function paymentRows(db: Reader, language: Language, ids: readonly string[]): Promise<PaymentRow[]> {
  if (ids.length === 0) return [];
  const found = await sql<Omit<PaymentRow, 'confirmed'>>`
    select t.id as transaction_id, p.id as pledge_id, p.ref as pledge_ref, p.title as pledge_title, p.coalition_id, p.provider_organisation_id, p.provider_country_iso2,
      ${receiverOrganisation} as receiver_organisation_id, ${receiverCountry} as receiver_country_iso2, t.recorded_by, said.said_by, ${isReversed} as reversed,
      coalesce(rc.state, 'unpaired') as state, trim_scale(rc.received)::text as received, rc.reply_id is not null as replied, coalesce(rc.version, 0) as version,
      t.transaction_on, trim_scale(t.value)::text as value, t.currency, t.description, coalesce(giver.name, promising.name) as provider,
      coalesce(taker.name, taking.name, t.receiver_name) as receiver, ${sayingOf('said')} as said, ${sayingOf('reply')} as reply, ${sayingOf('accepted')} as accepted,
      case when pair.id is not null then json_build_object('activity', paired.iati_identifier, 'on', pair.transaction_on::text) end as pair
    from unnest(${[...ids]}::uuid[]) with ordinality asked (id, place) join ${payments} on t.id = asked.id
      left join reconciliation_acts said on said.id = rc.said_id
      left join reconciliation_acts reply on reply.id = rc.reply_id
      left join reconciliation_acts accepted on accepted.id = rc.accepted_id
      left join transactions pair on pair.id = rc.pair_id
      left join activities paired on paired.id = pair.activity_id
      left join organisations giver on giver.id = p.provider_organisation_id
      left join country_texts promising on promising.iso2 = p.provider_country_iso2 and promising.language = ${language}
      left join organisations taker on taker.id = ${receiverOrganisation}
      left join country_texts taking on taking.iso2 = ${receiverCountry} and taking.language = ${language}
    where ${isPayment} order by asked.place`.execute(db);
  return found.rows.map((row) => ({ ...row, confirmed: confirmedOf(row, row.value) }));
}
