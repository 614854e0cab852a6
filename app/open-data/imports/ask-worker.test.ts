import { expect, it } from 'vitest';
import { askWorker } from './ask-worker';

const script = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${code}`)}`);
const limits = { milliseconds: 2000, megabytes: 64 };

it('a thread answers what it was asked', async () => {
  expect(await askWorker(script('parentPort.postMessage(workerData.number + 1)'), { number: 41 }, limits)).toEqual({ ok: true, answer: 42 });
});

it('one that takes too long or too much memory ends alone', async () => {
  expect(await askWorker(script('for (;;);'), {}, { ...limits, milliseconds: 100 })).toEqual({ ok: false, because: 'time' });
  expect(await askWorker(script('const held = []; for (;;) held.push(new Array(100_000).fill(Math.random()));'), {}, { milliseconds: 30_000, megabytes: 16 })).toEqual({ ok: false, because: 'memory' });
});

it('one that fails, or ends without an answer, says so', async () => {
  await expect(askWorker(script('throw new Error("no")'), {}, limits)).rejects.toThrow('no');
  await expect(askWorker(script('process.exit(3)'), {}, limits)).rejects.toThrow('without an answer');
});
