import { describe, expect, it } from 'vitest';
import { turnsOf } from './turns.server';

/** Work that ends when it is told to. */
function pieces(count: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = Array.from({ length: count }, (_, at) => async () => {
    begun.push(at);
    await new Promise<void>((resolve) => { ends[at] = resolve; });
    return at;
  });
  return { begun, end: (at: number) => ends[at]?.(), works };
}

const settled = () => new Promise<void>((resolve) => { setImmediate(resolve); });

describe('turns', () => {
  it('lets so many go on at once, and the next when one has ended', async () => {
    const { begun, end, works } = pieces(3);
    const turns = turnsOf(2);
    const all = works.map((work) => turns.take(work));
    await settled();
    expect(begun).toEqual([0, 1]);
    end(0);
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    end(1);
    end(2);
    expect(await Promise.all(all)).toEqual([0, 1, 2]);
  });

  it('gives the turn on after a failure', async () => {
    const turns = turnsOf(1);
    await expect(turns.take(async () => { throw new Error('no'); })).rejects.toThrow('no');
    expect(await turns.take(async () => 'yes')).toBe('yes');
  });

  it('sends away who would wait behind too many', async () => {
    const { end, works } = pieces(3);
    const turns = turnsOf(1, 1);
    const [first, second, third] = works.map((work) => turns.take(work));
    await expect(third).rejects.toMatchObject({ status: 503 });
    await settled();
    end(0);
    await settled();
    end(1);
    expect(await Promise.all([first, second])).toEqual([0, 1]);
  });

  it('that end elsewhere are given on once, however often they are ended', async () => {
    const turns = turnsOf(1);
    const first = await turns.begin();
    const others = [turns.begin(), turns.begin()];
    first?.();
    first?.();
    const second = await others[0];
    expect(second).toBeTypeOf('function');
    await expect(Promise.race([others[1], settled().then(() => 'waiting')])).resolves.toBe('waiting');
    second?.();
    (await others[1])?.();
  });

  it('are not kept for who is gone', async () => {
    const turns = turnsOf(1, 1);
    const end = await turns.begin();
    const gone = new AbortController();
    const waiting = turns.begin(gone.signal);
    expect(await turns.begin()).toBeUndefined();
    gone.abort();
    expect([await waiting, await turns.begin(gone.signal)]).toEqual([undefined, undefined]);
    const next = turns.begin();
    end?.();
    expect(await next).toBeTypeOf('function');
  });
});
