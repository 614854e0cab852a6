import { holds, isSecretariat, personOf, speakers, type Actor } from '#app/access/actor';
import { all, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { speaksFor, type ProviderRef } from '#app/financing/pledges/policy';
import { fits, type ReconciliationAct, type Standing } from './model';

/** The two sides of a payment; without a receiver where neither it nor its pledge names one. */
export interface Sides extends ProviderRef {
  readonly receiver_organisation_id: string | null;
  readonly receiver_country_iso2: string | null;
}

/** A payment as permissions look at it. */
export interface PaymentRef extends Sides, Standing {
  readonly transaction_id: string;
  readonly pledge_id: string;
  /** Who recorded the payment. */
  readonly recorded_by: string | null;
  /** Who said last what arrived. */
  readonly said_by: string | null;
  readonly reversed: boolean;
}

export const speaksForReceiver = (actor: Actor, { receiver_organisation_id, receiver_country_iso2 }: Sides): boolean =>
  holds(actor, speakers, { organisation_id: receiver_organisation_id, country_iso2: receiver_country_iso2 });

/** Own money, moved within one party: a budget that pays its own programme. */
export const isDomestic = (sides: Sides): boolean =>
  (sides.receiver_organisation_id !== null && sides.receiver_organisation_id === sides.provider_organisation_id) ||
  (sides.receiver_country_iso2 !== null && sides.receiver_country_iso2 === sides.provider_country_iso2);

/** RC-5: whether what they say is said in the name of a receiver whom they do not speak for. */
export const isOnBehalf = (actor: Actor, payment: Sides): boolean => !speaksForReceiver(actor, payment);

/** RC-4: nobody is both sides, neither by what they speak for nor by what they did. */
function onlyOneSide(actor: Actor, payment: PaymentRef, other: string | null): Decision {
  if (personOf(actor) !== null && personOf(actor) === other) return deny('access:reasons.not_your_own');
  return allowIf(isDomestic(payment) || !(speaksFor(actor, payment) && speaksForReceiver(actor, payment)), 'financing:reasons.both_sides');
}

/** The receiver's people; in its name the secretariat, unless it speaks for the provider itself. */
function receives(actor: Actor, payment: PaymentRef): Decision {
  if (actor.kind === 'public') return deny('access:reasons.sign_in');
  return all(
    () => allowIf(speaksForReceiver(actor, payment) || (isSecretariat(actor, payment.coalition_id) && !speaksFor(actor, payment)), 'financing:reasons.receiver_or_secretariat'),
    () => onlyOneSide(actor, payment, payment.recorded_by),
  );
}

function provides(actor: Actor, payment: PaymentRef): Decision {
  if (actor.kind === 'public') return deny('access:reasons.sign_in');
  return all(() => allowIf(speaksFor(actor, payment), 'financing:reasons.provider'), () => onlyOneSide(actor, payment, payment.said_by));
}

const now = (payment: PaymentRef, act: ReconciliationAct) => (): Decision => allowIf(!payment.reversed && fits(payment, act), 'access:reasons.not_now');

/** What may be said of a payment, by the act that says it. */
export const receiptPolicy = {
  confirm: rule('receipt:confirm', (actor: Actor, payment: PaymentRef) => all(() => receives(actor, payment), now(payment, 'confirm'))),
  correct: rule('receipt:correct', (actor: Actor, payment: PaymentRef) => all(() => receives(actor, payment), now(payment, 'correct'))),
  contest: rule('receipt:contest', (actor: Actor, payment: PaymentRef) => all(() => receives(actor, payment), now(payment, 'contest'))),
  pair: rule('receipt:pair', (actor: Actor, payment: PaymentRef) => all(() => receives(actor, payment), now(payment, 'pair'))),
  withdraw: rule('receipt:withdraw', (actor: Actor, payment: PaymentRef) => all(() => receives(actor, payment), now(payment, 'withdraw'))),
  accept: rule('receipt:accept', (actor: Actor, payment: PaymentRef) => all(() => receives(actor, payment), now(payment, 'accept'))),
  reply: rule('receipt:reply', (actor: Actor, payment: PaymentRef) => all(() => provides(actor, payment), now(payment, 'reply'))),
};
