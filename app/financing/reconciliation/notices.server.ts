import { personOf, type Actor } from '#app/access/actor';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { speakersOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { PaymentRow } from './payments.server';

/** To those who speak for the provider: what the receiver says, and that they may answer. */
export async function noteToProvider(tx: Tx, actor: Actor, payment: PaymentRow, words: string, now: Date): Promise<void> {
  const readers = await speakersOf(tx, { organisation_id: payment.provider_organisation_id, country_iso2: payment.provider_country_iso2 }, now);
  await tell(tx, actor, payment, readers, { letter: payment.state === 'contested' ? 'contested' : 'corrected', words, now });
}

/** To those who speak for the receiver: what the provider answers, and that they may accept it. */
export async function noteToReceiver(tx: Tx, actor: Actor, payment: PaymentRow, words: string, now: Date): Promise<void> {
  const readers = await speakersOf(tx, { organisation_id: payment.receiver_organisation_id, country_iso2: payment.receiver_country_iso2 }, now);
  await tell(tx, actor, payment, readers, { letter: 'replied', words, now });
}

interface Letter {
  readonly letter: 'contested' | 'corrected' | 'replied';
  readonly words: string;
  readonly now: Date;
}

async function tell(tx: Tx, actor: Actor, payment: PaymentRow, readers: readonly string[], { letter, words, now }: Letter): Promise<void> {
  for (const personId of readers) {
    if (personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: `financing:reconciliation.mails.${letter}`,
      values: (language) => ({ ...said(payment, language), words }), path: paths.receipt(payment.transaction_id),
      thread: `receipt:${payment.transaction_id}`, key: `receipt-${letter}:${payment.transaction_id}:${payment.version}:${personId}`, now,
    });
  }
}

/** The payment and both figures, in the reader's language. */
function said({ pledge_ref, value, received, currency, transaction_on, provider, receiver }: PaymentRow, language: Language) {
  const money = (amount: string) => formatMoneyExact(language, amount, currency);
  return { ref: pledge_ref, told: money(value), received: received === null ? '' : money(received), on: formatDate(language, transaction_on), provider, receiver: receiver ?? '' };
}
