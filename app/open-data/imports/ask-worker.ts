import { Worker } from 'node:worker_threads';

/** What a computation may cost. */
export interface WorkLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export type Worked<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly because: 'time' | 'memory' };

/**
 * Runs a script in a thread of its own, hands it `data`, and returns the one message that it posts. A run over its limits ends alone:
 * requests go on meanwhile. Throws what the script throws.
 */
export function askWorker<Answer>(script: URL, data: unknown, limits: WorkLimits): Promise<Worked<Answer>> {
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
  return new Promise<Worked<Answer>>((resolve, reject) => {
    const late = setTimeout(() => resolve({ ok: false, because: 'time' }), limits.milliseconds);
    late.unref();
    worker.once('message', (answer: Answer) => resolve({ ok: true, answer }));
    worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ ok: false, because: 'memory' }) : reject(error)));
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code} and without an answer`)));
  }).finally(() => void worker.terminate());
}
