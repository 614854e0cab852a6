import { sql } from 'kysely';
import { permit } from '#app/access/permit';
import { createPledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { acceptReply, confirmPayments, contestPayment, correctPayment, replyToReceiver } from '#app/financing/reconciliation/operations.server';
import { paymentRows, payments, standing, type PaymentRow } from '#app/financing/reconciliation/payments.server';
import { isDomestic, receiptPolicy } from '#app/financing/reconciliation/policy';
import { recordTransaction } from '#app/financing/transactions/operations.server';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { countryOf, type Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

/** What receivers say of payments about them: most confirm, some say another amount or contest, some have not answered yet. */
export async function reconciliationIn(story: Story, cast: Cast): Promise<void> {
  await betweenCountries(story, cast);
  const found = await sql<{ id: string }>`select t.id from ${payments} where ${standing} order by t.transaction_on, t.id`.execute(database());
  const rows = await paymentRows(database(), 'en', found.rows.map(({ id }) => id));
  const told = rows.filter((row) => !isDomestic(row) && addDays(row.transaction_on, 40) < story.today);
  for (const [number, row] of told.entries()) await tell(cast, row, number);
}

/** Kenya helps Fiji: both sides have accounts to try, and Fiji has not answered yet. */
async function betweenCountries(story: Story, cast: Cast): Promise<void> {
  const giver = cast.ministries.find(({ iso2 }) => iso2 === 'KE')?.focal_point ?? '';
  const place = { coalition_id: cast.coalition_id, provider_organisation_id: null, provider_country_iso2: 'KE', commitment_id: null };
  const [announced, paid] = [story.ago(34), story.ago(20)];
  const fiji = { country_iso2: 'FJ', organisation_id: null };
  const { id } = await must(createPledge(permit(pledgePolicy.create, await as(giver, announced), place), at(announced), {
    starts_on: undefined, ends_on: undefined, valuation_method: undefined, valued_on: undefined, conditions: undefined, iati_identifier: undefined,
    title: 'Offline lessons shared between islands', kind: 'cash', amount: '9000000', currency: 'KES', announced_on: story.dayAgo(34), new_money: 'yes', visibility: 'public', recipients: [{ party: fiji, share: '100' }],
  }));
  const pledge = { ...place, id, status: 'announced' as const, recorded_by: giver };
  for (const [type_code, value] of [['2', '9000000'], ['3', '1500000'], ['3', '1250000'], ['3', '2000000']] as const) {
    const granted = permit(pledgePolicy.recordTransaction, await as(giver, paid), pledge);
    await must(recordTransaction(granted, at(paid), { type_code, value, transaction_on: story.dayAgo(20), receiver: fiji, reference: undefined, description: undefined, excess_explanation: undefined }));
  }
}

/** Where a payment is in the story: every sixth is not answered, and some of Kenya's, whose people have an account to try. */
async function tell(cast: Cast, payment: PaymentRow, number: number): Promise<void> {
  const [receiver, provider] = [speakerOf(cast, payment.receiver_organisation_id, payment.receiver_country_iso2), speakerOf(cast, payment.provider_organisation_id, payment.provider_country_iso2)];
  if (receiver === undefined || provider === undefined) return;
  if (payment.receiver_country_iso2 === 'KE' && number % 2 === 0) return;
  const days = (after: number) => new Date(`${addDays(payment.transaction_on, after)}T10:00:00Z`);
  const when = days(12);
  const actor = await as(receiver, when);
  const said = { language: 'en' } as const;
  switch (number % 6) {
    case 0: case 1: case 2: {
      const officer = number % 12 === 7;
      const granted = permit(receiptPolicy.confirm, officer ? await as(cast.officer, when) : actor, payment);
      await must(confirmPayments([{ permit: granted, seen: payment.version }], at(when), { ...said, evidence: officer ? 'Letter of the ministry of finance with the statement of its account' : undefined }));
      return;
    }
    case 3: {
      const received = String(Math.round(Number(payment.value) * 0.985));
      await must(correctPayment(permit(receiptPolicy.correct, actor, payment), at(when), undefined, { ...said, received, received_on: addDays(payment.transaction_on, 6), reference: `IN-${String(2000 + number)}`, words: 'This is what the central bank credited.' }));
      if (number % 12 === 3) await explained(provider, receiver, { ...payment, state: 'amount_differs', received, said_by: receiver }, received, days);
      return;
    }
    case 4:
      await must(contestPayment(permit(receiptPolicy.contest, actor, payment), at(when), undefined, { ...said, words: 'Nothing of this amount is in our accounts for that month. It may have gone to another programme.' }));
      if (number % 12 === 4) await replied(provider, { ...payment, state: 'contested', said_by: receiver }, days(25), 'The money went to the agency that runs the programme for the ministry. Its receipt is being sent.');
  }
}

const replied = async (provider: string, payment: PaymentRow, when: Date, words: string): Promise<unknown> =>
  must(replyToReceiver(permit(receiptPolicy.reply, await as(provider, when), payment), at(when), undefined, { language: 'en', words }));

async function explained(provider: string, receiver: string, payment: PaymentRow, received: string, days: (after: number) => Date): Promise<void> {
  await replied(provider, payment, days(20), 'The difference is the fee of two banks on the way; what was sent is what we recorded.');
  await must(acceptReply(permit(receiptPolicy.accept, await as(receiver, days(30)), { ...payment, replied: true }), at(days(30)), undefined, { language: 'en', received, words: 'Agreed: the statement shows both fees.' }));
}

function speakerOf(cast: Cast, organisation_id: string | null, country: string | null): string | undefined {
  const players = [...cast.ministries, ...cast.others];
  return players.find((player) => (country === null ? player.organisation_id === organisation_id : countryOf(player) === country))?.focal_point;
}
