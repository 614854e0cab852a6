import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { askWorker, type WorkLimits } from './ask-worker';
import { type ImportKind, type Result, refused } from './model';
import { type Reading, readImport } from './reading';
import { WORLD } from './reference';
import { fileType } from './source/file-type';
import { readReturnedBook, type ReturnedSheet } from './source/returned-book';

interface Job {
  readonly reads: 'import' | 'book';
  readonly bytes: Uint8Array;
  readonly today: string;
  readonly expected: ImportKind | null;
}

const limits: WorkLimits = { milliseconds: 30_000, megabytes: 512 };

/** A short text costs less than the thread that would read it. */
const shortText = 262_144;

/**
 * Reads a file beside the server: in a thread with limits of memory and time, one file after the other. The thread runs the built server's
 * own module, so that there is no second build; its sources, which no thread can run, read in the process itself.
 */
export const readApart = (bytes: Uint8Array, today: string, expected: ImportKind | null): Promise<Result<Reading>> => inTurn<Reading>({ reads: 'import', bytes, today, expected });

/** The sheets of a workbook that came back, in the same way. */
export const readBookApart = (bytes: Uint8Array, today: string): Promise<Result<ReturnedSheet[]>> => inTurn<ReturnedSheet[]>({ reads: 'book', bytes, today, expected: null });

function inTurn<Value>(job: Job): Promise<Result<Value>> {
  const { bytes } = job;
  const isBuilt = import.meta.url.endsWith('.js');
  const isCheap = bytes.length <= shortText && fileType(bytes) !== 'zip';
  const turn = queue.then(() => (isBuilt && !isCheap ? inThread<Value>(job) : read<Value>(job)));
  queue = turn.then(() => undefined, () => undefined);
  return turn;
}

let queue: Promise<void> = Promise.resolve();

async function inThread<Value>(job: Job): Promise<Result<Value>> {
  const worked = await askWorker<Result<Value>>(new URL(import.meta.url), job, limits);
  return worked.ok ? worked.answer : refused('file-too-costly', { seconds: limits.milliseconds / 1000, megabytes: limits.megabytes });
}

const read = <Value>({ reads, bytes, today, expected }: Job): Promise<Result<Value>> =>
  (reads === 'book' ? readReturnedBook(bytes) : readImport(bytes, { today, reference: WORLD }, expected)) as Promise<Result<Value>>;

const isJob = (data: unknown): data is Job => typeof data === 'object' && data !== null && 'reads' in data && (data.reads === 'import' || data.reads === 'book');

if (!isMainThread && isJob(workerData)) {
  const port = parentPort;
  void read(workerData).then((result) => port?.postMessage(result));
}
