import { runJobs } from './platform/jobs.server';
import { log } from './platform/log.server';
import { deliverMail, type Carrier } from './platform/mail/delivery.server';

/** A loop that delivers mail and runs jobs until it is stopped; a second one in another process shares the work. */
export interface Worker {
  readonly stop: () => Promise<void>;
}

const idleMs = 1000;

export function startWorker(environment: { readonly mail: Carrier | undefined }): Worker {
  let stopped = false;
  let wake: () => void = () => undefined;
  const loop = (async () => {
    while (!stopped) {
      const done = await turn(environment);
      if (done > 0 || stopped) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, idleMs).unref();
      });
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}

/** One turn; a database that is away is no reason to stop: the next turn asks again. */
async function turn(environment: { readonly mail: Carrier | undefined }): Promise<number> {
  try {
    return (await deliverMail(environment.mail)) + (await runJobs(new Date()));
  } catch (error) {
    log.warn('worker waits', { why: error instanceof Error ? error.message : String(error) });
    return 0;
  }
}
