import { isZero, minus, type Amount } from '#app/financing/money/model';
import type { Tone } from '#app/ui/tag';

/** Where the receiver's account of a payment stands beside the provider's. */
export const reconciliationStates = ['unpaired', 'matched', 'amount_differs', 'contested', 'explained'] as const;
export type ReconciliationState = (typeof reconciliationStates)[number];

export const stateTones: Readonly<Record<ReconciliationState, Tone>> = { unpaired: 'none', matched: 'ok', amount_differs: 'late', contested: 'late', explained: 'prog' };

/** What the receiver says, and what its provider does. */
export const receiverActs = ['confirm', 'correct', 'contest', 'pair', 'withdraw', 'accept'] as const;
export const providerActs = ['reply'] as const;
export const reconciliationActs = [...receiverActs, ...providerActs] as const;
export type ReconciliationAct = (typeof reconciliationActs)[number];

export interface Standing {
  readonly state: ReconciliationState;
  /** What arrived, in the currency of the payment. */
  readonly received: Amount | null;
  /** Whether the provider has answered what the receiver said last. */
  readonly replied: boolean;
}

export const unpaired: Standing = { state: 'unpaired', received: null, replied: false };

/** RC-2: equal to the last digit, or the amounts differ. */
const figured = (value: Amount, received: Amount): Standing => ({ state: isZero(minus(value, received)) ? 'matched' : 'amount_differs', received, replied: false });

const isDisputed = ({ state }: Standing): boolean => state === 'amount_differs' || state === 'contested';

/** Whether an act fits where the payment stands (RC-3). */
export function fits(standing: Standing, act: ReconciliationAct): boolean {
  switch (act) {
    case 'confirm': return standing.state !== 'matched';
    // To say again what was said is nothing new, unless the provider has answered meanwhile.
    case 'contest': return standing.state !== 'contested' || standing.replied;
    case 'correct': case 'pair': return true;
    case 'withdraw': return standing.state !== 'unpaired';
    case 'reply': return isDisputed(standing);
    case 'accept': return isDisputed(standing) && standing.replied;
  }
}

/**
 * Where a payment stands after an act, or undefined where the act does not fit. What the receiver says anew waits for a new reply;
 * an explanation counts when the receiver accepts it, with the receiver's own figure.
 *
 * @param value of the payment
 * @param received what the receiver says arrived: of a correction, a pair, an acceptance
 */
export function after(standing: Standing, act: ReconciliationAct, value: Amount, received: Amount = value): Standing | undefined {
  if (!fits(standing, act)) return undefined;
  switch (act) {
    case 'confirm': return figured(value, value);
    case 'correct': case 'pair': return figured(value, received);
    case 'contest': return { state: 'contested', received: null, replied: false };
    case 'withdraw': return unpaired;
    case 'reply': return { ...standing, replied: true };
    case 'accept': return { state: 'explained', received, replied: true };
  }
}
