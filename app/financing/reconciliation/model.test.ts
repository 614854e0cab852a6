import { describe, expect, it } from 'vitest';
import { after, confirmedOf, reconciliationActs, unconfirmed, type ReconciliationAct, type ReconciliationState, type Standing } from './model';

/** Every standing that there is. */
const standings = {
  unpaired: { state: 'unpaired', received: null, replied: false },
  matched: { state: 'matched', received: '100', replied: false },
  differs: { state: 'amount_differs', received: '90', replied: false },
  differs_replied: { state: 'amount_differs', received: '90', replied: true },
  contested: { state: 'contested', received: null, replied: false },
  contested_replied: { state: 'contested', received: null, replied: true },
  explained: { state: 'explained', received: '90', replied: true },
} as const satisfies Record<string, Standing>;
type Place = keyof typeof standings;

/** Where each act leads, of a payment of 100 with 80 said to have arrived; what is not here does not fit. */
const leads: Readonly<Record<ReconciliationAct, Partial<Record<Place, ReconciliationState>>>> = {
  confirm: { unpaired: 'matched', differs: 'matched', differs_replied: 'matched', contested: 'matched', contested_replied: 'matched', explained: 'matched' },
  correct: { unpaired: 'amount_differs', matched: 'amount_differs', differs: 'amount_differs', differs_replied: 'amount_differs', contested: 'amount_differs', contested_replied: 'amount_differs', explained: 'amount_differs' },
  pair: { unpaired: 'amount_differs', matched: 'amount_differs', differs: 'amount_differs', differs_replied: 'amount_differs', contested: 'amount_differs', contested_replied: 'amount_differs', explained: 'amount_differs' },
  contest: { unpaired: 'contested', matched: 'contested', differs: 'contested', differs_replied: 'contested', contested_replied: 'contested', explained: 'contested' },
  withdraw: { matched: 'unpaired', differs: 'unpaired', differs_replied: 'unpaired', contested: 'unpaired', contested_replied: 'unpaired', explained: 'unpaired' },
  reply: { differs: 'amount_differs', differs_replied: 'amount_differs', contested: 'contested', contested_replied: 'contested' },
  accept: { differs_replied: 'explained', contested_replied: 'explained' },
};

describe('RC-3 where an act leads', () => {
  it.each(reconciliationActs.flatMap((act) => Object.keys(standings).map((place) => [act, place as Place] as const)))('%s of what is %s', (act, place) => {
    const found = after(standings[place], act, '100', '80');
    expect(found?.state).toBe(leads[act][place]);
    // What the receiver says anew waits for a new reply; a reply changes nothing else.
    if (found !== undefined) expect(found.replied).toBe(act === 'reply' || act === 'accept');
    if (act === 'reply' && found !== undefined) expect(found.received).toBe(standings[place].received);
  });
});

describe('RC-2 equal or not', () => {
  it('is decided to the last digit', () => {
    expect(after(standings.unpaired, 'correct', '100', '100.00')?.state).toBe('matched');
    expect(after(standings.unpaired, 'correct', '100', '99.99')?.state).toBe('amount_differs');
    expect(after(standings.unpaired, 'correct', '100', '130')).toEqual({ state: 'amount_differs', received: '130', replied: false });
  });
});

it('RC-6: a payment is what is confirmed of it and the rest under the name of why', () => {
  const parts = Object.values(standings).map((standing) => [confirmedOf(standing, '100'), ...(['no_record', 'differs', 'contested'] as const).map((part) => unconfirmed({ ...standing, value: '100' }, part))]);
  expect(parts).toEqual([['0', '100', '0', '0'], ['100', '0', '0', '0'], ['90', '0', '10', '0'], ['90', '0', '10', '0'], ['0', '0', '0', '100'], ['0', '0', '0', '100'], ['90', '0', '10', '0']]);
});
