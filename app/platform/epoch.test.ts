import { describe, expect, it } from 'vitest';
import { createEpoch } from './epoch.server';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the epoch of what is shown', () => {
  it('is known while somebody listens, and moves with every change', async () => {
    const epoch = createEpoch(async () => null);
    expect(epoch.now()).toBeUndefined();
    epoch.begin();
    await settled();
    const first = epoch.now();
    epoch.changed();
    epoch.changed();
    expect(epoch.now()).toBeUndefined();
    await settled();
    expect(epoch.now()).toBe((first ?? 0) + 2);
    epoch.end();
    expect(epoch.now()).toBeUndefined();
  });

  it('moves at the instant at which the clock lets something out, and not before', async () => {
    const state = { now: 0 };
    const instants = [1000, 5000];
    const epoch = createEpoch(async (now) => { const at = instants.find((one) => one > now.getTime()); return at === undefined ? null : new Date(at); }, () => state.now);
    epoch.begin();
    await settled();
    const first = epoch.now();
    state.now = 999;
    expect(epoch.now()).toBe(first);
    state.now = 1000;
    expect(epoch.now()).toBeUndefined();
    await settled();
    expect(epoch.now()).toBe((first ?? 0) + 1);
    state.now = 5001;
    epoch.now();
    await settled();
    expect(epoch.now()).toBe((first ?? 0) + 2);
  });

  it('asks again when something changed while it asked', async () => {
    let answer = 9000;
    const epoch = createEpoch(async () => { const at = answer; await settled(); return new Date(at); }, () => 0);
    epoch.begin();
    answer = 7;
    epoch.changed();
    await settled();
    expect(epoch.now()).toBeUndefined();
    await settled();
    await settled();
    expect(epoch.now()).toBe(2);
  });

  it('keeps nothing while the next instant cannot be learned', async () => {
    const epoch = createEpoch(() => Promise.reject(new Error('the database is away')));
    epoch.begin();
    await settled();
    expect(epoch.now()).toBeUndefined();
  });
});
