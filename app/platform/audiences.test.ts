import { expect, test } from 'vitest';
import { Audiences } from './audiences';

const listener = (keepsUp = true) => {
  const heard: string[] = [];
  const one = { heard, closed: false, tell: (text: string) => { if (keepsUp) heard.push(text); return keepsUp; }, close: () => { one.closed = true; } };
  return one;
};

test('everybody who listens to a topic is told, each in their words; who has none is passed over', () => {
  const audiences = new Audiences<ReturnType<typeof listener>>();
  const [one, other, elsewhere] = [listener(), listener(), listener()];
  audiences.add('a', one);
  audiences.add('a', other);
  audiences.add('b', elsewhere);
  audiences.tell('a', (who) => (who === other ? undefined : 'changed'));
  expect([one.heard, other.heard, elsewhere.heard]).toEqual([['changed'], [], []]);
});

test('who does not keep up is left out and closed, and nothing of them stays in memory', () => {
  const audiences = new Audiences<ReturnType<typeof listener>>();
  const slow = listener(false);
  audiences.add('a', slow);
  audiences.tell('a', () => 'changed');
  expect([slow.closed, audiences.size, audiences.topics()]).toEqual([true, 0, []]);
});

test('who leaves is told nothing any more, and at the end everybody is closed', () => {
  const audiences = new Audiences<ReturnType<typeof listener>>();
  const [gone, there] = [listener(), listener()];
  const leave = audiences.add('a', gone);
  audiences.add('a', there);
  leave();
  audiences.tell('a', () => 'changed');
  audiences.close();
  expect([gone.heard, gone.closed, there.heard, there.closed, audiences.size]).toEqual([[], false, ['changed'], true, 0]);
});
