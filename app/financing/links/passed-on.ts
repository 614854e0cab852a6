import { Big } from 'big.js';

/** A flow that passes money on: what of it is not linked yet, in its own currency; `usd` is what the source says the whole of it is worth. */
export interface PassedOn {
  readonly id: string;
  readonly giver: string;
  readonly amount: string;
  readonly exponent: number;
  readonly open: string;
  readonly usd: string;
}
/** A flow that brought money to whoever passes it on; `usd` is what of it nobody has passed on yet. */
export interface Received {
  readonly id: string;
  readonly receiver: string;
  readonly usd: string;
}
export interface Allotted {
  readonly pledge_id: string;
  readonly counted_in_id: string;
  readonly amount: string;
}

/**
 * Sets what is passed on against what its giver received, both in the order given, each up to what it brought. What is passed on beyond
 * everything that was received stays open: it came from somewhere else.
 */
export function allotted(passed: readonly PassedOn[], received: readonly Received[]): Allotted[] {
  const left = new Map(received.map(({ id, usd }) => [id, new Big(usd)]));
  return passed.flatMap(({ id, giver, amount, exponent, open, usd }) => {
    const found: Allotted[] = [];
    let rest = new Big(open);
    const rate = new Big(usd).div(amount);
    if (rate.lte(0)) return found;
    for (const source of received) {
      const capacity = left.get(source.id) ?? new Big(0);
      if (source.receiver !== giver || rest.lte(0) || capacity.lte(0)) continue;
      const brought = capacity.div(rate).round(exponent, Big.roundDown);
      const part = brought.lt(rest) ? brought : rest;
      if (part.lte(0)) continue;
      left.set(source.id, capacity.minus(part.times(rate)));
      rest = rest.minus(part);
      found.push({ pledge_id: id, counted_in_id: source.id, amount: part.toFixed() });
    }
    return found;
  });
}
